// A frame: what the whole screen shows, as a grid of cells, and what a click on each of them means. A value;
// the terminal only copies it. A cell holds one grapheme cluster that is safe for a terminal. A cluster of
// several columns is followed by empty cells.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "render/page.hpp"
#include "tui/input_event.hpp"

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
  Style style = Style::plain;  // as shown: shown_style() of its span
  bool reversed = false;

  friend bool operator==(const Cell&, const Cell&) = default;
};

class Frame {
 public:
  // `ascii`: the terminal shows only ASCII, so other characters are spelled out.
  explicit Frame(Size size, bool ascii = false);

  Size size() const { return size_; }
  bool ascii() const { return ascii_; }

  // Writes `line` from there on. Where `columns` or the edge cuts it, it ends in an ellipsis. Returns the
  // columns it takes.
  int put(int row, int column, const Line& line, int columns);

  // The columns `line` would take here.
  int width_of(const Line& line) const;

  void reverse(const Area& area);  // shows it as one block, in one style
  void clear(const Area& area);    // removes its text, and the click areas that begin in it

  // A click within `area` gives `event`. Where areas overlap, the one added last counts.
  void on_click(const Area& area, InputEvent event);
  // A click within `area` gives a TextClick.
  void on_click_text(const Area& area);
  std::optional<InputEvent> clicked(int row, int column) const;

  void set_cursor(int row, int column) { cursor_ = {row, column}; }
  const std::optional<std::pair<int, int>>& cursor() const { return cursor_; }  // row, column

  const std::vector<Cell>& row(int index) const { return rows_[static_cast<std::size_t>(index)]; }

 private:
  struct Zone {
    Area area;
    std::optional<InputEvent> event;  // none: a TextClick
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
