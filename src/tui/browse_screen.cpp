#include "tui/browse_screen.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "render/item_page.hpp"
#include "viva/base/amount.hpp"
#include "viva/base/rich_text.hpp"
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

BrowseScreen::BrowseScreen(const Bank& bank, const Progress& progress, const Filter& filter, Day today)
    : bank_(&bank),
      progress_(&progress),
      today_(today),
      whole_(select(bank, progress, filter, today)),
      narrowed_{{{}, whole_.items}},
      texts_(bank.items.size()) {
  state_.typing = true;
}

// Makes the list anew. The cursor stays on its question if that is still listed. Text that begins with
// earlier text lists no more than that did.
void BrowseScreen::narrow() {
  const auto under_cursor = cursor_ < listed().size() ? std::optional{listed()[cursor_]} : std::nullopt;
  const auto& typed = state_.editor.text();
  while (!typed.starts_with(narrowed_.back().typed)) narrowed_.pop_back();
  if (typed != narrowed_.back().typed) {
    const SearchWords words{typed};
    std::vector<std::size_t> items;
    std::ranges::copy_if(listed(), std::back_inserter(items),
                         [&](std::size_t item) { return text_of(item).has(words); });
    narrowed_.push_back({typed, std::move(items)});
  }
  const auto found = under_cursor ? std::ranges::find(listed(), *under_cursor) : listed().end();
  move_to(found == listed().end() ? 0 : found - listed().begin());
}

const SearchedText& BrowseScreen::text_of(std::size_t item) {
  auto& text = texts_[item];
  if (!text) text.emplace(*bank_, bank_->items[item]);
  return *text;
}

bool BrowseScreen::prepare() {
  constexpr std::size_t at_once = 100;  // a few milliseconds
  const auto end = std::min(prepared_ + at_once, whole_.items.size());
  for (; prepared_ < end; ++prepared_) text_of(whole_.items[prepared_]);
  return prepared_ < whole_.items.size();
}

void BrowseScreen::move_to(std::ptrdiff_t index) {
  const auto last = static_cast<std::ptrdiff_t>(listed().size()) - 1;
  cursor_ = static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(index, 0, std::max<std::ptrdiff_t>(last, 0)));
}

InputMode BrowseScreen::input_mode() const {
  if (state_.overlay.is_open()) return InputMode::overlay;
  return state_.typing ? InputMode::filtering : InputMode::browsing;
}

bool BrowseScreen::allows(KeyAction action) const {
  if (action == KeyAction::drill) return !listed().empty() || !chosen_.empty();
  const bool needs_row = action == KeyAction::read_row || action == KeyAction::choose_row;
  return !needs_row || !listed().empty();
}

BrowseScreen::Request BrowseScreen::take(const InputEvent& event) {
  const auto* paste = std::get_if<Paste>(&event);
  const auto command =
      state_.take(paste ? InputEvent{Paste{on_one_line(paste->text)}} : event, input_mode(), true);
  return std::visit([&](const auto& each) { return perform(each); }, command);
}

BrowseScreen::Request BrowseScreen::perform(TextChanged) {
  narrow();
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
    case KeyAction::bottom: move_to(static_cast<std::ptrdiff_t>(listed().size())); break;
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
  if (listed().empty()) return;
  const auto item = listed()[cursor_];
  if (chosen_.erase(item) == 0) chosen_.insert(item);
}

// A chosen question stays chosen, even if the filter does not list it now.
BrowseScreen::Request BrowseScreen::drill() const {
  if (chosen_.empty()) return DrillThese{listed()};
  DrillThese these;
  std::ranges::copy_if(whole_.items, std::back_inserter(these.items),
                       [&](std::size_t item) { return chosen_.contains(item); });
  return these;
}

Line BrowseScreen::title() const {
  return {
      {fmt::format("{} of {}  ", listed().size(), counted(whole_.items.size(), "question")), Style::strong},
      {bank_->title, Style::dim}};
}

Line BrowseScreen::chosen_words() const {
  return {{fmt::format("{} chosen", chosen_.size()), chosen_.empty() ? Style::dim : Style::good}};
}

// The question under the cursor; the list is not empty.
Page BrowseScreen::question_page(int columns) const {
  return show_item(*bank_, listed()[cursor_], *progress_, {}, today_, columns);
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
      [&](int columns) { return listed().empty() ? Page{} : question_page(columns); });
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
  if (listed().empty()) return draw_nothing(frame, area);
  int id_columns = 0;
  for (const auto item : listed())
    id_columns = std::max(id_columns, static_cast<int>(bank_->items[item].id.size()));
  id_columns =
      std::min(id_columns, std::max(shows_prompts(area) ? area.columns * 2 / 5 : area.columns - 19, 14));
  const auto end = std::min(top_ + height, listed().size());
  for (auto index = top_; index < end; ++index)
    draw_row(frame, {area.row + static_cast<int>(index - top_), area.column, 1, area.columns}, index,
             id_columns);
  mark_more(frame, area, static_cast<int>(top_), static_cast<int>(listed().size() - end));
}

void BrowseScreen::draw_nothing(Frame& frame, const Area& area) const {
  Page page;
  for (const auto& error : whole_.errors) add_wrapped(page, {}, error, area.columns, Style::warn);
  if (!state_.editor.empty())
    add_wrapped(page, {}, "No question has all of these words.", area.columns, Style::warn);
  else if (!whole_.why_empty.empty())
    add_wrapped(page, {}, "No question is left: " + whole_.why_empty, area.columns, Style::warn);
  ScreenRows rows;
  add_page(rows, std::move(page));
  Scroll{}.draw(frame, area, rows);
}

void BrowseScreen::draw_row(Frame& frame, const Area& area, std::size_t index, int id_columns) const {
  const auto i = listed()[index];
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
             {shows_prompts(area) ? "  " + one_line_of(item.prompt) : "", Style::dim}},
            area.columns);
  if (here) frame.reverse(area);
  frame.on_click(area, RowClick{index});
}

void BrowseScreen::draw_preview(Frame& frame, const Area& area) const {
  if (listed().empty()) return;
  ScreenRows rows;
  add_page(rows, question_page(prose_columns(area.columns)));
  Scroll{}.draw(frame, area, rows);
}

}  // namespace viva
