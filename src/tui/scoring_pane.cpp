#include "tui/scoring_pane.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace viva {
namespace {

constexpr int gap = 3;                     // between the columns, with the bar
constexpr int least_columns_for_two = 98;  // of a body; with its margins, a screen of 100
constexpr int least_rows_for_two = 12;

void add_part(ScreenRows& rows, const ScoredTexts::MakePage& make, int columns) {
  auto page = make(columns);
  const auto first = std::ranges::find_if(page, [](const Line& line) { return !line.empty(); });
  page.erase(page.begin(), first);
  if (page.empty()) return;
  if (!rows.empty() && !rows.back().line.empty()) rows.push_back({});
  add_page(rows, std::move(page));
}

void drop_empty_end(ScreenRows& rows) {
  while (!rows.empty() && rows.back().line.empty()) rows.pop_back();
}

int last_row(const ScreenRows& rows) { return static_cast<int>(rows.size()) - 1; }

void draw_bar(Frame& frame, const Area& body, int column) {
  for (int row = 0; row < body.rows; ++row) frame.put(body.row + row, column, {{"│", Style::dim}}, 1);
}

}  // namespace

struct ScoringPane::Parts {
  Parts(const ScoredTexts& texts, const Checklist& points, int columns) {
    add_part(said, texts.question, columns);
    own_words = static_cast<int>(said.size());
    add_part(said, texts.own_words, columns);
    drop_empty_end(said);
    add_part(list, texts.hint, columns);
    if (!list.empty()) list.push_back({});
    placed = points.add_rows(list, texts.points, columns);
    add_part(list, texts.pitfalls, columns);
    drop_empty_end(list);
  }

  ScreenRows said, list;
  int own_words;  // their first row
  Checklist::Placed placed;
};

void ScoringPane::take(KeyAction action) {
  if (action == KeyAction::top || action == KeyAction::bottom) {
    said_.take(action);
    list_.take(action);
    return;
  }
  const bool up = action == KeyAction::up || action == KeyAction::page_up || action == KeyAction::wheel_up;
  const bool of_list = up ? list_.more_above() : !said_.more_below();
  (of_list ? list_ : said_).take(action);
}

void ScoringPane::draw(ScreenLayout& layout, Checklist& points, const ScoredTexts& texts) {
  const auto& body = layout.body();
  if (body.columns >= least_columns_for_two) {
    const int columns = prose_columns((body.columns - gap) / 2);
    draw_beside(layout, points, Parts{texts, points, columns}, columns);
  } else {
    Parts parts{texts, points, prose_columns(body.columns)};
    if (body.rows >= least_rows_for_two)
      draw_above(layout, points, std::move(parts));
    else
      draw_as_one(layout, points, std::move(parts));
  }
  fresh_ = false;
}

void ScoringPane::draw_beside(ScreenLayout& layout, Checklist& points, Parts parts, int columns) {
  const auto area = layout.body();
  auto& frame = layout.frame();
  points.scroll_into_sight(list_, {0, last_row(parts.list)}, parts.placed);
  said_.draw(frame, {area.row, area.column, area.rows, columns}, parts.said);
  draw_bar(frame, area, area.column + columns + 1);
  list_.draw(frame, {area.row, area.column + columns + gap, area.rows, columns}, parts.list);
}

void ScoringPane::draw_above(ScreenLayout& layout, Checklist& points, Parts parts) {
  const int rows = layout.body().rows, said_rows = static_cast<int>(parts.said.size());
  const int left = rows - 1 - static_cast<int>(parts.list.size());
  const auto said = layout.take_top(std::min(said_rows, std::max(rows / 3, left)));
  if (fresh_ && parts.own_words < said_rows) said_.show(parts.own_words, last_row(parts.said));
  said_.draw(layout.frame(), said, parts.said);
  if (!parts.said.empty()) draw_rule(layout.frame(), layout.take_top(1).row);
  points.scroll_into_sight(list_, {0, last_row(parts.list)}, parts.placed);
  list_.draw(layout.frame(), layout.body(), parts.list);
}

void ScoringPane::draw_as_one(ScreenLayout& layout, Checklist& points, Parts parts) {
  auto& rows = parts.said;
  if (!rows.empty()) rows.push_back({});
  const int list = static_cast<int>(rows.size());
  std::ranges::move(parts.list, std::back_inserter(rows));
  const auto moved = [&](Checklist::RowRange range) {
    return Checklist::RowRange{range.first + list, range.second + list};
  };
  const auto cursor = moved(parts.placed.cursor);
  points.scroll_into_sight(list_, {list, last_row(rows)}, {cursor, cursor});
  said_ = {};
  list_.draw(layout.frame(), layout.body(), rows);
}

}  // namespace viva
