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

  // move, handle_key and toggle scroll to the cursor at the next scroll_into_sight().
  void move(int by);                  // the cursor; it stays within the list
  bool handle_key(KeyAction action);  // up and down move the cursor; returns whether the key was one of them
  // `point`: from 0; the cursor moves there. A number that is no point changes nothing.
  void toggle(std::size_t point);
  void toggle() { toggle(cursor_); }
  void toggle_all();  // ticks all points; where all are ticked, none
  void show_cursor() { show_cursor_ = true; }

  using RowRange = std::pair<int, int>;  // first and last row

  // Where the list is among rows.
  struct Placed {
    RowRange around;  // four points, or all if there are fewer, with that under the cursor among them
    RowRange cursor;  // the point under the cursor

    friend bool operator==(const Placed&, const Placed&) = default;
  };

  // Appends the list to `rows`. A click on a point gives a RowClick.
  Placed add_rows(ScreenRows& rows, const std::vector<std::string>& points, int columns) const;

  // Scrolls to the cursor, if it is to be in sight, with as many of the points around it, and then of
  // `whole`, as there is room for. `whole`: the rows of the list and of what belongs to it.
  void scroll_into_sight(Scroll& scroll, RowRange whole, const Placed& placed);

 private:
  std::vector<bool> boxes_;
  std::size_t cursor_ = 0;
  bool show_cursor_ = false;  // at the next scroll_into_sight()
};

}  // namespace viva
