#include "viva/session/round.hpp"

#include <algorithm>
#include <utility>

#include "viva/base/text.hpp"
#include "viva/memory/score.hpp"

namespace viva {
namespace {

std::optional<std::size_t> find_item(const Bank& bank, const RoundQuestion& question) {
  for (std::size_t i = 0; i < bank.items.size(); ++i)
    if (bank.items[i].id == question.item && bank.items[i].bank == question.bank) return i;
  return std::nullopt;
}

bool is_mark(int mark) { return mark >= 1 && mark <= 4; }

}  // namespace

Round::Round(const Bank& bank, RoundState state, Random ids, Now now)
    : bank_(&bank), state_(std::move(state)), ids_(ids) {
  const auto before = state_;
  for (auto& question : state_.questions) {
    items_.push_back(find_item(bank, question));
    const bool done = question.mark || state_.phase == RoundPhase::finished;
    if (!items_.back() && !done) question.reach = Reach::gone;
  }
  const bool asking = is_asking(state_.phase), scoring = state_.phase == RoundPhase::scoring;
  // Time during which viva did not run does not count.
  if (asking) shift_clock(now.at);
  state_.seen = now.at;
  state_.saved = std::min(state_.saved, now.at);
  if (asking && !items_[state_.current]) ask_from(state_.current + 1, now);
  if (scoring && !items_[state_.current]) score_from(state_.current);
  if (state_.phase == RoundPhase::scoring) take_points();
  unsaved_ = !same_but_for_time(before);
}

bool Round::allowed(Action action) const {
  const bool running = !state_.paused, scoring = state_.phase == RoundPhase::scoring;
  const bool answering = state_.phase == RoundPhase::answering && running;
  const bool probing = state_.phase == RoundPhase::follow_up && running;
  switch (action) {
    case Action::begin: return state_.phase == RoundPhase::ready;
    case Action::type: return answering || probing;
    case Action::submit: return answering;
    case Action::next: return probing;
    case Action::predict: return state_.phase == RoundPhase::predicting && running;
    case Action::pause: return state_.relaxed && clock_runs();
    case Action::resume: return state_.paused;
    case Action::tick: return scoring && question().points > 0;
    case Action::mark: return scoring && (state_.ticks_given || question().points == 0);
    case Action::undo: return (scoring && state_.ticks_given) || last_marked().has_value();
    case Action::leave:
    case Action::abandon: return state_.phase != RoundPhase::ready && state_.phase != RoundPhase::finished;
  }
  return false;
}

bool Round::allowed(const Event& event) const {
  return std::visit(
      [&](const auto& any) {
        if constexpr (requires { any.action; })
          return allowed(any.action);
        else
          return true;
      },
      event);
}

Round::Effects Round::step(const Event& event, Now now) {
  catch_up(now.at);
  const auto before = state_;
  const bool was_allowed = allowed(event);
  keep_input(event);
  auto effects = clock_runs() ? pass_time(now) : Effects{};
  // If the time ran out just now, the event was meant for a phase that is over.
  if (was_allowed && allowed(event))
    std::visit([&](const auto& handled) { handle(handled, now, effects); }, event);
  save(event, before, now, effects);
  return effects;
}

// What was typed or predicted is kept, even if the time ran out before it arrived.
void Round::keep_input(const Event& event) {
  if (!clock_runs()) return;
  const auto* type = std::get_if<Type>(&event);
  const auto* submit = std::get_if<Submit>(&event);
  const auto* next = std::get_if<Next>(&event);
  const auto* predict = std::get_if<Predict>(&event);
  if (state_.phase == RoundPhase::answering) {
    if (type) question().answer = type->text;
    if (submit) question().answer = without_end(submit->answer);
  }
  if (state_.phase == RoundPhase::follow_up) {
    if (type) question().reply = type->text;
    if (next) question().reply = without_end(next->reply);
  }
  if (state_.phase == RoundPhase::predicting && predict && is_mark(predict->mark))
    question().predicted = predict->mark;
}

void Round::handle(const Begin&, Now now, Effects&) {
  state_.begun = now.at;
  state_.day = now.day;
  state_.deadline = now.at + std::chrono::seconds{state_.seconds};
  ask_from(0, now);
}

void Round::handle(const Type&, Now, Effects&) {}
void Round::handle(const Clock&, Now, Effects&) {}
void Round::handle(const Leave&, Now, Effects&) {}

void Round::handle(const Submit&, Now, Effects&) {
  question().used = time_used(state_);
  state_.phase = follow_up().empty() ? RoundPhase::predicting : RoundPhase::follow_up;
}

void Round::handle(const Next&, Now, Effects&) { state_.phase = RoundPhase::predicting; }

void Round::handle(const Predict& event, Now now, Effects&) {
  if (is_mark(event.mark)) ask_from(state_.current + 1, now);
}

void Round::handle(const Pause&, Now, Effects&) { state_.paused = true; }
void Round::handle(const Resume&, Now, Effects&) { state_.paused = false; }

void Round::handle(const Tick& event, Now, Effects&) {
  auto ticks = sorted_ticks(event.points, question().points);
  if (!ticks) return;
  question().ticked = std::move(*ticks);
  state_.ticks_given = true;
}

void Round::handle(const Mark& event, Now now, Effects& effects) {
  if (!is_mark(event.mark)) return;
  question().mark = event.mark;
  question().review = random_id(ids_);
  effects.push_back(Append{review(now)});
  score_from(state_.current + 1);
}

void Round::handle(const Undo&, Now now, Effects& effects) {
  if (state_.ticks_given) {
    state_.ticks_given = false;
    question().ticked.clear();
    return;
  }
  state_.current = *last_marked();
  state_.phase = RoundPhase::scoring;
  question().mark.reset();
  question().ticked.clear();
  take_points();
  effects.push_back(Retract{std::exchange(question().review, {}), now.at});
}

void Round::handle(const Abandon&, Now, Effects&) { close_round(state_); }

// Shows the first question from `next` on that the bank still has, or goes on to scoring.
void Round::ask_from(std::size_t next, Now now) {
  while (asks(next) && state_.questions[next].reach == Reach::gone) ++next;
  if (!asks(next)) return start_scoring();
  state_.current = next;
  question().reach = Reach::reached;
  state_.phase = RoundPhase::answering;
  state_.shown = now.at;
  state_.noted &= 1U << static_cast<unsigned>(Note::round_minute_left);
}

void Round::start_scoring() {
  state_.paused = false;
  for (auto& question : state_.questions)
    if (question.reach == Reach::waiting) {
      question.reach = Reach::not_reached;
      question.mark = 1;
    }
  score_from(0);
}

void Round::score_from(std::size_t next) {
  state_.ticks_given = false;
  while (asks(next) && (state_.questions[next].reach != Reach::reached || state_.questions[next].mark))
    ++next;
  state_.phase = asks(next) ? RoundPhase::scoring : RoundPhase::finished;
  if (!asks(next)) return;
  state_.current = next;
  take_points();
}

// The question scored has the points that the bank has now. Ticks stay with their points; where the points
// are others than those that were asked, they are to be given once more.
void Round::take_points() {
  const auto& points = bank_->items[*items_[state_.current]].points;
  auto& scored = question();
  const auto keys = point_keys(points);
  const bool known = !scored.asked.empty() || points.empty();
  const bool same = known ? keys == scored.asked : static_cast<int>(keys.size()) == scored.points;
  const auto asked = std::exchange(scored.asked, keys);
  if (same) return;
  scored.points = static_cast<int>(points.size());
  state_.ticks_given = false;
  PointKeys made;
  if (!asked.empty())
    for (const int tick : scored.ticked) made.push_back(asked[static_cast<std::size_t>(tick) - 1]);
  scored.ticked.clear();
  for (std::size_t i = 0; i < keys.size(); ++i)
    if (std::ranges::find(made, keys[i]) != made.end()) scored.ticked.push_back(static_cast<int>(i) + 1);
}

Review Round::review(Now now) const {
  const auto& scored = question();
  Review review;
  review.id = scored.review;
  review.bank = scored.bank;
  review.item = scored.item;
  review.at = now.at;
  review.day = now.day;
  review.rating = rating_of_mark(*scored.mark);
  review.ticked = scored.ticked;
  review.points = scored.points;
  review.asked = scored.asked;
  review.seconds = scored.used;
  review.predicted = scored.predicted;
  review.mode = Mode::round;
  review.round = state_.id;
  review.answer = scored.answer;
  return review;
}

// The question whose mark an undo takes back.
std::optional<std::size_t> Round::last_marked() const {
  const bool finished = state_.phase == RoundPhase::finished;
  if (state_.abandoned || (!finished && state_.phase != RoundPhase::scoring)) return std::nullopt;
  for (std::size_t i = finished ? state_.questions.size() : state_.current; i-- > 0;)
    if (!state_.questions[i].review.empty() && items_[i]) return i;
  return std::nullopt;
}

}  // namespace viva
