// The manual page, made from the commands' descriptions, so that it says what they do.
#pragma once

#include <string>

namespace viva {

// In roff, for man(1).
std::string manual();

}  // namespace viva
