#include "tui/browse_screen.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "render/item_page.hpp"
#include "tui/writing.hpp"
#include "viva/base/amount.hpp"
#include "viva/base/text.hpp"

namespace viva {
namespace {

using Matter = Reading::Matter;

// From so many columns on the question is beside the list, from so many rows on below it.
constexpr int least_beside = 100, least_below = 16;

// A few columns of a prompt tell nothing.
bool shows_prompts(const Area& area) { return area.columns >= 70; }

}  // namespace

BrowseScreen::BrowseScreen(const Bank& bank, const Progress& progress, Filter filter, Day today)
    : bank_(&bank), progress_(&progress), filter_(std::move(filter)), today_(today) {
  typed();
  all_ = listed_.items;
}

// The list anew; the cursor stays on its question where that is still listed.
void BrowseScreen::typed() {
  const auto under_cursor =
      cursor_ < listed_.items.size() ? std::optional{listed_.items[cursor_]} : std::nullopt;
  auto filter = filter_;
  if (!filter.search.empty() && !words_.empty()) filter.search += ' ';
  filter.search += words_.text();
  listed_ = select(*bank_, *progress_, filter, today_);
  const auto found = under_cursor ? std::ranges::find(listed_.items, *under_cursor) : listed_.items.end();
  move_to(found == listed_.items.end() ? 0 : found - listed_.items.begin());
}

void BrowseScreen::move_to(std::ptrdiff_t index) {
  const auto last = static_cast<std::ptrdiff_t>(listed_.items.size()) - 1;
  cursor_ = static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(index, 0, std::max<std::ptrdiff_t>(last, 0)));
}

Scene BrowseScreen::scene() const {
  if (reading_.open()) return Scene::reading;
  return filtering_ ? Scene::filtering : Scene::browsing;
}

bool BrowseScreen::allows(Act act) const {
  if (act == Act::drill) return !listed_.items.empty() || !chosen_.empty();
  return (act != Act::read_row && act != Act::mark_row) || !listed_.items.empty();
}

BrowseScreen::Request BrowseScreen::take(const Stroke& stroke) {
  message_ = {};
  return std::visit([&](const auto& meant) { return handle(meant); }, stroke);
}

BrowseScreen::Request BrowseScreen::handle(const Press& press) {
  const auto meaning = meaning_of(scene(), press.key);
  if (const auto* act = meaning ? std::get_if<Act>(&*meaning) : nullptr) return obey(*act);
  if (scene() != Scene::filtering) return {};
  if (edit(words_, meaning, press.key)) typed();
  return {};
}

BrowseScreen::Request BrowseScreen::handle(const Paste& paste) {
  if (reading_.open()) {
    message_ = not_a_command();
    return {};
  }
  auto text = paste.text;
  std::ranges::replace_if(
      text, [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  filtering_ = true;
  words_.insert(text);
  typed();
  return {};
}

// The first click goes there, the next one chooses.
BrowseScreen::Request BrowseScreen::handle(const Pick& pick) {
  filtering_ = false;
  if (pick.which == cursor_) choose();
  move_to(static_cast<std::ptrdiff_t>(pick.which));
  return {};
}

BrowseScreen::Request BrowseScreen::handle(const Place& place) {
  filtering_ = true;
  words_.place(place.row, place.column);
  return {};
}

BrowseScreen::Request BrowseScreen::obey(Act act) {
  if (const auto wish = wish_of(act)) return *wish;
  if (too_small_) return {};
  if (reading_.open()) return reading_.take(act), Request{};
  if (!allows(act)) {
    message_ = {"no question is listed", Style::warn};
    return {};
  }
  const auto at = static_cast<std::ptrdiff_t>(cursor_);
  switch (act) {
    case Act::up: move_to(at - 1); break;
    case Act::down: move_to(at + 1); break;
    case Act::wheel_up: move_to(at - 3); break;
    case Act::wheel_down: move_to(at + 3); break;
    case Act::page_up: move_to(at - height_); break;
    case Act::page_down: move_to(at + height_); break;
    case Act::top: move_to(0); break;
    case Act::bottom: move_to(static_cast<std::ptrdiff_t>(listed_.items.size())); break;
    case Act::filter: filtering_ = true; break;
    case Act::close: filtering_ = false; break;
    case Act::mark_row: choose(); break;
    case Act::read_row: reading_.open(Matter::item); break;
    case Act::help: reading_.open_help(scene()); break;
    case Act::drill: return drill();
    case Act::quit: return Leave{};
    default: break;
  }
  return {};
}

void BrowseScreen::choose() {
  if (listed_.items.empty()) return;
  const auto item = listed_.items[cursor_];
  if (chosen_.erase(item) == 0) chosen_.insert(item);
}

// What was chosen stays chosen, also where the filter does not list it now.
BrowseScreen::Request BrowseScreen::drill() const {
  if (chosen_.empty()) return DrillThese{listed_.items};
  DrillThese these;
  std::ranges::copy_if(all_, std::back_inserter(these.items),
                       [&](std::size_t item) { return chosen_.contains(item); });
  return these;
}

Line BrowseScreen::title() const {
  return {{fmt::format("{} of {}  ", listed_.items.size(), counted(all_.size(), "question")), Style::strong},
          {bank_->title, Style::dim}};
}

Frame BrowseScreen::draw(Look look) {
  auto small = too_small(look);
  too_small_ = small.has_value();
  if (small) return std::move(*small);
  const Line chosen{{fmt::format("{} chosen", chosen_.size()), chosen_.empty() ? Style::dim : Style::good}};
  Stage stage{look, title(), {chosen}, message_, scene(), [&](Act act) { return allows(act); }};
  if (reading_.open()) {
    reading_.draw(stage, reading_.matter() == Matter::help
                             ? reading_.help(prose_columns(stage.body().columns))
                             : show_item(*bank_, listed_.items[cursor_], *progress_, today_,
                                         prose_columns(stage.body().columns)));
    return std::move(stage.frame());
  }
  draw_filter(stage);
  const auto& body = stage.body();
  const bool beside = body.columns >= least_beside;
  const bool below = !beside && body.rows >= least_below;
  const int columns = beside ? body.columns / 2 : body.columns, rows = below ? body.rows / 2 : body.rows;
  draw_list(stage.frame(), {body.row, body.column, rows, columns});
  if (below) draw_rule(stage.frame(), body.row + rows);
  if (below)
    draw_preview(stage.frame(), {body.row + rows + 1, body.column, body.rows - rows - 1, body.columns});
  if (beside)
    draw_preview(stage.frame(), {body.row, body.column + columns + 2, rows, body.columns - columns - 2});
  return std::move(stage.frame());
}

void BrowseScreen::draw_filter(Stage& stage) {
  const auto area = stage.take_top(1);
  auto& frame = stage.frame();
  const int label =
      frame.put(area.row, area.column, {{"Filter ", filtering_ ? Style::accent : Style::dim}}, 9);
  constexpr int count_columns = 10;  // of how much more the list has, at its right end
  const int columns = area.columns >= least_beside ? area.columns / 2 : area.columns;
  const Area box{area.row, area.column + label, 1, columns - label - count_columns};
  words_.lay_out(box.columns, 1);
  const auto rows = words_.rows();
  if (words_.empty())
    frame.put(box.row, box.column, {{"words that must occur", Style::dim}}, box.columns);
  else
    frame.put(box.row, box.column, {{rows.front()}}, box.columns);
  frame.on_click_place(box);
  if (filtering_) frame.set_cursor(box.row, box.column + words_.cursor().column);
}

void BrowseScreen::draw_list(Frame& frame, const Area& area) {
  height_ = area.rows;
  const auto height = static_cast<std::size_t>(area.rows);
  top_ = std::clamp(top_, cursor_ < height ? 0 : cursor_ - height + 1, cursor_);
  if (listed_.items.empty()) return draw_nothing(frame, area);
  int id_columns = 0;
  for (const auto item : listed_.items)
    id_columns = std::max(id_columns, static_cast<int>(bank_->items[item].id.size()));
  id_columns =
      std::min(id_columns, std::max(shows_prompts(area) ? area.columns * 2 / 5 : area.columns - 19, 14));
  const auto end = std::min(top_ + height, listed_.items.size());
  for (auto index = top_; index < end; ++index)
    draw_row(frame, {area.row + static_cast<int>(index - top_), area.column, 1, area.columns}, index,
             id_columns);
  mark_more(frame, area, static_cast<int>(top_), static_cast<int>(listed_.items.size() - end));
}

void BrowseScreen::draw_nothing(Frame& frame, const Area& area) const {
  Page page;
  for (const auto& error : listed_.errors) add_wrapped(page, {}, error, area.columns, Style::warn);
  if (!words_.empty())
    add_wrapped(page, {}, "No question has all of these words.", area.columns, Style::warn);
  else if (!listed_.why_empty.empty())
    add_wrapped(page, {}, "No question is left: " + listed_.why_empty, area.columns, Style::warn);
  Rows rows;
  add_page(rows, std::move(page));
  Scroll{}.draw(frame, area, rows);
}

void BrowseScreen::draw_row(Frame& frame, const Area& place, std::size_t index, int id_columns) const {
  const auto i = listed_.items[index];
  const auto& item = bank_->items[i];
  auto state = standing((*progress_)[i], today_);
  constexpr int standing_columns = 11;
  state.text = fit(state.text, standing_columns);
  const bool here = index == cursor_, chosen = chosen_.contains(i);
  frame.put(place.row, place.column,
            {{here ? "> " : "  ", Style::accent},
             {chosen ? "[x] " : "[ ] ", chosen ? Style::good : Style::dim},
             {fit(item.id, id_columns) + "  ", here ? Style::strong : Style::plain},
             state,
             {shows_prompts(place) ? "  " + item.prompt : "", Style::dim}},
            place.columns);
  if (here) frame.reverse(place);
  frame.on_click(place, Pick{index});
}

void BrowseScreen::draw_preview(Frame& frame, const Area& area) {
  if (listed_.items.empty()) return;
  Rows rows;
  add_page(rows, show_item(*bank_, listed_.items[cursor_], *progress_, today_, prose_columns(area.columns)));
  Scroll{}.draw(frame, area, rows);
}

}  // namespace viva
