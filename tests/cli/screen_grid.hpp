// The cells of a terminal's two screens, and what moves and changes them: knows nothing of the bytes that ask
// for it. Rows and columns count from 0.
#pragma once

#include <array>
#include <string>
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

}  // namespace viva::test
