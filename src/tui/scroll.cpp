#include "tui/scroll.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace viva {
namespace {

// Empty rows at the end are nothing to scroll to.
int rows_to_show(const Rows& rows) {
  const auto last =
      std::find_if(rows.rbegin(), rows.rend(), [](const Row& row) { return !row.line.empty(); });
  return static_cast<int>(rows.rend() - last);
}

}  // namespace

void mark_more(Frame& frame, const Area& area, int above, int below) {
  if (above <= 0 && below <= 0) return;
  std::string text;
  if (above > 0) text += fmt::format(" ↑{}", above);
  if (below > 0) text += fmt::format(" ↓{}", below);
  const Line mark{{text + " ", Style::accent}};
  const int columns = frame.width_of(mark);
  const Area corner{area.row - 1, area.column + area.columns - columns, 1, columns};
  frame.clear(corner);
  frame.put(corner.row, corner.column, mark, columns);
}

void add_page(Rows& rows, Page page) {
  for (auto& line : page) rows.push_back({std::move(line)});
}

void Scroll::show(int first, int last) { wanted_.emplace_back(first, last); }

void Scroll::draw(Frame& frame, const Area& area, const Rows& rows) {
  const int count = rows_to_show(rows);
  height_ = area.rows;
  for (const auto& [first, last] : std::exchange(wanted_, {})) {
    top_ = std::max(top_, last + 1 - height_);
    top_ = std::min(top_, first);
  }
  top_ = std::clamp(top_, 0, std::max(count - height_, 0));
  for (int i = 0; i < height_ && top_ + i < count; ++i) {
    const auto& row = rows[static_cast<std::size_t>(top_ + i)];
    const Area place{area.row + i, area.column, 1, area.columns};
    frame.put(place.row, place.column, row.line, place.columns);
    if (row.stroke) frame.on_click(place, *row.stroke);
    if (row.reversed) frame.reverse(place);
  }
  mark_more(frame, area, top_, count - top_ - height_);
}

}  // namespace viva
