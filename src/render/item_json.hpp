// Questions as JSON, for other programs.
#pragma once

#include <string>
#include <vector>

#include "viva/bank/bank.hpp"
#include "viva/memory/progress.hpp"

namespace viva {

// An array of the items with all they hold, their names, and where the candidate stands; safe to print.
std::string items_json(const Bank& bank, const std::vector<std::size_t>& items, const Progress& progress,
                       Day today);

}  // namespace viva
