// Text as curses takes it: wide characters, a cell at a time.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace viva {

// A cluster that takes `columns`, as one character of curses: a letter with the marks above and below it.
// None where curses and the terminal may not agree how wide it is: joined emoji, flags, conjuncts, spacing
// vowels, characters that the system does not know, and more marks than curses keeps.
std::optional<std::wstring> curses_character(std::string_view cluster, int columns);

}  // namespace viva
