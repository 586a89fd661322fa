// The statistics for other programs.
#pragma once

#include <string>

#include "viva/stats/stats.hpp"

namespace viva {

std::string stats_json(const Bank& bank, const Stats& stats);  // ends in a newline

}  // namespace viva
