#include "tui/browse_screen.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "render/item_page.hpp"
#include "viva/base/amount.hpp"
#include "viva/base/text.hpp"

namespace viva {
namespace {

// The question is shown beside the list from this many columns, else below it from this many rows.
constexpr int least_beside = 100, least_below = 16;

// In a narrower list a prompt would be cut too short to help.
bool shows_prompts(const Area& area) { return area.columns >= 70; }

std::string on_one_line(std::string text) {
  std::ranges::replace_if(
      text, [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  return text;
}

}  // namespace

BrowseScreen::BrowseScreen(const Bank& bank, const Progress& progress, Filter filter, Day today)
    : bank_(&bank), progress_(&progress), filter_(std::move(filter)), today_(today) {
  state_.typing = true;
  filter_list();
  all_ = listed_.items;
}

// Makes the list anew. The cursor stays on its question if that is still listed.
void BrowseScreen::filter_list() {
  const auto under_cursor =
      cursor_ < listed_.items.size() ? std::optional{listed_.items[cursor_]} : std::nullopt;
  auto filter = filter_;
  if (!filter.search.empty() && !state_.editor.empty()) filter.search += ' ';
  filter.search += state_.editor.text();
  listed_ = select(*bank_, *progress_, filter, today_);
  const auto found = under_cursor ? std::ranges::find(listed_.items, *under_cursor) : listed_.items.end();
  move_to(found == listed_.items.end() ? 0 : found - listed_.items.begin());
}

void BrowseScreen::move_to(std::ptrdiff_t index) {
  const auto last = static_cast<std::ptrdiff_t>(listed_.items.size()) - 1;
  cursor_ = static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(index, 0, std::max<std::ptrdiff_t>(last, 0)));
}

InputMode BrowseScreen::input_mode() const {
  if (state_.overlay.is_open()) return InputMode::overlay;
  return state_.typing ? InputMode::filtering : InputMode::browsing;
}

bool BrowseScreen::allows(KeyAction action) const {
  if (action == KeyAction::drill) return !listed_.items.empty() || !chosen_.empty();
  const bool needs_row = action == KeyAction::read_row || action == KeyAction::choose_row;
  return !needs_row || !listed_.items.empty();
}

BrowseScreen::Request BrowseScreen::take(const InputEvent& event) {
  const auto* paste = std::get_if<Paste>(&event);
  const auto command =
      state_.take(paste ? InputEvent{Paste{on_one_line(paste->text)}} : event, input_mode(), true);
  return std::visit([&](const auto& each) { return perform(each); }, command);
}

BrowseScreen::Request BrowseScreen::perform(TextChanged) {
  filter_list();
  return {};
}

// The first click on a row moves the cursor there, the next one chooses it.
BrowseScreen::Request BrowseScreen::perform(RowClick click) {
  state_.typing = false;
  if (click.index == cursor_) choose();
  move_to(static_cast<std::ptrdiff_t>(click.index));
  return {};
}

BrowseScreen::Request BrowseScreen::perform(KeyCommand command) {
  if (!allows(command.action)) {
    state_.message = {"no question is listed", Style::warn};
    return {};
  }
  const auto at = static_cast<std::ptrdiff_t>(cursor_);
  switch (command.action) {
    case KeyAction::up: move_to(at - 1); break;
    case KeyAction::down: move_to(at + 1); break;
    case KeyAction::wheel_up: move_to(at - 3); break;
    case KeyAction::wheel_down: move_to(at + 3); break;
    case KeyAction::page_up: move_to(at - height_); break;
    case KeyAction::page_down: move_to(at + height_); break;
    case KeyAction::top: move_to(0); break;
    case KeyAction::bottom: move_to(static_cast<std::ptrdiff_t>(listed_.items.size())); break;
    case KeyAction::filter: state_.typing = true; break;
    case KeyAction::close: state_.typing = false; break;
    case KeyAction::choose_row: choose(); break;
    case KeyAction::read_row: state_.overlay.open(Overlay::Content::item); break;
    case KeyAction::drill: return drill();
    case KeyAction::quit: return Leave{};
    default: break;
  }
  return {};
}

void BrowseScreen::choose() {
  if (listed_.items.empty()) return;
  const auto item = listed_.items[cursor_];
  if (chosen_.erase(item) == 0) chosen_.insert(item);
}

// A chosen question stays chosen, even if the filter does not list it now.
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

Line BrowseScreen::chosen_words() const {
  return {{fmt::format("{} chosen", chosen_.size()), chosen_.empty() ? Style::dim : Style::good}};
}

// The question under the cursor; the list is not empty.
Page BrowseScreen::question_page(int columns) const {
  return show_item(*bank_, listed_.items[cursor_], *progress_, {}, today_, columns);
}

Frame BrowseScreen::draw(ScreenFormat format) {
  return state_.draw(
      format,
      {title(),
       {chosen_words()},
       state_.message,
       input_mode(),
       [&](KeyAction action) { return allows(action); }},
      [&](ScreenLayout& layout) { draw_body(layout); },
      [&](int columns) { return listed_.items.empty() ? Page{} : question_page(columns); });
}

void BrowseScreen::draw_body(ScreenLayout& layout) {
  draw_filter(layout);
  const auto& body = layout.body();
  const bool beside = body.columns >= least_beside;
  const bool below = !beside && body.rows >= least_below;
  const int columns = beside ? body.columns / 2 : body.columns, rows = below ? body.rows / 2 : body.rows;
  draw_list(layout.frame(), {body.row, body.column, rows, columns});
  if (below) draw_rule(layout.frame(), body.row + rows);
  if (below)
    draw_preview(layout.frame(), {body.row + rows + 1, body.column, body.rows - rows - 1, body.columns});
  if (beside)
    draw_preview(layout.frame(), {body.row, body.column + columns + 2, rows, body.columns - columns - 2});
}

void BrowseScreen::draw_filter(ScreenLayout& layout) {
  const auto area = layout.take_top(1);
  auto& frame = layout.frame();
  const int label =
      frame.put(area.row, area.column, {{"Filter ", state_.typing ? Style::accent : Style::dim}}, 9);
  constexpr int count_columns = 10;  // at the right, for the count of rows out of sight
  const int columns = area.columns >= least_beside ? area.columns / 2 : area.columns;
  const Area box{area.row, area.column + label, 1, columns - label - count_columns};
  state_.editor.lay_out(box.columns, 1);
  const auto rows = state_.editor.rows();
  if (state_.editor.empty())
    frame.put(box.row, box.column, {{"words that must occur", Style::dim}}, box.columns);
  else
    frame.put(box.row, box.column, {{rows.front()}}, box.columns);
  frame.on_click_text(box);
  if (state_.typing) frame.set_cursor(box.row, box.column + state_.editor.cursor().column);
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
  if (!state_.editor.empty())
    add_wrapped(page, {}, "No question has all of these words.", area.columns, Style::warn);
  else if (!listed_.why_empty.empty())
    add_wrapped(page, {}, "No question is left: " + listed_.why_empty, area.columns, Style::warn);
  ScreenRows rows;
  add_page(rows, std::move(page));
  Scroll{}.draw(frame, area, rows);
}

void BrowseScreen::draw_row(Frame& frame, const Area& area, std::size_t index, int id_columns) const {
  const auto i = listed_.items[index];
  const auto& item = bank_->items[i];
  auto state = standing((*progress_)[i], today_);
  constexpr int standing_columns = 11;
  state.text = fit(state.text, standing_columns);
  const bool here = index == cursor_, chosen = chosen_.contains(i);
  frame.put(area.row, area.column,
            {{here ? "> " : "  ", Style::accent},
             {chosen ? "[x] " : "[ ] ", chosen ? Style::good : Style::dim},
             {fit(item.id, id_columns) + "  ", here ? Style::strong : Style::plain},
             state,
             {shows_prompts(area) ? "  " + item.prompt : "", Style::dim}},
            area.columns);
  if (here) frame.reverse(area);
  frame.on_click(area, RowClick{index});
}

void BrowseScreen::draw_preview(Frame& frame, const Area& area) const {
  if (listed_.items.empty()) return;
  ScreenRows rows;
  add_page(rows, question_page(prose_columns(area.columns)));
  Scroll{}.draw(frame, area, rows);
}

}  // namespace viva
