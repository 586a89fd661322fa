// Text as curses takes it: wide characters, a cell at a time.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace viva {

// The cluster of a frame's cell, for exactly `columns` cells of curses. Curses and many terminals do not know
// what joined emoji take, so of those the first is shown; what is narrower here than in a frame is filled.
std::vector<std::wstring> terminal_cells(std::string_view cluster, int columns);

}  // namespace viva
