// What terminfo knows about the terminal. A file of its own, because <term.h> defines macros such as
// `columns`.
#pragma once

namespace viva {

// Is the terminal known, and can its cursor be put anywhere?
bool can_position_cursor();

// Stops curses from reading mouse reports, so that viva reads them. Returns false where the terminal cannot
// report clicks.
bool take_over_mouse();

}  // namespace viva
