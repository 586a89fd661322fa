#include "tui/terminal/direct_text.hpp"

#include <term.h>

#include <cstdio>

namespace viva {
namespace {

// Terminfo gives strings to a function that takes no other argument than a character.
std::string collected;

int collect(int c) {
  collected += static_cast<char>(c);
  return c;
}

std::string taken() {
  auto all = collected;
  collected.clear();
  return all;
}

std::string capability(const char* sequence) {
  if (sequence) ::tputs(sequence, 1, collect);
  return taken();
}

std::string place(int row, int column) { return capability(::tiparm(cursor_address, row, column)); }

std::string look(attr_t attributes, short pair) {
  ::vid_puts(attributes, pair, nullptr, collect);
  return taken();
}

}  // namespace

void DirectText::add(int row, int column, std::string_view text, attr_t attributes, short pair) {
  bytes_ += place(row, column) + look(attributes, pair);
  bytes_ += text;
}

// Without automatic margins, a cluster that is wider than expected cannot reach the next row.
void DirectText::write(int cursor_row, int cursor_column) const {
  if (bytes_.empty()) return;
  const auto all = capability(exit_am_mode) + bytes_ + look(A_NORMAL, 0) + capability(enter_am_mode) +
                   place(cursor_row, cursor_column);
  std::fwrite(all.data(), 1, all.size(), stdout);
  std::fflush(stdout);
}

}  // namespace viva
