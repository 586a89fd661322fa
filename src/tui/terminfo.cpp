#include "terminfo.hpp"

#include <curses.h>
#include <term.h>
#include <unistd.h>

namespace viva {

bool has_free_cursor() {
  int error = 0;
  return ::setupterm(nullptr, STDOUT_FILENO, &error) == OK && cursor_address;
}

}  // namespace viva
