// A terminal's screen as a person sees it: fed with the bytes that viva writes, it knows what stands where
// and how it looks. It speaks what ncurses sends for xterm, screen, tmux, linux and vt100, in UTF-8, and
// behaves as xterm does where they differ; whatever it does not understand it skips, and remembers in
// unknown(). Rows and columns count from 0; bytes may be cut anywhere between two feeds.
#pragma once

#include <array>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace viva::test {

struct Style {
  static constexpr int none = -1, rgb = 256;  // colours: none, 0 to 255, or rgb + 0xrrggbb
  bool bold = false, dim = false, italic = false, underline = false, blink = false, reverse = false,
       hidden = false;
  int foreground = none, background = none;
  bool operator==(const Style&) const = default;
};

// What stands in one column. The right half of a wide character has width 0 and no text.
struct Cell {
  std::string text = " ";  // with all that joins it, such as accents
  Style style{};
  int width = 1;
};

struct Cursor {
  int row = 0, column = 0;
  bool wraps = false;  // the last column was just written: the next character goes to the next row
  Style style{};
  std::array<bool, 2> draws{};  // whether the sets G0 and G1 are the one for line drawing
  std::size_t set = 0;          // the one in use
};

// The cells of the normal and the alternate screen, and what moves and changes them.
class Grid {
 public:
  using Row = std::vector<Cell>;

  Grid(int rows, int columns);
  void resize(int rows, int columns);

  int rows() const { return rows_; }
  int columns() const { return columns_; }
  const Row& line(int row) const { return screens_[shown_].at(static_cast<std::size_t>(row)); }
  Cursor& cursor() { return cursor_; }
  const Cursor& cursor() const { return cursor_; }
  bool alternate() const { return shown_ == 1; }
  void set_autowrap(bool on);
  void set_insert(bool on) { inserts_ = on; }

  void put(const std::string& text, int width);
  void repeat(int count);
  void move_to(int row, int column);
  void move(int rows, int columns);  // not past the scroll region when within it
  void tab(int count);               // backwards when negative
  void index(int rows);              // down a row or, when negative, up; scrolls at the region's edge
  void set_region(int top, int bottom);

  // Positive counts move what follows up or left over what is removed; negative ones make room.
  void scroll(int count);
  void shift_lines(int count);
  void shift_cells(int count);
  void erase(int row, int from, int to);
  void erase_line(int which);    // 0: from the cursor on, 1: up to and with it, 2: all
  void erase_screen(int which);  // the same

  void save() { saved_[shown_] = cursor_; }
  void restore();
  void show(bool alternate) { shown_ = alternate ? 1 : 0; }

 private:
  Row& line(int row) { return screens_[shown_][static_cast<std::size_t>(row)]; }
  Cell& cell(int row, int column) { return line(row)[static_cast<std::size_t>(column)]; }
  Cell blank() const;
  void join(const std::string& text);
  void wrap();
  void advance(int width);
  void cut(int row, int column);
  void scroll(int top, int bottom, int count);

  int rows_, columns_;
  std::array<std::vector<Row>, 2> screens_;
  std::size_t shown_ = 0;
  int top_ = 0, bottom_;  // the rows that scroll
  bool autowrap_ = true, inserts_ = false;
  Cursor cursor_{};
  std::array<Cursor, 2> saved_{};
  Cell last_{};  // what repeat() repeats
};

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
