#include "tui/round_screen.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "render/item_page.hpp"
#include "render/rich_page.hpp"
#include "render/round_page.hpp"
#include "render/scorecard_page.hpp"
#include "render/typed_page.hpp"
#include "tui/answer_box.hpp"
#include "tui/choice_bar.hpp"
#include "tui/clock_heading.hpp"
#include "viva/memory/score.hpp"

namespace viva {
namespace {

constexpr std::string_view answer_by_keys =
    "Answer aloud, or type. Tab leads from the text to the commands, where Enter ends an answer; "
    "Ctrl-E opens your editor.";

constexpr std::chrono::seconds notice_time{8};

bool takes_answer(RoundPhase phase) {
  return phase == RoundPhase::answering || phase == RoundPhase::follow_up;
}

// Was the round ended by the clock, and not by its last question?
bool is_cut_short(const RoundState& round) {
  return std::ranges::any_of(round.questions, [](const RoundQuestion& question) {
    return question.reach == Reach::not_reached || (question.reach == Reach::reached && !question.predicted);
  });
}

}  // namespace

const Item* RoundScreen::item(const Round::View& view) const {
  return view.item ? &setting_.bank.items[*view.item] : nullptr;
}

// Forgets what belongs to the question or phase that was left.
void RoundScreen::follow(const Round& round, const Round::View& view) {
  const bool moved = phase_ != view.phase || number_ != view.number;
  if (moved) {
    state_.overlay.close();
    times_up_ =
        phase_ && is_asking(*phase_) && view.phase == RoundPhase::scoring && is_cut_short(round.state());
    if (times_up_) unsent_answer_ = text();
    state_.editor =
        AnswerEditor{view.phase == RoundPhase::answering ? view.question.answer : view.question.reply};
    state_.typing = takes_answer(view.phase);
    scroll_ = {};
    scoring_ = {};
    if (!is_asking(view.phase)) notice_ends_ = {};
    show_end_ = view.phase == RoundPhase::follow_up || times_up_;
    chosen_.reset();
  }
  if (moved || (proposed_ && !view.proposed)) {
    const bool scoring = view.phase == RoundPhase::scoring;
    points_ = Checklist{scoring ? static_cast<std::size_t>(view.question.points) : 0, view.question.ticked};
    marking_ = scoring && points_.empty();
    points_.show_cursor();
  }
  if (proposed_ != view.proposed) chosen_ = view.proposed;
  proposed_ = view.proposed;
  phase_ = view.phase;
  number_ = view.number;
}

InputMode RoundScreen::input_mode(const Round::View& view) const {
  if (state_.overlay.is_open()) return InputMode::overlay;
  if (view.paused) return InputMode::paused;
  if (times_up_) return InputMode::times_up;
  switch (view.phase) {
    case RoundPhase::ready: return InputMode::briefing;
    case RoundPhase::answering:
    case RoundPhase::follow_up: return state_.typing ? InputMode::answering : InputMode::answered;
    case RoundPhase::predicting: return InputMode::predicting;
    case RoundPhase::scoring: return marking_ ? InputMode::marking : InputMode::ticking;
    case RoundPhase::finished: break;
  }
  return InputMode::scorecard;
}

bool RoundScreen::allows(KeyAction action, const Round::View& view) const {
  switch (action) {
    case KeyAction::undo: return view.allows(Round::Action::undo);
    case KeyAction::pause: return view.allows(Round::Action::pause);
    case KeyAction::tick:
    case KeyAction::tick_all: return view.allows(Round::Action::tick);
    case KeyAction::answer: return item(view) && has_answer(*item(view));
    case KeyAction::accept: return input_mode(view) == InputMode::ticking || chosen_.has_value();
    default: return true;
  }
}

RoundScreen::Request RoundScreen::take(const InputEvent& event, const Round& round) {
  const auto view = round.view();
  follow(round, view);
  const auto command = state_.take(event, input_mode(view), view.allows(Round::Action::type));
  return std::visit([&](const auto& each) { return perform(each, view); }, command);
}

RoundScreen::Request RoundScreen::perform(RowClick click, const Round::View&) {
  points_.toggle(click.index);
  return ticked();
}

RoundScreen::Request RoundScreen::perform(KeyCommand command, const Round::View& view) {
  const auto [action, number] = command;
  if (!allows(action, view)) return refuse(action);
  switch (action) {
    case KeyAction::close: times_up_ = false; return {};
    case KeyAction::begin: return Round::Event{Round::Begin{}};
    case KeyAction::resume: return Round::Event{Round::Resume{}};
    case KeyAction::pause: return Round::Event{Round::Pause{}};
    case KeyAction::undo: return undo();
    case KeyAction::submit: return submit(view);
    case KeyAction::tick: points_.toggle(); return ticked();
    case KeyAction::tick_all: points_.toggle_all(); return ticked();
    case KeyAction::tick_number: points_.toggle(static_cast<std::size_t>(number - 1)); return ticked();
    case KeyAction::mark_number: return give_mark(number, view);
    case KeyAction::accept: return accept(view);
    case KeyAction::left: chosen_ = moved_choice(chosen_, -1, 4); return {};
    case KeyAction::right: chosen_ = moved_choice(chosen_, 1, 4); return {};
    case KeyAction::answer: state_.overlay.open(Overlay::Content::answer); return {};
    case KeyAction::earlier: state_.overlay.open(Overlay::Content::earlier); return {};
    case KeyAction::quit: return quit(view);
    default: scroll(action); return {};
  }
}

void RoundScreen::scroll(KeyAction action) {
  if (points_.handle_key(action)) return;
  if (phase_ == RoundPhase::scoring && !times_up_)
    scoring_.take(action);
  else
    scroll_.take(action);
}

RoundScreen::Request RoundScreen::refuse(KeyAction action) {
  if (action == KeyAction::undo) show_message(warning("there is nothing to take back"));
  if (action == KeyAction::pause)
    show_message(warning("the clock of this round does not stop; viva mock --relaxed begins one that does"));
  if (action == KeyAction::answer) show_message({std::string{no_model_answer}, Style::warn});
  if (action == KeyAction::accept) show_message(warning("press 1 No, 2 Lean no, 3 Hire or 4 Strong hire"));
  return {};
}

RoundScreen::Request RoundScreen::submit(const Round::View& view) const {
  if (view.phase == RoundPhase::follow_up) return Round::Event{Round::Next{text()}};
  return Round::Event{Round::Submit{text()}};
}

RoundScreen::Request RoundScreen::accept(const Round::View& view) {
  if (input_mode(view) != InputMode::ticking) return give_mark(*chosen_, view);
  marking_ = true;
  points_.show_cursor();
  if (view.proposed) return {};
  return Round::Event{Round::Tick{points_.ticked()}};
}

// Undoes one thing at a time: from the mark back to the ticks, then the ticks, then the mark before.
RoundScreen::Request RoundScreen::undo() {
  if (!marking_ || points_.empty()) return Round::Event{Round::Undo{}};
  marking_ = false;
  points_.show_cursor();
  return {};
}

RoundScreen::Request RoundScreen::give_mark(int mark, const Round::View& view) const {
  if (view.phase == RoundPhase::predicting) return Round::Event{Round::Predict{mark}};
  return Round::Event{Round::Mark{mark}};
}

// The round gets each tick at once, so that it is saved.
RoundScreen::Request RoundScreen::ticked() const { return Round::Event{Round::Tick{points_.ticked()}}; }

RoundScreen::Request RoundScreen::quit(const Round::View& view) const {
  if (view.phase == RoundPhase::finished) return Leave{};
  return Round::Event{Round::Leave{}};
}

Page RoundScreen::overlay_page(const Round& round, Day today, int columns) const {
  const auto view = round.view();
  Page page;
  if (state_.overlay.content() == Overlay::Content::earlier) {
    const auto answers = earlier_answers(setting_.reviews, round.state(), view.question);
    if (!answers.empty()) return earlier_page(answers, today, columns);
    add_wrapped(page, {}, no_earlier_answer, columns, Style::dim);
  }
  if (state_.overlay.content() == Overlay::Content::answer && item(view))
    return answer_page(*item(view), columns);
  return page;
}

Line RoundScreen::title(const Round::View& view) const {
  if (times_up_) return {{"Time is up", Style::strong}};
  if (view.phase == RoundPhase::ready) return {{"Mock round", Style::strong}};
  if (view.phase == RoundPhase::finished) return {{"Scorecard", Style::strong}};
  const auto about = view.phase == RoundPhase::scoring
                         ? scoring_words(view.question)
                         : fmt::format("{} · {}", view.question.tier_name, view.question.topic_name);
  return {{fmt::format("{}/{}  ", view.number, view.total), Style::strong}, {about, Style::dim}};
}

void RoundScreen::show_notice(Message message, Instant now) {
  notice_ = std::move(message);
  notice_ends_ = now + notice_time;
}

Message RoundScreen::message(const Round::View& view, Instant now) const {
  if (!state_.message.text.empty() || times_up_) return state_.message;
  if (now < notice_ends_) return notice_;
  return status_.text.empty() ? advice(view) : status_;
}

Message RoundScreen::advice(const Round::View& view) const {
  switch (input_mode(view)) {
    case InputMode::answering:
      if (!state_.editor.empty()) return {};
      return {"Answer aloud, or type. Tab, then Enter, when you are done.", Style::dim};
    case InputMode::answered:
      return {"Answer aloud, or press t to type. Enter when you are done.", Style::dim};
    case InputMode::predicting: return {"Say so before you see the hint.", Style::dim};
    case InputMode::paused: return {"Paused; the clock stands still.", Style::strong};
    case InputMode::ticking: return {"The clock has stopped. Tick only what you really said.", Style::dim};
    case InputMode::scorecard:
      if (view.allows(Round::Action::undo)) return {"All is scored.", Style::good};
      return {};
    default: return {};
  }
}

Frame RoundScreen::draw(const Round& round, Now now, ScreenFormat format) {
  const auto view = round.view();
  follow(round, view);
  if (state_.resizes_to(format)) points_.show_cursor();
  return state_.draw(
      format,
      {title(view), clock_lines(view, now.at), message(view, now.at), input_mode(view),
       [&](KeyAction action) { return allows(action, view); }},
      [&](ScreenLayout& layout) { draw_body(layout, round, view, now); },
      [&](int columns) { return overlay_page(round, now.day, columns); });
}

void RoundScreen::draw_body(ScreenLayout& layout, const Round& round, const Round::View& view, Now now) {
  const int columns = prose_columns(layout.body().columns);
  if (times_up_) return draw_times_up(layout, view);
  if (view.phase == RoundPhase::scoring) return draw_scoring(layout, view);
  if (is_asking(view.phase)) return draw_asked(layout, view);
  ScreenRows rows;
  if (view.phase == RoundPhase::ready)
    add_page(rows, briefing_page(setting_.bank, round.state(), answer_by_keys, columns));
  else
    add_page(rows, outcome_page(round.state(), setting_.rounds, setting_.places, now.day, columns));
  if (rows.front().line.empty()) rows.erase(rows.begin());
  scroll_.draw(layout.frame(), layout.body(), rows);
}

void RoundScreen::draw_times_up(ScreenLayout& layout, const Round::View& view) {
  const int columns = prose_columns(layout.body().columns);
  const auto said = note_span(Round::Note::round_over, view, {});
  Page page;
  page.push_back({});
  add_wrapped(page, {}, said.text, columns, said.style);
  page.push_back({});
  if (!unsent_answer_.empty()) add_typed(page, unsent_answer_, columns);
  ScreenRows rows;
  add_page(rows, std::move(page));
  if (std::exchange(show_end_, false)) scroll_.to_bottom();
  scroll_.draw(layout.frame(), layout.body(), rows);
}

void RoundScreen::draw_asked(ScreenLayout& layout, const Round::View& view) {
  const int columns = prose_columns(layout.body().columns);
  if (view.phase == RoundPhase::predicting && !view.paused) draw_marks(layout, view);
  auto rows = prompt_rows(item(view) ? item(view)->prompt : view.question.prompt, columns);
  if (view.phase == RoundPhase::follow_up) {
    Page probe;
    add_text(probe, {{" Interviewer: ", Style::accent}}, view.follow_up, columns, Style::strong);
    probe.push_back({});
    add_page(rows, std::move(probe));
    if (std::exchange(show_end_, false)) scroll_.to_bottom();
  }
  if (takes_answer(view.phase) && !view.paused)
    draw_with_answer(
        layout, scroll_, rows,
        {view.phase == RoundPhase::follow_up ? "Your reply" : "Your answer", state_.editor, state_.typing});
  else
    scroll_.draw(layout.frame(), layout.body(), rows);
}

void RoundScreen::draw_marks(ScreenLayout& layout, const Round::View& view) const {
  std::vector<Choice> choices;
  for (int mark = 1; mark <= 4; ++mark) choices.push_back({std::string{mark_name(mark)}, {}});
  const auto lead =
      view.phase == RoundPhase::predicting ? std::string{"How did that go?"} : proposed_words(view);
  draw_choices(layout, {{lead, Style::strong}}, choices, chosen_);
}

void RoundScreen::draw_scoring(ScreenLayout& layout, const Round::View& view) {
  if (!item(view)) return;
  if (marking_) draw_marks(layout, view);
  const auto& scored = *item(view);
  ScoredTexts texts;
  texts.question = [&](int columns) { return prompt_page(scored.prompt, columns); };
  texts.own_words = [&](int columns) {
    Page page;
    add_own_words(page, scored, view.question, columns);
    if (page.empty()) page.push_back({{"You typed no answer.", Style::dim}});
    return page;
  };
  texts.hint = [&](int columns) {
    Page page;
    add_text(page, {{"Hint   ", Style::strong}}, scored.hint, columns);
    return page;
  };
  texts.pitfalls = [&](int columns) {
    Page page;
    add_pitfalls(page, scored, columns);
    return page;
  };
  texts.points = point_texts(scored.points);
  scoring_.draw(layout, points_, texts);
}

}  // namespace viva
