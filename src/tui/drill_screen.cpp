#include "tui/drill_screen.hpp"

#include <fmt/format.h>

#include <utility>

#include "render/drill_page.hpp"
#include "render/item_page.hpp"
#include "render/rich_page.hpp"
#include "render/typed_page.hpp"
#include "tui/answer_box.hpp"
#include "tui/choice_bar.hpp"
#include "tui/clock_heading.hpp"

namespace viva {

// Forgets what belongs to the question that was left. Its ticks are kept, in case it is undone.
void DrillScreen::follow(const Drill::View& view) {
  if (proposed_ != view.proposed) {
    proposed_ = view.proposed;
    chosen_ = proposed_ ? std::optional{static_cast<int>(*proposed_)} : std::nullopt;
  }
  const Turn turn{view.item, view.repeated};
  const bool moved = turn_ != turn || number_ != view.number;
  if (!moved && phase_ == view.phase) return;
  if (moved) {
    chosen_.reset();
    if (turn_) ticks_[*turn_] = points_.ticked();
    state_.editor = AnswerEditor{view.answer};
    state_.overlay.close();
  }
  state_.typing = false;
  if (moved || phase_ == Drill::Phase::question) {
    points_ = Checklist{view.asked.size(), ticks_[turn]};
    points_.show_cursor();
    scroll_ = {};
    scoring_ = {};
  } else {
    points_.show_cursor();
  }
  turn_ = turn;
  number_ = view.number;
  phase_ = view.phase;
}

InputMode DrillScreen::input_mode(const Drill::View& view) const {
  if (state_.overlay.is_open()) return InputMode::overlay;
  switch (view.phase) {
    case Drill::Phase::points: return InputMode::points;
    case Drill::Phase::rating: return InputMode::rating;
    default: return state_.typing ? InputMode::writing : InputMode::question;
  }
}

bool DrillScreen::allows(KeyAction action, const Drill::View& view) const {
  switch (action) {
    case KeyAction::undo: return view.allows(Drill::Action::undo) || !points_.ticked().empty();
    case KeyAction::answer: return view.allows(Drill::Action::answer);
    case KeyAction::follow_ups: return view.allows(Drill::Action::follow_ups);
    case KeyAction::tick:
    case KeyAction::tick_all: return view.allows(Drill::Action::tick);
    case KeyAction::accept: return view.phase == Drill::Phase::points || chosen_.has_value();
    default: return true;
  }
}

DrillScreen::Request DrillScreen::take(const InputEvent& event, const Drill::View& view) {
  follow(view);
  const auto command = state_.take(event, input_mode(view), view.phase == Drill::Phase::question);
  return std::visit([&](const auto& each) { return perform(each, view); }, command);
}

DrillScreen::Request DrillScreen::perform(RowClick click, const Drill::View& view) {
  points_.toggle(click.index);
  return ticked(view);
}

DrillScreen::Request DrillScreen::perform(KeyCommand command, const Drill::View& view) {
  const auto [action, number] = command;
  if (!allows(action, view)) return refuse(action, view);
  switch (action) {
    case KeyAction::reveal: return Drill::Event{Drill::Reveal{answer()}};
    case KeyAction::skip: return Drill::Event{Drill::Skip{}};
    case KeyAction::undo: return undo(view);
    case KeyAction::quit: return Drill::Event{Drill::Quit{}};
    case KeyAction::answer: state_.overlay.open(Overlay::Content::answer); return {};
    case KeyAction::follow_ups: state_.overlay.open(Overlay::Content::follow_ups); return {};
    case KeyAction::tick: points_.toggle(); return ticked(view);
    case KeyAction::tick_all: points_.toggle_all(); return ticked(view);
    case KeyAction::tick_number: points_.toggle(static_cast<std::size_t>(number - 1)); return ticked(view);
    case KeyAction::rate_number: return Drill::Event{Drill::Rate{static_cast<Rating>(number)}};
    case KeyAction::accept: return accept(view);
    case KeyAction::left: chosen_ = moved_choice(chosen_, -1, 4); return {};
    case KeyAction::right: chosen_ = moved_choice(chosen_, 1, 4); return {};
    default: scroll(action, view); return {};
  }
}

void DrillScreen::scroll(KeyAction action, const Drill::View& view) {
  const bool shows_points = view.phase != Drill::Phase::question;
  if (!shows_points) return scroll_.take(action);
  if (!points_.handle_key(action)) scoring_.take(action);
}

DrillScreen::Request DrillScreen::refuse(KeyAction action, const Drill::View& view) {
  using Action = Drill::Action;
  if (action == KeyAction::undo) show_message(warning(why_not(Action::undo, view.phase)));
  if (action == KeyAction::answer) show_message(warning(why_not(Action::answer, view.phase)));
  if (action == KeyAction::follow_ups) show_message(warning(why_not(Action::follow_ups, view.phase)));
  if (action == KeyAction::accept) show_message(warning("press 1 Again, 2 Hard, 3 Good or 4 Easy"));
  return {};
}

// The drill gets every change of the text at once, so that the text stays with its question.
DrillScreen::Request DrillScreen::typed() const { return Drill::Event{Drill::Type{answer()}}; }

DrillScreen::Request DrillScreen::set_answer(std::string text) {
  state_.editor.replace(std::move(text));
  return typed();
}

DrillScreen::Request DrillScreen::accept(const Drill::View& view) const {
  if (view.phase == Drill::Phase::points) return Drill::Event{Drill::Tick{points_.ticked()}};
  return Drill::Event{Drill::Rate{static_cast<Rating>(*chosen_)}};
}

// Undoes one thing at a time. The drill does not know of ticks that are not given yet.
DrillScreen::Request DrillScreen::undo(const Drill::View& view) {
  if (view.phase != Drill::Phase::points || points_.ticked().empty()) return Drill::Event{Drill::Undo{}};
  points_ = Checklist{view.asked.size()};
  show_message({"The ticks are taken back.", Style::good});
  return {};
}

// In the phase of points the drill gets all ticks together; in the phase of rating it gets every change.
DrillScreen::Request DrillScreen::ticked(const Drill::View& view) const {
  if (view.phase != Drill::Phase::rating) return {};
  return Drill::Event{Drill::Tick{points_.ticked()}};
}

Page DrillScreen::overlay_page(const Drill::View& view, int columns) const {
  Page page;
  if (state_.overlay.content() == Overlay::Content::answer) return answer_page(item(view), columns);
  if (state_.overlay.content() == Overlay::Content::follow_ups) add_follow_ups(page, item(view), columns);
  return page;
}

Message DrillScreen::message(const Drill::View& view) const {
  if (!state_.message.text.empty() || state_.overlay.is_open()) return state_.message;
  if (view.phase == Drill::Phase::points) return {"Tick the points you really made.", Style::dim};
  if (view.phase == Drill::Phase::question && !state_.typing && state_.editor.empty())
    return {std::string{answer_aloud}, Style::dim};
  return {};
}

Line DrillScreen::title(const Drill::View& view) const {
  const auto turn = turn_words(view);
  return {{fmt::format("{}/{}  ", view.number, view.total), Style::strong},
          {turn.empty() ? "" : fmt::format("{} · ", turn), Style::accent},
          {fmt::format("{} · {}", bank_->tiers[item(view).tier].name, bank_->topics[item(view).topic].name),
           Style::dim}};
}

Frame DrillScreen::draw(const Drill::View& view, int seconds, Day today, ScreenFormat format) {
  follow(view);
  if (state_.resizes_to(format)) points_.show_cursor();
  const auto draw_body = [&](ScreenLayout& layout) {
    if (view.phase == Drill::Phase::question)
      draw_question(layout, view);
    else
      draw_points(layout, view, today);
  };
  return state_.draw(format,
                     {title(view), clock_lines(seconds, item(view).minutes), message(view), input_mode(view),
                      [&](KeyAction action) { return allows(action, view); }},
                     draw_body, [&](int columns) { return overlay_page(view, columns); });
}

void DrillScreen::draw_question(ScreenLayout& layout, const Drill::View& view) {
  const int columns = prose_columns(layout.body().columns);
  ScreenRows rows = prompt_rows(item(view).prompt, columns);
  if (const auto words = once_more_words(view); !words.empty()) {
    Page page;
    add_wrapped(page, {}, words + ".", columns, Style::accent);
    add_page(rows, std::move(page));
  }
  if (state_.typing || !state_.editor.empty())
    draw_with_answer(layout, scroll_, rows, {"Your answer", state_.editor, state_.typing});
  else
    scroll_.draw(layout.frame(), layout.body(), rows);
}

void DrillScreen::draw_points(ScreenLayout& layout, const Drill::View& view, Day today) {
  if (view.phase == Drill::Phase::rating) draw_rating(layout, view, today);
  ScoredTexts texts;
  texts.question = [&](int columns) { return prompt_page(item(view).prompt, columns); };
  texts.own_words = [&](int columns) {
    if (view.answer.empty()) return Page{};
    Page page{{{"Your answer", Style::strong}}};
    add_typed(page, view.answer, columns);
    return page;
  };
  texts.hint = [&](int columns) {
    Page page;
    add_text(page, {{"Hint   ", Style::strong}}, item(view).hint, columns);
    return page;
  };
  texts.pitfalls = [](int) { return Page{}; };
  texts.points = asked_points(*bank_, view);
  scoring_.draw(layout, points_, texts);
}

void DrillScreen::draw_rating(ScreenLayout& layout, const Drill::View& view, Day today) const {
  std::vector<Choice> choices;
  for (int number = 1; number <= 4; ++number) {
    const auto rating = static_cast<Rating>(number);
    choices.push_back({std::string{name(rating)}, return_words(view, rating, today)});
  }
  const auto lead = view.proposed ? points_words(view.ticked.size(), view.asked.size(), name(*view.proposed))
                                  : std::string{"How did it go?"};
  constexpr int least_to_explain = 60;
  const auto* what = layout.body().columns < least_to_explain ? "" : "  (in brackets: when it comes back)";
  draw_choices(layout, {{lead, Style::strong}, {what, Style::dim}}, choices, chosen_);
}

}  // namespace viva
