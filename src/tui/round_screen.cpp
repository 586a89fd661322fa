#include "tui/round_screen.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "render/item_page.hpp"
#include "render/round_page.hpp"
#include "render/scorecard_page.hpp"
#include "render/typed_page.hpp"
#include "tui/choice_bar.hpp"
#include "tui/clock_heading.hpp"
#include "tui/writing.hpp"
#include "viva/session/score.hpp"

namespace viva {
namespace {

using Action = Round::Action;
using Matter = Reading::Matter;

constexpr std::string_view answer_by_keys =
    "Answer aloud, or type. Tab leads from the text to the commands, where Enter ends an answer; "
    "Ctrl-E opens your editor.";

constexpr std::chrono::seconds note_time{8};

bool is_spoken(RoundPhase phase) { return phase == RoundPhase::answering || phase == RoundPhase::follow_up; }

// By the clock, and not by the last question.
bool is_cut_short(const RoundState& round) {
  return std::ranges::any_of(round.questions, [](const RoundQuestion& question) {
    return question.reach == Reach::not_reached || (question.reach == Reach::reached && !question.predicted);
  });
}

}  // namespace

const Item* RoundScreen::item(const Round::View& view) const {
  return view.item ? &setting_.bank.items[*view.item] : nullptr;
}

std::vector<Review> RoundScreen::earlier(const Round& round) const {
  return earlier_answers(setting_.reviews, round.state(), round.view().question);
}

// What belongs to a place goes when the round moves on.
void RoundScreen::follow(const Round& round, const Round::View& view) {
  const bool moved = phase_ != view.phase || number_ != view.number;
  if (moved) {
    reading_.open(Matter::nothing);
    times_up_ =
        phase_ && is_asking(*phase_) && view.phase == RoundPhase::scoring && is_cut_short(round.state());
    if (times_up_) kept_ = editor_.text();
    editor_ = AnswerEditor{view.phase == RoundPhase::answering ? view.question.answer : view.question.reply};
    writing_ = is_spoken(view.phase);
    scroll_ = said_ = {};
    if (!is_asking(view.phase)) note_ends_ = {};
    show_end_ = view.phase == RoundPhase::follow_up || times_up_;
    chosen_.reset();
  }
  if (moved || (proposed_ && !view.proposed)) {
    const bool scoring = view.phase == RoundPhase::scoring;
    points_ = Checklist{scoring ? static_cast<std::size_t>(view.question.points) : 0, view.question.ticked};
    marking_ = scoring && points_.empty();
    show_hint_ = moved;
    show_cursor_ = !moved;
  }
  if (proposed_ != view.proposed) chosen_ = view.proposed;
  proposed_ = view.proposed;
  phase_ = view.phase;
  number_ = view.number;
}

Scene RoundScreen::scene(const Round::View& view) const {
  if (reading_.open()) return Scene::reading;
  if (view.paused) return Scene::paused;
  if (times_up_) return Scene::times_up;
  switch (view.phase) {
    case RoundPhase::ready: return Scene::briefing;
    case RoundPhase::answering:
    case RoundPhase::follow_up: return writing_ ? Scene::answering : Scene::answered;
    case RoundPhase::predicting: return Scene::predicting;
    case RoundPhase::scoring: return marking_ ? Scene::marking : Scene::ticking;
    case RoundPhase::finished: break;
  }
  return Scene::scorecard;
}

bool RoundScreen::allows(Act act, const Round::View& view) const {
  switch (act) {
    case Act::undo: return view.allows(Action::undo);
    case Act::pause: return view.allows(Action::pause);
    case Act::tick:
    case Act::tick_all: return view.allows(Action::tick);
    case Act::answer: return item(view) && has_answer(*item(view));
    case Act::accept: return scene(view) == Scene::ticking || chosen_.has_value();
    default: return true;
  }
}

RoundScreen::Request RoundScreen::take(const Stroke& stroke, const Round& round) {
  follow(round, round.view());
  message_ = {};
  return std::visit([&](const auto& meant) { return handle(meant, round); }, stroke);
}

RoundScreen::Request RoundScreen::handle(const Press& press, const Round& round) {
  const auto view = round.view();
  const auto meaning = meaning_of(scene(view), press.key);
  const auto* act = meaning ? std::get_if<Act>(&*meaning) : nullptr;
  if (act) return obey(*act, press.key, round);
  if (scene(view) != Scene::answering) return {};
  return edit(editor_, meaning, press.key) ? typed() : Request{};
}

RoundScreen::Request RoundScreen::handle(const Paste& paste, const Round& round) {
  if (!round.view().allows(Action::type) || reading_.open()) {
    message_ = not_a_command();
    return {};
  }
  writing_ = true;
  editor_.insert(paste.text);
  return typed();
}

RoundScreen::Request RoundScreen::handle(const Pick& pick, const Round&) {
  points_.toggle(pick.which);
  return ticked();
}

RoundScreen::Request RoundScreen::handle(const Place& place, const Round&) {
  writing_ = true;
  editor_.place(place.row, place.column);
  return {};
}

// The round knows all that is typed at once, so that it can save it and no end of time is too early.
RoundScreen::Request RoundScreen::typed() const { return Round::Event{Round::Type{editor_.text()}}; }

RoundScreen::Request RoundScreen::obey(Act act, std::string_view key, const Round& round) {
  const auto view = round.view();
  if (too_small_ && !wish_of(act)) return {};
  if (reading_.open() && !wish_of(act)) {
    reading_.take(act);
    return {};
  }
  if (!allows(act, view)) return refuse(act);
  switch (act) {
    case Act::close: times_up_ = false; return {};
    case Act::begin: return Round::Event{Round::Begin{}};
    case Act::resume: return Round::Event{Round::Resume{}};
    case Act::pause: return Round::Event{Round::Pause{}};
    case Act::undo: return undo();
    case Act::submit: return submit(view);
    case Act::write: writing_ = true; return {};
    case Act::leave_writing: writing_ = false; return {};
    case Act::tick: points_.toggle(); return ticked();
    case Act::tick_all: points_.toggle_all(); return ticked();
    case Act::tick_number: points_.toggle(static_cast<std::size_t>(number_of(key) - 1)); return ticked();
    case Act::mark_number: return choose(number_of(key), view);
    case Act::accept: return accept(view);
    case Act::left: chosen_ = moved_choice(chosen_, -1, 4); return {};
    case Act::right: chosen_ = moved_choice(chosen_, 1, 4); return {};
    case Act::answer: reading_.open(Matter::answer); return {};
    case Act::earlier: reading_.open(Matter::earlier); return {};
    case Act::help: reading_.open_help(scene(view)); return {};
    case Act::quit:
      if (view.phase == RoundPhase::finished) return Leave{};
      return Round::Event{Round::Leave{}};
    default: return obey_common(act, view);
  }
}

// What moves on the screen, and what the screen cannot do by itself.
RoundScreen::Request RoundScreen::obey_common(Act act, const Round::View& view) {
  if (const auto wish = wish_of(act)) return *wish;
  const bool moves = act == Act::up || act == Act::down;
  if (view.phase != RoundPhase::scoring) {
    scroll_by(scroll_, act);
  } else if (moves && !points_.empty()) {
    points_.move(act == Act::up ? -1 : 1);
    show_cursor_ = true;
  } else {
    scroll_by(said_, act);
    scroll_by(scroll_, act);
  }
  return {};
}

RoundScreen::Request RoundScreen::refuse(Act act) {
  if (act == Act::undo) message_ = warning("there is nothing to take back");
  if (act == Act::pause)
    message_ = warning("the clock of this round does not stop; viva mock --relaxed begins one that does");
  if (act == Act::answer) message_ = {std::string{no_model_answer}, Style::warn};
  if (act == Act::accept) message_ = warning("press 1 No, 2 Lean no, 3 Hire or 4 Strong hire");
  return {};
}

RoundScreen::Request RoundScreen::submit(const Round::View& view) const {
  if (view.phase == RoundPhase::follow_up) return Round::Event{Round::Next{editor_.text()}};
  return Round::Event{Round::Submit{editor_.text()}};
}

RoundScreen::Request RoundScreen::accept(const Round::View& view) {
  if (scene(view) != Scene::ticking) return choose(*chosen_, view);
  marking_ = true;
  show_cursor_ = true;
  if (view.proposed) return {};
  return Round::Event{Round::Tick{points_.ticked()}};
}

// One thing at a time: from the mark back to the ticks, then the ticks, then the mark before.
RoundScreen::Request RoundScreen::undo() {
  if (!marking_ || points_.empty()) return Round::Event{Round::Undo{}};
  marking_ = false;
  show_cursor_ = true;
  return {};
}

RoundScreen::Request RoundScreen::choose(int mark, const Round::View& view) const {
  if (view.phase == RoundPhase::predicting) return Round::Event{Round::Predict{mark}};
  return Round::Event{Round::Mark{mark}};
}

// The round knows of each tick at once, so that it is saved.
RoundScreen::Request RoundScreen::ticked() {
  show_cursor_ = true;
  return Round::Event{Round::Tick{points_.ticked()}};
}

Page RoundScreen::page(const Round& round, Day today, int columns) const {
  const auto view = round.view();
  Page page;
  switch (reading_.matter()) {
    case Matter::help: return reading_.help(columns);
    case Matter::earlier: {
      const auto answers = earlier(round);
      if (answers.empty()) add_wrapped(page, {}, no_earlier_answer, columns, Style::dim);
      return answers.empty() ? page : earlier_page(answers, today, columns);
    }
    case Matter::answer:
      if (item(view)) return answer_page(*item(view), columns);
      break;
    default: break;
  }
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

void RoundScreen::note(Message message, Instant now) {
  note_ = std::move(message);
  note_ends_ = now + note_time;
}

Message RoundScreen::message(const Round::View& view, Instant now) const {
  if (!message_.text.empty() || times_up_) return message_;
  if (now < note_ends_) return note_;
  if (!standing_.text.empty()) return standing_;
  switch (scene(view)) {
    case Scene::answering:
      if (!editor_.empty()) return {};
      return {"Answer aloud, or type. Tab, then Enter, when you are done.", Style::dim};
    case Scene::answered: return {"Answer aloud, or press t to type. Enter when you are done.", Style::dim};
    case Scene::predicting: return {"Say so before you see the hint.", Style::dim};
    case Scene::paused: return {"Paused; the clock stands still.", Style::strong};
    case Scene::ticking: return {"The clock has stopped. Tick only what you really said.", Style::dim};
    case Scene::scorecard:
      if (view.allows(Action::undo)) return {"All is scored.", Style::good};
      return {};
    default: return {};
  }
}

Frame RoundScreen::draw(const Round& round, Now now, Look look) {
  const auto view = round.view();
  follow(round, view);
  auto small = too_small(look);
  too_small_ = small.has_value();
  if (small) return std::move(*small);
  if (std::exchange(size_, look.size) != look.size) show_cursor_ = true;
  Stage stage{look, title(view), clock_lines(view, now.at), message(view, now.at), scene(view), [&](Act act) {
                return allows(act, view);
              }};
  if (reading_.open())
    reading_.draw(stage, page(round, now.day, prose_columns(stage.body().columns)));
  else
    draw_body(stage, round, view, now);
  return std::move(stage.frame());
}

void RoundScreen::draw_body(Stage& stage, const Round& round, const Round::View& view, Now now) {
  const int columns = prose_columns(stage.body().columns);
  if (times_up_) return draw_kept(stage, view);
  if (view.phase == RoundPhase::scoring) return draw_scoring(stage, view);
  if (is_asking(view.phase)) return draw_asked(stage, view);
  Rows rows;
  if (view.phase == RoundPhase::ready)
    add_page(rows, briefing_page(setting_.bank, round.state(), answer_by_keys, columns));
  else
    add_page(rows, outcome_page(round.state(), setting_.rounds, setting_.places, now.day, columns));
  if (rows.front().line.empty()) rows.erase(rows.begin());
  scroll_.draw(stage.frame(), stage.body(), rows);
}

void RoundScreen::draw_kept(Stage& stage, const Round::View& view) {
  const int columns = prose_columns(stage.body().columns);
  const auto said = note_span(Round::Note::round_over, view, {});
  Page page;
  page.push_back({});
  add_wrapped(page, {}, said.text, columns, said.style);
  page.push_back({});
  if (!kept_.empty()) add_typed(page, kept_, columns);
  Rows rows;
  add_page(rows, std::move(page));
  if (std::exchange(show_end_, false)) scroll_.to_bottom();
  scroll_.draw(stage.frame(), stage.body(), rows);
}

void RoundScreen::draw_asked(Stage& stage, const Round::View& view) {
  const int columns = prose_columns(stage.body().columns);
  if (view.phase == RoundPhase::predicting && !view.paused) draw_marks(stage, view);
  auto rows = prompt_rows(item(view) ? item(view)->prompt : view.question.prompt, columns);
  if (view.phase == RoundPhase::follow_up) {
    Page probe;
    add_wrapped(probe, {{" Interviewer: ", Style::accent}}, view.follow_up, columns, Style::strong);
    probe.push_back({});
    add_page(rows, std::move(probe));
    if (std::exchange(show_end_, false)) scroll_.to_bottom();
  }
  if (is_spoken(view.phase) && !view.paused)
    draw_writing(stage, scroll_, rows,
                 {view.phase == RoundPhase::follow_up ? "Your reply" : "Your answer", editor_, writing_});
  else
    scroll_.draw(stage.frame(), stage.body(), rows);
}

void RoundScreen::draw_marks(Stage& stage, const Round::View& view) const {
  std::vector<Choice> choices;
  for (int mark = 1; mark <= 4; ++mark) choices.push_back({std::string{mark_name(mark)}, {}});
  const auto lead =
      view.phase == RoundPhase::predicting ? std::string{"How did that go?"} : proposed_words(view);
  draw_choices(stage, {{lead, Style::strong}}, choices, chosen_);
}

// Your answer beside the points, where there is room; else above them.
void RoundScreen::draw_scoring(Stage& stage, const Round::View& view) {
  constexpr int least_for_two = 76, gap = 3;
  if (!item(view)) return;
  if (marking_) draw_marks(stage, view);
  const auto& body = stage.body();
  const bool two = body.columns >= least_for_two;
  const int columns = two ? (body.columns - gap) / 2 : prose_columns(body.columns);
  auto said = said_rows(*item(view), view, columns);
  Rows none;
  const int above = two ? 0 : static_cast<int>(said.size());
  auto& points = two ? none : said;
  const auto cursor = add_points(points, *item(view), columns);
  auto& scroll = two ? scroll_ : said_;
  const bool show_cursor = std::exchange(show_cursor_, false);
  if (std::exchange(show_hint_, false) || show_cursor)
    scroll.show(above, static_cast<int>(points.size()) - 1);
  if (show_cursor && !points_.empty()) scroll.show(cursor.first, cursor.second);
  said_.draw(stage.frame(), {body.row, body.column, body.rows, columns}, said);
  if (!two) return;
  for (int row = 0; row < body.rows; ++row)
    stage.frame().put(body.row + row, body.column + columns + 1, {{"│", Style::dim}}, 1);
  scroll_.draw(stage.frame(), {body.row, body.column + columns + gap, body.rows, columns}, points);
}

Rows RoundScreen::said_rows(const Item& item, const Round::View& view, int columns) const {
  auto rows = prompt_rows(item.prompt, columns);
  Page page;
  add_own_words(page, item, view.question, columns);
  if (page.empty()) page.push_back({{"You typed no answer.", Style::dim}});
  if (page.front().empty()) page.erase(page.begin());
  add_page(rows, std::move(page));
  return rows;
}

// The hint, the points and the pitfalls; gives the rows of the point under the cursor.
std::pair<int, int> RoundScreen::add_points(Rows& rows, const Item& item, int columns) const {
  Page hint, pitfalls;
  hint.push_back({});
  add_wrapped(hint, {{"Hint   ", Style::strong}}, item.hint, columns);
  hint.push_back({});
  add_page(rows, std::move(hint));
  const auto cursor = points_.add_rows(rows, item.points, columns);
  add_pitfalls(pitfalls, item, columns);
  add_page(rows, std::move(pitfalls));
  return cursor;
}

}  // namespace viva
