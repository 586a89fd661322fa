// Rows that may be more than there is room for, and the part of them in sight.
#pragma once

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "render/page.hpp"
#include "tui/frame.hpp"

namespace viva {

// A line of a screen's body, and what a click on it means.
struct Row {
  Line line;
  std::optional<Stroke> stroke{};
  bool reversed = false;
};

using Rows = std::vector<Row>;

void add_page(Rows& rows, Page page);

// Says how many rows are out of sight, at the right end of the row above the area: a rule, mostly, and never
// the text.
void mark_more(Frame& frame, const Area& area, int above, int below);

class Scroll {
 public:
  // Lines down, negative: up. What is too far is cut when drawn.
  void by(int lines) { top_ += lines; }
  void to_top() { top_ = 0; }
  void to_bottom() { top_ = 1 << 20; }
  // By most of what is in sight.
  void page(int direction) { by(direction * std::max(height_ - 2, 1)); }

  // Rows `first` to `last` shall be in sight when drawn next, `first` if not both. What is asked for later
  // comes before.
  void show(int first, int last);

  // Draws those in sight; says on the row above, at its right end, where there is more.
  void draw(Frame& frame, const Area& area, const Rows& rows);

 private:
  int top_ = 0, height_ = 1;
  std::vector<std::pair<int, int>> wanted_;
};

}  // namespace viva
