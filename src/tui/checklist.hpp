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
  void move(int by);  // the cursor; it stays within the list
  void toggle() { toggle(cursor_); }
  void toggle(std::size_t point);   // from 0; moves the cursor there. What is no point changes nothing.
  void toggle_all();                // none, where all are ticked
  std::vector<int> ticked() const;  // numbers from 1, ascending

  // Appends the list; gives the first and last row of the point under the cursor. A click picks a point.
  std::pair<int, int> add_rows(Rows& rows, const std::vector<std::string>& points, int columns) const;

 private:
  std::vector<bool> boxes_;
  std::size_t cursor_ = 0;
};

}  // namespace viva
