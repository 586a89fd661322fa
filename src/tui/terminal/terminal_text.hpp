// Text as curses takes it: wide characters, a cell at a time.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace viva {

// The cluster of a frame's cell as exactly `columns` cells of curses. Curses and many terminals do not know
// how wide joined emoji are, so only the first of them is shown. Missing columns are filled with spaces.
std::vector<std::wstring> terminal_cells(std::string_view cluster, int columns);

}  // namespace viva
