#include "tui/terminal/direct_text.hpp"

#include <cstdio>

#include "tui/terminal/terminfo.hpp"

namespace viva {
namespace {

std::string look(attr_t attributes, short pair) {
  ::vid_puts(attributes, pair, nullptr, collect);
  return collected();
}

}  // namespace

void DirectText::add(int row, int column, std::string_view text, attr_t attributes, short pair) {
  bytes_ += cursor_to(row, column) + look(attributes, pair);
  bytes_ += text;
}

// Without automatic margins, a cluster that is wider than expected cannot reach the next row.
void DirectText::write(int cursor_row, int cursor_column) const {
  if (bytes_.empty()) return;
  const auto all = automatic_margins(false) + bytes_ + look(A_NORMAL, 0) + automatic_margins(true) +
                   cursor_to(cursor_row, cursor_column);
  std::fwrite(all.data(), 1, all.size(), stdout);
  std::fflush(stdout);
}

}  // namespace viva
