#include "tui/terminal/terminfo.hpp"

#include <curses.h>
#include <term.h>
#include <unistd.h>

#include <utility>

namespace viva {
namespace {

std::string characters;

std::string capability(const char* sequence) {
  if (sequence) ::tputs(sequence, 1, collect);
  return collected();
}

}  // namespace

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

int collect(int character) {
  characters += static_cast<char>(character);
  return character;
}

std::string collected() { return std::exchange(characters, {}); }

std::string cursor_to(int row, int column) { return capability(::tiparm(cursor_address, row, column)); }

std::string automatic_margins(bool on) { return capability(on ? enter_am_mode : exit_am_mode); }

}  // namespace viva
