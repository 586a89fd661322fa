// A frame: what the whole screen shows, as a grid of cells, and what a click on it means. Pure: a terminal
// only copies it. A cell holds one grapheme cluster that is safe for a terminal; the right half of a wide one
// is an empty cell.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "render/page.hpp"
#include "tui/stroke.hpp"

namespace viva {

struct Size {
  int rows = 24, columns = 80;

  friend bool operator==(const Size&, const Size&) = default;
};

struct Area {
  int row = 0, column = 0, rows = 0, columns = 0;

  bool contains(int at_row, int at_column) const {
    return at_row >= row && at_row < row + rows && at_column >= column && at_column < column + columns;
  }
};

struct Cell {
  std::string text = " ";
  Style style = Style::plain;
  bool reversed = false;

  friend bool operator==(const Cell&, const Cell&) = default;
};

class Frame {
 public:
  // `ascii`: the terminal shows nothing else, so text is spelled out.
  explicit Frame(Size size, bool ascii = false);

  Size size() const { return size_; }
  bool ascii() const { return ascii_; }

  // `line` from there on, cut with an ellipsis at `columns` and at the edge. Gives the columns it takes.
  int put(int row, int column, const Line& line, int columns);

  // The columns `line` would take here.
  int width_of(const Line& line) const;

  void reverse(const Area& area);  // in one style, so that it is one block
  void clear(const Area& area);    // of text, and of clicks on what begins there

  // A click within `area` is this stroke. Of areas that overlap the later counts.
  void on_click(const Area& area, Stroke stroke);
  // A click within `area` places the cursor of what is edited there.
  void on_click_place(const Area& area);
  std::optional<Stroke> clicked(int row, int column) const;

  void set_cursor(int row, int column) { cursor_ = {row, column}; }
  const std::optional<std::pair<int, int>>& cursor() const { return cursor_; }  // row, column

  const std::vector<Cell>& row(int index) const { return rows_[static_cast<std::size_t>(index)]; }

  // The rows as text, without spaces at their ends; each ends in a newline.
  std::string text() const;

 private:
  struct Zone {
    Area area;
    std::optional<Stroke> stroke;  // none: Place
  };

  std::string shown(std::string_view text) const;
  int put_text(int row, int column, std::string_view text, Style style, int end);

  Size size_;
  bool ascii_;
  std::vector<std::vector<Cell>> rows_;
  std::vector<Zone> zones_;
  std::optional<std::pair<int, int>> cursor_;
};

}  // namespace viva
