// Charts as lines of text. They are drawn with block elements, which to_ascii() turns into "#" and weaker
// signs, so that each chart has an ASCII form of the same width. What a chart tells is in its shape; colour
// only helps.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "render/page.hpp"

namespace viva {

// The round number, 1, 2, 3, 4, 5 or 8 times a power of ten and at least 1, that a count's axis ends at.
double axis_end(double highest);

// A horizontal bar of `columns`, to an eighth of a column. Only a share of 1 (or more) fills it, and only one
// of 0 (or less) leaves it empty.
std::string share_bar(double share, int columns);

// Good from 80 %, bad below 50 %.
Style style_of_share(double share);

// One bar below the other: label, bar, value and note.
struct Bar {
  std::string label;  // may begin with spaces
  double share = 0;
  std::string value, note{};
  Style style = Style::accent;
  bool opens_group = false;  // after an empty line
};

// The bars have one length, at most 28. Where there is little room the notes are left out, then labels
// clipped. The lines have no indent of their own; `columns` is at least 20.
Page bar_chart(const std::vector<Bar>& bars, int columns);

// One column a value, from a base line up.
struct ColumnChart {
  enum class Scale { count, share };  // share: from 0 to 100 %; count: from 0 to a round number

  std::vector<double> values{};  // not negative, in order; none: only the axes
  std::vector<std::string>
      labels{};  // below the columns: one a value, or none at all; shown where there is room
  Scale scale = Scale::count;
  int height = 5;  // lines, without the axis and the labels
  int widest = 4;  // columns of a value with the gap after it, where there is room
  Style style = Style::accent;
};

// At most `columns` wide; fewer than 20 count as 20. Where there are more values than columns, neighbours are
// averaged and the first label of each group is kept. The lines have no indent of their own.
Page column_chart(const ColumnChart& chart, int columns);

inline constexpr int heat_levels = 5;

// Level 0 to 4 of a heat map: 0 is nothing, 4 is near `most`.
int heat_level(double value, double most);

// A calendar: seven cells a week, Monday first.
struct HeatMap {
  struct Cell {
    int level = 0;    // 0 to 4; -1: no cell
    std::string tip;  // for pictures
  };
  struct Month {
    std::size_t week = 0;  // above which its name stands
    std::string name;      // "Nov"
  };

  std::vector<std::array<Cell, 7>> weeks;
  std::vector<Month> months;  // names that have no room are left out
};

// One column a week, with a legend; indented by two columns.
Page heat_map(const HeatMap& map);

// A cell of one column; `level` is 0 to 4.
Span heat_cell(int level);

}  // namespace viva
