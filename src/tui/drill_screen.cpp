#include "tui/drill_screen.hpp"

#include <fmt/format.h>

#include <utility>

#include "render/chart.hpp"
#include "render/drill_page.hpp"
#include "render/item_page.hpp"
#include "render/typed_page.hpp"
#include "tui/choice_bar.hpp"
#include "tui/writing.hpp"
#include "viva/base/amount.hpp"

namespace viva {
namespace {

using Action = Drill::Action;
using Phase = Drill::Phase;
using Matter = Reading::Matter;

}  // namespace

// What belongs to a place goes when the drill moves on; its ticks are kept for when it is undone.
void DrillScreen::follow(const Drill::View& view) {
  if (proposed_ != view.proposed) {
    proposed_ = view.proposed;
    chosen_ = proposed_ ? std::optional{static_cast<int>(*proposed_)} : std::nullopt;
  }
  const std::pair turn{view.item, view.repeated};
  const bool moved = turn_ != turn || number_ != view.number;
  if (!moved && phase_ == view.phase) return;
  if (moved) {
    chosen_.reset();
    if (turn_) ticks_[*turn_] = points_.ticked();
    editor_ = AnswerEditor{view.answer};
    reading_.open(Matter::nothing);
  }
  const bool fresh = moved || phase_ == Phase::question;
  if (fresh) points_ = Checklist{item(view).points.size(), ticks_[turn]};
  if (fresh) scroll_ = {};
  writing_ = false;
  show_hint_ = fresh;
  show_cursor_ = !fresh;
  turn_ = turn;
  number_ = view.number;
  phase_ = view.phase;
}

Scene DrillScreen::scene(const Drill::View& view) const {
  if (reading_.open()) return Scene::reading;
  switch (view.phase) {
    case Phase::points: return Scene::points;
    case Phase::rating: return Scene::rating;
    default: return writing_ ? Scene::writing : Scene::question;
  }
}

bool DrillScreen::allows(Act act, const Drill::View& view) const {
  switch (act) {
    case Act::undo: return view.allows(Action::undo) || !points_.ticked().empty();
    case Act::answer: return view.allows(Action::answer);
    case Act::follow_ups: return view.allows(Action::follow_ups);
    case Act::tick:
    case Act::tick_all: return view.allows(Action::tick);
    case Act::accept: return view.phase == Phase::points || chosen_.has_value();
    default: return true;
  }
}

DrillScreen::Request DrillScreen::take(const Stroke& stroke, const Drill::View& view) {
  follow(view);
  message_ = {};
  return std::visit([&](const auto& meant) { return handle(meant, view); }, stroke);
}

DrillScreen::Request DrillScreen::handle(const Press& press, const Drill::View& view) {
  const auto meaning = meaning_of(scene(view), press.key);
  const auto* act = meaning ? std::get_if<Act>(&*meaning) : nullptr;
  if (act) return obey(*act, press.key, view);
  if (scene(view) != Scene::writing) return {};
  return edit(editor_, meaning, press.key) ? typed() : Request{};
}

DrillScreen::Request DrillScreen::handle(const Paste& paste, const Drill::View& view) {
  if (view.phase != Phase::question || reading_.open()) {
    message_ = not_a_command();
    return {};
  }
  writing_ = true;
  editor_.insert(paste.text);
  return typed();
}

DrillScreen::Request DrillScreen::handle(const Pick& pick, const Drill::View& view) {
  points_.toggle(pick.which);
  return ticked(view);
}

DrillScreen::Request DrillScreen::handle(const Place& place, const Drill::View&) {
  writing_ = true;
  editor_.place(place.row, place.column);
  return {};
}

DrillScreen::Request DrillScreen::obey(Act act, std::string_view key, const Drill::View& view) {
  if (too_small_ && !wish_of(act)) return {};
  if (reading_.open() && !wish_of(act)) {
    reading_.take(act);
    return {};
  }
  if (!allows(act, view)) return refuse(act, view);
  switch (act) {
    case Act::reveal: return Drill::Event{Drill::Reveal{editor_.text()}};
    case Act::write: writing_ = true; return {};
    case Act::leave_writing: writing_ = false; return {};
    case Act::skip: return Drill::Event{Drill::Skip{}};
    case Act::undo: return undo(view);
    case Act::quit: return Drill::Event{Drill::Quit{}};
    case Act::answer: reading_.open(Matter::answer); return {};
    case Act::follow_ups: reading_.open(Matter::follow_ups); return {};
    case Act::help: reading_.open_help(scene(view)); return {};
    case Act::tick: points_.toggle(); return ticked(view);
    case Act::tick_all: points_.toggle_all(); return ticked(view);
    case Act::tick_number: points_.toggle(static_cast<std::size_t>(number_of(key) - 1)); return ticked(view);
    case Act::rate_number: return Drill::Event{Drill::Rate{static_cast<Rating>(number_of(key))}};
    case Act::accept: return accept(view);
    case Act::left: chosen_ = moved_choice(chosen_, -1, 4); return {};
    case Act::right: chosen_ = moved_choice(chosen_, 1, 4); return {};
    default: return obey_common(act, view);
  }
}

// What moves on the screen, and what the screen cannot do by itself.
DrillScreen::Request DrillScreen::obey_common(Act act, const Drill::View& view) {
  if (const auto wish = wish_of(act)) return *wish;
  const bool moves = act == Act::up || act == Act::down;
  if (moves && view.phase != Phase::question && !points_.empty()) {
    points_.move(act == Act::up ? -1 : 1);
    show_cursor_ = true;
  } else {
    scroll_by(scroll_, act);
  }
  return {};
}

DrillScreen::Request DrillScreen::refuse(Act act, const Drill::View& view) {
  if (act == Act::undo) message_ = warning(why_not(Action::undo, view.phase));
  if (act == Act::answer) message_ = warning(why_not(Action::answer, view.phase));
  if (act == Act::follow_ups) message_ = warning(why_not(Action::follow_ups, view.phase));
  if (act == Act::accept) message_ = warning("press 1 Again, 2 Hard, 3 Good or 4 Easy");
  return {};
}

// The drill knows all that is typed at once, so that it stays with its question.
DrillScreen::Request DrillScreen::typed() const { return Drill::Event{Drill::Type{editor_.text()}}; }

DrillScreen::Request DrillScreen::set_answer(std::string text) {
  editor_.replace(std::move(text));
  return typed();
}

DrillScreen::Request DrillScreen::accept(const Drill::View& view) {
  if (view.phase == Phase::points) return Drill::Event{Drill::Tick{points_.ticked()}};
  return Drill::Event{Drill::Rate{static_cast<Rating>(*chosen_)}};
}

// One thing at a time: of the points ticked but not given yet the drill does not know.
DrillScreen::Request DrillScreen::undo(const Drill::View& view) {
  if (view.phase != Phase::points || points_.ticked().empty()) return Drill::Event{Drill::Undo{}};
  points_ = Checklist{item(view).points.size()};
  message_ = {"The ticks are taken back.", Style::good};
  return {};
}

// While the points are ticked the drill waits for all of them; once it rates, it is told of each change.
DrillScreen::Request DrillScreen::ticked(const Drill::View& view) {
  show_cursor_ = true;
  if (view.phase != Phase::rating) return {};
  return Drill::Event{Drill::Tick{points_.ticked()}};
}

Page DrillScreen::page(const Drill::View& view, int columns) const {
  Page page;
  switch (reading_.matter()) {
    case Matter::help: return reading_.help(columns);
    case Matter::follow_ups: add_follow_ups(page, item(view), columns); break;
    case Matter::answer: return answer_page(item(view), columns);
    default: break;
  }
  return page;
}

Message DrillScreen::message(const Drill::View& view) const {
  if (!message_.text.empty() || reading_.open()) return message_;
  if (view.phase == Phase::points) return {"Tick the points you really made.", Style::dim};
  if (view.phase == Phase::question && !writing_ && editor_.empty())
    return {"Answer aloud or on paper, then press Enter.", Style::dim};
  return {};
}

Frame DrillScreen::draw(const Drill::View& view, int seconds, Day today, Look look) {
  follow(view);
  auto small = too_small(look);
  too_small_ = small.has_value();
  if (small) return std::move(*small);
  if (std::exchange(size_, look.size) != look.size) show_cursor_ = true;
  constexpr int bar_columns = 10;
  const auto done = static_cast<double>(view.number - 1) / static_cast<double>(view.total);
  const Span time{minutes_and_seconds(seconds),
                  seconds > item(view).minutes * 60 ? Style::warn : Style::plain};
  const Span of{fmt::format(" of {} min", item(view).minutes), Style::dim};
  const auto turn = turn_words(view);
  Stage stage{
      look,
      {{fmt::format("{}/{}  ", view.number, view.total), Style::strong},
       {turn.empty() ? "" : fmt::format("{} · ", turn), Style::accent},
       {fmt::format("{} · {}", bank_->tiers[item(view).tier].name, bank_->topics[item(view).topic].name),
        Style::dim}},
      {{{share_bar(done, bar_columns), Style::accent}, {"  "}, time, of}, {time, of}, {time}},
      message(view),
      scene(view),
      [&](Act act) { return allows(act, view); }};
  if (reading_.open())
    reading_.draw(stage, page(view, prose_columns(stage.body().columns)));
  else if (view.phase == Phase::question)
    draw_question(stage, view);
  else
    draw_points(stage, view, today);
  return std::move(stage.frame());
}

void DrillScreen::draw_question(Stage& stage, const Drill::View& view) {
  Rows rows = prompt_rows(item(view).prompt, prose_columns(stage.body().columns));
  if (writing_ || !editor_.empty())
    draw_writing(stage, scroll_, rows, {"Your answer", editor_, writing_});
  else
    scroll_.draw(stage.frame(), stage.body(), rows);
}

void DrillScreen::draw_points(Stage& stage, const Drill::View& view, Day today) {
  const int columns = prose_columns(stage.body().columns);
  if (view.phase == Phase::rating) draw_rating(stage, view, today);
  Rows rows = prompt_rows(item(view).prompt, columns);
  if (!view.answer.empty()) {
    Page typed{{{"Your answer", Style::strong}}};
    add_typed(typed, view.answer, columns);
    typed.push_back({});
    add_page(rows, std::move(typed));
  }
  const int hint = static_cast<int>(rows.size());
  Page page;
  add_wrapped(page, {{"Hint   ", Style::strong}}, item(view).hint, columns);
  page.push_back({});
  add_page(rows, std::move(page));
  const auto cursor = points_.add_rows(rows, item(view).points, columns);
  const bool show_cursor = std::exchange(show_cursor_, false);
  if (std::exchange(show_hint_, false) || show_cursor) scroll_.show(hint, static_cast<int>(rows.size()) - 1);
  if (show_cursor && !points_.empty()) scroll_.show(cursor.first, cursor.second);
  scroll_.draw(stage.frame(), stage.body(), rows);
}

void DrillScreen::draw_rating(Stage& stage, const Drill::View& view, Day today) const {
  std::vector<Choice> choices;
  for (int number = 1; number <= 4; ++number) {
    const auto rating = static_cast<Rating>(number);
    choices.push_back({std::string{name(rating)}, return_words(view, rating, today)});
  }
  const auto lead = view.proposed
                        ? points_words(view.ticked.size(), item(view).points.size(), name(*view.proposed))
                        : std::string{"How did it go?"};
  constexpr int least_to_explain = 60;
  const auto* what = stage.body().columns < least_to_explain ? "" : "  (in brackets: when it comes back)";
  draw_choices(stage, {{lead, Style::strong}, {what, Style::dim}}, choices, chosen_);
}

}  // namespace viva
