// The next sensible command: no screen of viva is a dead end.
#pragma once

#include <string>
#include <string_view>

#include "viva/bank/bank.hpp"
#include "viva/memory/progress.hpp"
#include "viva/session/filter.hpp"

namespace viva {

struct NextStep {
  std::string command;  // to be typed as it stands
  std::string reason;   // "4 due, 12 new"
};

NextStep next_step(const Bank& bank, const Progress& progress, Day today);

// " --tier beginner --due": what narrows, quoted for a shell; not the count and order.
std::string filter_arguments(const Filter& filter);

// `viva drill` with these filter_arguments, so that it goes on with what is next.
std::string drill_command(const Filter& filter);

// " --option value", quoted for a shell; " --option=value" where the value would be read as an option.
std::string with_value(std::string_view option, std::string_view value);

}  // namespace viva
