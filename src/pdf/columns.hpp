// Where rows go on paper: columns, filled from the top one after the other, page after page. Pure: sizes in,
// spots out. A row once placed never moves, so pages can be drawn as they fill. Lengths are points, 72 to
// the inch; y grows downwards from the paper's upper edge.
#pragma once

#include <vector>

namespace viva::pdf {

struct RowSize {
  double before = 0;  // space above the row; there is none at a column's head
  double height = 0;
  bool stays = false;  // in one column with the next row
  bool opens_column = false;
};

// What of each page the columns fill.
struct ColumnArea {
  double left, top, width, bottom;
  double gutter;  // between two columns
};

struct Spot {
  int page;    // from 0
  int column;  // from 0
  double x, y;

  friend bool operator==(const Spot&, const Spot&) = default;
};

class Columns {
 public:
  Columns(const ColumnArea& area, int count);

  // The rows' spots, below all that was placed before. Rows that stay together share a column unless they
  // are higher than any; then they fill what there is. A row higher than a column sticks out below. To keep
  // them all in one column, up to `spare` of the one before may be left empty.
  std::vector<Spot> place(const std::vector<RowSize>& rows, double spare = 0);

  // So many columns from here on, side by side below everything on this page. `count` is at least 1.
  void divide(int count);

  // What is placed next begins on a page of its own.
  void next_page();

  double column_width() const;

 private:
  bool is_better_moved(const std::vector<RowSize>& rows, double spare) const;
  bool at_head() const { return y_ <= head_; }
  void next_column();
  void place_together(const RowSize* begin, const RowSize* end, std::vector<Spot>& spots);

  ColumnArea area_;
  int count_;
  int page_ = 0, column_ = 0;
  double head_;    // where this page's columns begin
  double y_;       // the end of what is placed in this column
  double lowest_;  // the end of what is placed on this page
};

}  // namespace viva::pdf
