// What terminfo knows about the terminal. A file of its own, because <term.h> defines macros such as
// `columns`.
#pragma once

namespace viva {

// Is the terminal known, and can its cursor be put anywhere?
bool has_free_cursor();

// Can the terminal that curses drives report clicks? If so, curses no longer reads the reports, viva does.
bool take_over_mouse();

}  // namespace viva
