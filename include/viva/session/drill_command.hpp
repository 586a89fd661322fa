// A drill as a command to be typed.
#pragma once

#include <string>
#include <string_view>

#include "viva/session/filter.hpp"

namespace viva {

// " --tier beginner --due": what narrows, quoted for a shell; not the count and order.
std::string filter_arguments(const Filter& filter);

// `viva drill` with these filter_arguments, so that it goes on with what is next.
std::string drill_command(const Filter& filter);

// " --option value", quoted for a shell; " --option=value" where the value would be read as an option.
std::string with_value(std::string_view option, std::string_view value);

}  // namespace viva
