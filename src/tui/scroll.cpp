#include "tui/scroll.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace viva {
namespace {

// How many rows there are, without the empty ones at the end.
int rows_to_show(const ScreenRows& rows) {
  const auto last =
      std::find_if(rows.rbegin(), rows.rend(), [](const ScreenRow& row) { return !row.line.empty(); });
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

void add_page(ScreenRows& rows, Page page) {
  for (auto& line : page) rows.push_back({std::move(line)});
}

void Scroll::take(KeyAction action) {
  constexpr int wheel_lines = 3;
  switch (action) {
    case KeyAction::up: return by(-1);
    case KeyAction::down: return by(1);
    case KeyAction::wheel_up: return by(-wheel_lines);
    case KeyAction::wheel_down: return by(wheel_lines);
    case KeyAction::page_up: return page(-1);
    case KeyAction::page_down: return page(1);
    case KeyAction::top: return to_top();
    case KeyAction::bottom: return to_bottom();
    default: return;
  }
}

void Scroll::show(int first, int last) { to_show_.emplace_back(first, last); }

void Scroll::draw(Frame& frame, const Area& area, const ScreenRows& rows) {
  const int count = rows_to_show(rows);
  height_ = area.rows;
  for (const auto& [first, last] : std::exchange(to_show_, {})) {
    top_ = std::max(top_, last + 1 - height_);
    top_ = std::min(top_, first);
  }
  top_ = std::clamp(top_, 0, std::max(count - height_, 0));
  for (int i = 0; i < height_ && top_ + i < count; ++i) {
    const auto& row = rows[static_cast<std::size_t>(top_ + i)];
    const Area row_area{area.row + i, area.column, 1, area.columns};
    frame.put(row_area.row, row_area.column, row.line, row_area.columns);
    if (row.on_click) frame.on_click(row_area, *row.on_click);
    if (row.reversed) frame.reverse(row_area);
  }
  below_ = std::max(count - top_ - height_, 0);
  mark_more(frame, area, top_, below_);
}

}  // namespace viva
