// A terminal's screen as a person sees it: fed with the bytes that viva writes, it knows what stands where
// and how it looks. It speaks what ncurses sends for xterm, screen, tmux, linux and vt100, in UTF-8, and
// behaves as xterm does where they differ; whatever it does not understand it skips, and remembers in
// unknown(). Rows and columns count from 0; bytes may be cut anywhere between two feeds.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "cli/screen_grid.hpp"

namespace viva::test {

class ScreenReader {
 public:
  // Sets the process's LC_CTYPE to C.UTF-8, which tells how wide a character is.
  ScreenReader(int rows, int columns);

  void feed(std::string_view bytes);
  // Keeps what stands at the top left, of both screens.
  void resize(int rows, int columns) { grid_.resize(rows, columns); }

  int rows() const { return grid_.rows(); }
  int columns() const { return grid_.columns(); }

  // The rows, each ended by '\n' but the last, without the spaces and the empty rows at their ends.
  std::string text() const;
  std::string row(int row) const;

  // One letter a column, without the '.' at the end: '.' plain, 'b' bold, or the most striking of 'r'
  // reverse, 'u' underline, 'i' italic, 'd' dim, 'k' blink and 'h' hidden, as a capital when bold too.
  // TERM=screen has no standout of its own: there A_STANDOUT is italic, A_REVERSE is reverse.
  std::string styles(int row) const;
  // The same of the colours: '0' to '7' for the foreground, '+' for one beyond those, '_' when only the
  // background has one.
  std::string colours(int row) const;
  // All of it; of the right half of a wide character, too.
  const Style& style(int row, int column) const;
  // Whether any colour was ever asked for, be it for a cell that shows none.
  bool ever_coloured() const { return coloured_; }

  int cursor_row() const { return grid_.cursor().row; }
  int cursor_column() const { return grid_.cursor().column; }
  bool cursor_visible() const { return mode(25); }
  bool alternate_screen() const { return grid_.alternate(); }
  bool bracketed_paste() const { return mode(2004); }
  bool mouse() const { return mode(1000) || mode(1002) || mode(1003); }
  bool mode(int number) const { return modes_.contains(number); }  // one set with \e[?...h

  // The sequences not understood, each once, with "\e" for an escape and "\xNN" for other bytes.
  const std::vector<std::string>& unknown() const { return unknown_; }

 private:
  // Each takes one thing off the front: how many bytes it took, or 0 when the rest is yet to come.
  std::size_t take(std::string_view bytes);
  std::size_t take_character(std::string_view bytes);
  std::size_t take_escape(std::string_view bytes);
  std::size_t take_sequence(std::string_view bytes);
  std::size_t take_string(std::string_view bytes);

  void show(std::string_view text, wchar_t character);
  void control(char byte);
  // These say whether it was understood.
  bool obey(const std::string& kind, const std::vector<int>& numbers);
  bool choose_set(std::string_view kind);
  bool restyle(const std::vector<int>& numbers);
  bool set_modes(const std::string& kind, const std::vector<int>& numbers);
  bool set_mode(int number, bool on);
  bool set_private_mode(int number, bool on);
  void change_screen(int mode, bool on);
  void reset(bool all);
  void remember(std::string_view sequence);

  Grid grid_;
  std::string held_;  // the start of what is yet to come
  std::set<int> modes_;
  bool coloured_ = false;
  std::vector<std::string> unknown_;
};

}  // namespace viva::test
