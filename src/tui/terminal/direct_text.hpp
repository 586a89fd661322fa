// Text that reaches the terminal past curses. Curses believes that it knows where the cursor is after each
// character, and terminals differ about joined emoji, flags, conjuncts and spacing vowels. So curses shows
// spaces there, and then each such cluster is written over them at a place of its own: wherever a terminal
// believes that it ends, all else stays in its column.
#pragma once

#include <curses.h>

#include <string>
#include <string_view>

namespace viva {

class DirectText {
 public:
  // `text` is safe for a terminal.
  void add(int row, int column, std::string_view text, attr_t attributes, short pair);

  // Writes it all, and leaves cursor and attributes where curses left them. Right after ::refresh().
  void write(int cursor_row, int cursor_column) const;

 private:
  std::string bytes_;
};

}  // namespace viva
