#include "tui/checklist.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "render/rich_page.hpp"

namespace viva {

Checklist::Checklist(std::size_t points, const std::vector<int>& ticked) : boxes_(points) {
  for (const int number : ticked)
    if (number >= 1 && static_cast<std::size_t>(number) <= points)
      boxes_[static_cast<std::size_t>(number - 1)] = true;
}

void Checklist::move(int by) {
  show_cursor();
  const auto last = std::max(static_cast<int>(boxes_.size()) - 1, 0);
  cursor_ = static_cast<std::size_t>(std::clamp(static_cast<int>(cursor_) + by, 0, last));
}

bool Checklist::handle_key(KeyAction action) {
  if (empty() || (action != KeyAction::up && action != KeyAction::down)) return false;
  move(action == KeyAction::up ? -1 : 1);
  return true;
}

void Checklist::toggle(std::size_t point) {
  show_cursor();
  if (point >= boxes_.size()) return;
  cursor_ = point;
  boxes_[point] = !boxes_[point];
}

void Checklist::toggle_all() {
  show_cursor();
  const bool all = std::ranges::find(boxes_, false) == boxes_.end();
  boxes_.assign(boxes_.size(), !all);
}

std::vector<int> Checklist::ticked() const {
  std::vector<int> numbers;
  for (std::size_t i = 0; i < boxes_.size(); ++i)
    if (boxes_[i]) numbers.push_back(static_cast<int>(i) + 1);
  return numbers;
}

Checklist::Placed Checklist::add_rows(ScreenRows& rows, const std::vector<std::string>& points,
                                      int columns) const {
  constexpr std::size_t few = 4;
  const auto count = std::min(points.size(), boxes_.size());
  const auto first_around =
      std::min(cursor_ - std::min<std::size_t>(cursor_, 1), count - std::min(count, few));
  const int digits = points.size() > 9 ? 2 : 1;
  const int begin = static_cast<int>(rows.size());
  Placed placed{{begin, begin}, {begin, begin}};
  for (std::size_t i = 0; i < count; ++i) {
    const bool here = i == cursor_;
    Page page;
    add_text(page,
             {{here ? "> " : "  ", Style::accent},
              {boxes_[i] ? "[x]" : "[ ]", boxes_[i] ? Style::strong : Style::plain},
              {fmt::format(" {:>{}}  ", i + 1, digits), Style::dim}},
             points[i], columns, here ? Style::strong : Style::plain);
    const int first = static_cast<int>(rows.size());
    for (auto& line : page) rows.push_back({std::move(line), RowClick{i}});
    const int last = static_cast<int>(rows.size()) - 1;
    if (here) placed.cursor = {first, last};
    if (i == first_around) placed.around.first = first;
    if (i < first_around + few) placed.around.second = last;
  }
  return placed;
}

void Checklist::scroll_into_sight(Scroll& scroll, RowRange whole, const Placed& placed) {
  if (!std::exchange(show_cursor_, false)) return;
  scroll.show(whole.first, whole.second);
  if (empty()) return;
  for (const auto& [first, last] : {placed.around, placed.cursor}) scroll.show(first, last);
}

}  // namespace viva
