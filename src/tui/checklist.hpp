// The points of a question as a list of boxes to tick, with a cursor.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "tui/scroll.hpp"

namespace viva {

class Checklist {
 public:
  // `ticked`: numbers from 1.
  explicit Checklist(std::size_t points = 0, const std::vector<int>& ticked = {});

  bool empty() const { return boxes_.empty(); }
  std::vector<int> ticked() const;  // numbers from 1, ascending

  // These bring the cursor into sight.
  void move(int by);            // the cursor; it stays within the list
  bool take(KeyAction action);  // moves the cursor by the keys up and down; false: it did not
  // `point`: from 0; the cursor moves there. A number that is no point changes nothing.
  void toggle(std::size_t point);
  void toggle() { toggle(cursor_); }
  void toggle_all();  // ticks all points; where all are ticked, none
  void show_cursor() { show_cursor_ = true; }

  // Brings the whole list into sight, or as much of its beginning as fits.
  void show_whole() { show_whole_ = true; }

  using RowRange = std::pair<int, int>;  // first and last row

  // Appends the list to `rows`. Returns the rows of the point under the cursor. A click on a point gives a
  // RowClick.
  RowRange add_rows(ScreenRows& rows, const std::vector<std::string>& points, int columns) const;

  // Scrolls to what is to be in sight. `whole`: the rows of the list and of what belongs to it.
  void scroll_into_sight(Scroll& scroll, RowRange whole, RowRange cursor);

 private:
  std::vector<bool> boxes_;
  std::size_t cursor_ = 0;
  bool show_whole_ = false, show_cursor_ = false;  // at the next scroll_into_sight()
};

}  // namespace viva
