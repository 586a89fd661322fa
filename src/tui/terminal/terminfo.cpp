#include "tui/terminal/terminfo.hpp"

#include <curses.h>
#include <term.h>
#include <unistd.h>

namespace viva {

bool can_position_cursor() {
  int error = 0;
  if (::setupterm(nullptr, STDOUT_FILENO, &error) != OK) return false;
  const bool free_cursor = cursor_address != nullptr;
  ::del_curterm(::cur_term);
  return free_cursor;
}

bool take_over_mouse() {
  if (!key_mouse) return false;
  ::define_key(key_mouse, 0);
  return true;
}

}  // namespace viva
