// What terminfo knows about the terminal. A file of its own, because <term.h> defines macros such as
// `columns`.
#pragma once

#include <string>

namespace viva {

// Is the terminal known, and can its cursor be put anywhere?
bool can_position_cursor();

// Stops curses from reading mouse reports, so that viva reads them. Returns false where the terminal cannot
// report clicks.
bool take_over_mouse();

// Sequences that curses and terminfo give a character at a time, to a function that takes no other argument:
// collect(). collected() is what came since its last call.
int collect(int character);
std::string collected();

std::string cursor_to(int row, int column);
std::string automatic_margins(bool on);  // empty where the terminal cannot turn them off

}  // namespace viva
