// What is known of the kind of terminal. Apart, since its library calls by names such as `columns`.
#pragma once

namespace viva {

// Is it known, and can the cursor be put anywhere on it?
bool has_free_cursor();

// Of the terminal that curses drives: can it tell of clicks? Curses then leaves it to us to read them.
bool take_over_mouse();

}  // namespace viva
