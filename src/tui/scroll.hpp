// Rows that may be more than fit on the screen, and the part of them in sight.
#pragma once

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "render/page.hpp"
#include "tui/frame.hpp"
#include "tui/key_table.hpp"

namespace viva {

// A line of a screen's body, and what a click on it gives.
struct ScreenRow {
  Line line;
  std::optional<InputEvent> on_click{};
  bool reversed = false;
};

using ScreenRows = std::vector<ScreenRow>;

void add_page(ScreenRows& rows, Page page);

// Shows how many rows are out of sight above and below: at the right end of the row above `area`, which is
// mostly a rule and never text.
void mark_more(Frame& frame, const Area& area, int above, int below);

class Scroll {
 public:
  // Scrolls down; negative: up. Drawing limits it to the rows there are.
  void by(int lines) { top_ += lines; }
  void to_top() { top_ = 0; }
  void to_bottom() { top_ = 1 << 20; }
  // Scrolls by almost a screenful; `direction` is 1 or -1.
  void page(int direction) { by(direction * std::max(height_ - 2, 1)); }

  void take(KeyAction action);  // scrolls, if that is what the action does

  // Brings rows `first` to `last` into sight with the next draw. Where they are too many, `first` counts. Of
  // several requests the last one counts most.
  void show(int first, int last);

  // Did the last draw leave rows out of sight?
  bool more_above() const { return top_ > 0; }
  bool more_below() const { return below_ > 0; }

  // Draws the rows in sight, and marks where there are more.
  void draw(Frame& frame, const Area& area, const ScreenRows& rows);

 private:
  int top_ = 0, height_ = 1, below_ = 0;
  std::vector<std::pair<int, int>> to_show_;
};

}  // namespace viva
