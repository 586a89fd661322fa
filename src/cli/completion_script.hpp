// The scripts by which shells complete viva's command lines: they ask viva for the words.
#pragma once

#include <string>

#include "viva/base/enum_names.hpp"

namespace viva {

enum class ShellName { bash, zsh, fish };
inline constexpr auto shell_names = enum_names<ShellName>("bash", "zsh", "fish");

std::string completion_script(ShellName shell);

}  // namespace viva
