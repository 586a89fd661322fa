#include "viva/round.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace viva {
namespace {

using std::chrono::seconds;

template <typename... Handlers>
struct Overloaded : Handlers... {
  using Handlers::operator()...;
};
template <typename... Handlers>
Overloaded(Handlers...) -> Overloaded<Handlers...>;

// A round in progress is on disk at least so often, so that no more typing than this can be lost.
constexpr seconds save_every{3};

bool is_asking(RoundPhase phase) {
  return phase == RoundPhase::answering || phase == RoundPhase::follow_up || phase == RoundPhase::predicting;
}

std::optional<std::size_t> find_item(const Bank& bank, const RoundQuestion& question) {
  for (std::size_t i = 0; i < bank.items.size(); ++i)
    if (bank.items[i].id == question.item && bank.items[i].bank == question.bank) return i;
  return std::nullopt;
}

int whole_seconds(Instant from, Instant to) {
  return static_cast<int>(std::max(std::chrono::floor<seconds>(to - from), seconds{0}).count());
}

// What the clock says of a question, and when.
struct Notice {
  Round::Note note;
  seconds after;  // since it was shown
};

std::vector<Notice> notices(int budget) {
  std::vector<Notice> all{{Round::Note::half, seconds{budget / 2}}};
  if (budget >= 180) all.push_back({Round::Note::minute_left, seconds{budget - 60}});
  all.push_back({Round::Note::over, seconds{budget}});
  return all;
}

constexpr seconds last_minute{60};

unsigned bit(Round::Note note) { return 1U << static_cast<unsigned>(note); }

bool are_points(const std::vector<int>& ticks, int points) {
  return std::ranges::all_of(ticks, [&](int tick) { return tick >= 1 && tick <= points; });
}

bool is_mark(int mark) { return mark >= 1 && mark <= 4; }

}  // namespace

int propose_mark(int ticked, int points) {
  if (ticked * 10 >= points * 9) return 4;
  if (ticked * 10 >= points * 7) return 3;
  if (ticked * 10 >= points * 4) return 2;
  return 1;
}

std::string_view mark_name(int mark) {
  constexpr std::array<std::string_view, 4> names{"No", "Lean no", "Hire", "Strong hire"};
  return names[static_cast<std::size_t>(std::clamp(mark, 1, 4) - 1)];
}

Rating rating_of_mark(int mark) { return static_cast<Rating>(std::clamp(mark, 1, 3)); }

RoundState new_round(const Bank& bank, const Draw& draw, std::uint64_t seed, bool relaxed, bool follow_ups,
                     Random& ids, Now now) {
  RoundState state;
  state.id = random_id(ids);
  state.preset = draw.preset;
  state.name = draw.name;
  state.seed = seed;
  state.minutes = draw.minutes;
  state.relaxed = relaxed;
  state.day = now.day;
  state.begun = state.seen = state.saved = now.at;
  int planned = 0;
  for (const auto i : draw.items) planned += bank.items[i].minutes;
  Random probes{seed};
  for (const auto i : draw.items) {
    const auto& item = bank.items[i];
    RoundQuestion question;
    question.bank = item.bank;
    question.item = item.id;
    question.tier = bank.tiers[item.tier].id;
    question.tier_name = bank.tiers[item.tier].name;
    question.topic = bank.topics[item.topic].id;
    question.topic_name = bank.topics[item.topic].name;
    question.budget = std::max(1, draw.minutes * 60 * item.minutes / planned);
    question.points = static_cast<int>(item.points.size());
    if (follow_ups && !item.follow_ups.empty())
      question.follow_up = static_cast<int>(below(probes, item.follow_ups.size()));
    state.questions.push_back(std::move(question));
  }
  return state;
}

bool Round::View::allows(Action action) const { return std::ranges::find(allowed, action) != allowed.end(); }

Round::Round(const Bank& bank, RoundState state, Random ids, Now now)
    : bank_(&bank), state_(std::move(state)), ids_(ids) {
  for (auto& question : state_.questions) {
    items_.push_back(find_item(bank, question));
    const bool done = question.mark || state_.phase == RoundPhase::finished;
    if (!items_.back() && !done) question.reach = Reach::gone;
  }
  // Time during which viva did not run does not count.
  state_.seen = state_.saved;
  if (is_asking(state_.phase)) shift_clock(now.at);
  state_.seen = now.at;
  state_.saved = std::min(state_.saved, now.at);
  if (is_asking(state_.phase) && !items_[state_.current]) ask_from(state_.current + 1, now);
  if (state_.phase == RoundPhase::scoring) score_from(state_.current);
  if (state_.phase == RoundPhase::scoring) ticks_given_ = !question().ticked.empty();
}

bool Round::clock_runs() const { return is_asking(state_.phase) && !state_.paused; }

// Moves the clock by the time since the last event, as if that time had not passed.
void Round::shift_clock(Instant now) {
  const auto passed = now - state_.seen;
  state_.deadline += passed;
  state_.shown += passed;
}

bool Round::allowed(Action action) const {
  const bool answering = state_.phase == RoundPhase::answering && !state_.paused;
  const bool scoring = state_.phase == RoundPhase::scoring;
  switch (action) {
    case Action::begin: return state_.phase == RoundPhase::ready;
    case Action::type:
    case Action::submit: return answering;
    case Action::next: return state_.phase == RoundPhase::follow_up && !state_.paused;
    case Action::predict: return state_.phase == RoundPhase::predicting && !state_.paused;
    case Action::pause: return state_.relaxed && clock_runs();
    case Action::resume: return state_.paused;
    case Action::tick: return scoring && question().points > 0;
    case Action::mark: return scoring && (ticks_given_ || question().points == 0);
    case Action::undo: return (scoring && ticks_given_) || last_marked().has_value();
    case Action::leave: return state_.phase != RoundPhase::finished;
    case Action::abandon: return state_.phase != RoundPhase::finished;
  }
  return false;
}

// Shows the first question from `next` on that the bank still has, or goes on to scoring.
void Round::ask_from(std::size_t next, Now now) {
  while (next < state_.questions.size() && state_.questions[next].reach == Reach::gone) ++next;
  if (next == state_.questions.size()) return start_scoring();
  state_.current = next;
  question().reach = Reach::reached;
  state_.phase = RoundPhase::answering;
  state_.shown = now.at;
  state_.noted &= bit(Note::round_minute_left);
}

void Round::close_answer(Now now) {
  question().used = whole_seconds(state_.shown, std::min(now.at, state_.deadline));
}

void Round::start_scoring() {
  for (auto& question : state_.questions)
    if (question.reach == Reach::waiting) {
      question.reach = Reach::not_reached;
      question.mark = 1;
    }
  score_from(0);
}

void Round::score_from(std::size_t next) {
  ticks_given_ = false;
  while (next < state_.questions.size() &&
         (state_.questions[next].reach != Reach::reached || state_.questions[next].mark))
    ++next;
  state_.phase = next < state_.questions.size() ? RoundPhase::scoring : RoundPhase::finished;
  if (next < state_.questions.size()) state_.current = next;
}

// What the clock has to say by now; ends the asking where the round's time is over.
std::vector<Round::Effect> Round::pass_time(Now now) {
  std::vector<Effect> effects;
  const auto note = [&](Note what) {
    if ((state_.noted & bit(what)) != 0) return;
    state_.noted |= bit(what);
    effects.push_back(what);
  };
  if (now.at >= state_.deadline) {
    if (state_.phase == RoundPhase::answering) close_answer(now);
    note(Note::round_over);
    start_scoring();
    return effects;
  }
  if (now.at >= state_.deadline - last_minute && state_.minutes > 2) note(Note::round_minute_left);
  if (state_.phase != RoundPhase::answering) return effects;
  // Of several at once only the last is worth hearing.
  std::optional<Note> latest;
  for (const auto& [what, after] : notices(question().budget))
    if (now.at >= state_.shown + after && (state_.noted & bit(what)) == 0) {
      state_.noted |= bit(what);
      latest = what;
    }
  if (latest) effects.push_back(*latest);
  return effects;
}

std::vector<Round::Effect> Round::step(const Event& event, Now now) {
  if (state_.paused || now.at < state_.seen) shift_clock(now.at);
  state_.seen = now.at;
  // Else a clock set back would put off the next save until it has caught up.
  state_.saved = std::min(state_.saved, now.at);
  std::vector<Effect> effects;
  const auto before = state_;

  // What was typed is kept, even where the time ran out before it arrived.
  if (state_.phase == RoundPhase::answering && !state_.paused) {
    if (const auto* type = std::get_if<Type>(&event)) question().answer = type->answer;
    if (const auto* submit = std::get_if<Submit>(&event)) question().answer = submit->answer;
  }
  if (clock_runs()) effects = pass_time(now);

  const auto when = [&](Action action, auto&& handle) {
    if (allowed(action)) handle();
  };
  const auto ask_next = [&] { ask_from(state_.current + 1, now); };
  std::visit(Overloaded{
                 [&](const Begin&) {
                   when(Action::begin, [&] {
                     state_.begun = now.at;
                     state_.day = now.day;
                     state_.deadline = now.at + std::chrono::minutes{state_.minutes};
                     ask_from(0, now);
                   });
                 },
                 [&](const Type&) {},
                 [&](const Submit&) {
                   when(Action::submit, [&] {
                     close_answer(now);
                     state_.phase =
                         question().follow_up >= 0 ? RoundPhase::follow_up : RoundPhase::predicting;
                   });
                 },
                 [&](const Next&) { when(Action::next, [&] { state_.phase = RoundPhase::predicting; }); },
                 [&](const Predict& e) {
                   when(Action::predict, [&] {
                     if (!is_mark(e.mark)) return;
                     question().predicted = e.mark;
                     ask_next();
                   });
                 },
                 [&](const Pause&) { when(Action::pause, [&] { state_.paused = true; }); },
                 [&](const Resume&) { when(Action::resume, [&] { state_.paused = false; }); },
                 [&](const Clock&) {},
                 [&](const Tick& e) {
                   when(Action::tick, [&] {
                     if (!are_points(e.points, question().points)) return;
                     auto ticks = e.points;
                     std::ranges::sort(ticks);
                     ticks.erase(std::ranges::unique(ticks).begin(), ticks.end());
                     question().ticked = std::move(ticks);
                     ticks_given_ = true;
                   });
                 },
                 [&](const Mark& e) {
                   when(Action::mark, [&] {
                     if (!is_mark(e.mark)) return;
                     for (auto& effect : mark(e.mark, now)) effects.push_back(std::move(effect));
                   });
                 },
                 [&](const Undo&) {
                   when(Action::undo, [&] {
                     for (auto& effect : undo(now)) effects.push_back(std::move(effect));
                   });
                 },
                 [&](const Leave&) {},
                 [&](const Abandon&) {
                   when(Action::abandon, [&] {
                     if (state_.phase == RoundPhase::answering) close_answer(now);
                     state_.abandoned = true;
                     state_.paused = false;
                     state_.phase = RoundPhase::finished;
                   });
                 },
             },
             event);

  auto timeless = state_;
  timeless.deadline = before.deadline;
  timeless.shown = before.shown;
  const bool only_typed = std::holds_alternative<Type>(event) || std::holds_alternative<Clock>(event);
  if (timeless != before) typed_unsaved_ = true;
  const bool left = std::holds_alternative<Leave>(event) && allowed(Action::leave);
  const bool late = clock_runs() && now.at - state_.saved >= save_every;
  if ((typed_unsaved_ && (!only_typed || !effects.empty())) || late || left) {
    state_.saved = now.at;
    typed_unsaved_ = false;
    effects.push_back(Save{});
  }
  return effects;
}

std::vector<Round::Effect> Round::mark(int mark, Now now) {
  auto& scored = question();
  scored.mark = mark;
  scored.review = random_id(ids_);
  Review review;
  review.id = scored.review;
  review.bank = scored.bank;
  review.item = scored.item;
  review.at = now.at;
  review.day = now.day;
  review.rating = rating_of_mark(mark);
  review.ticked = scored.ticked;
  review.points = scored.points;
  review.seconds = scored.used;
  review.predicted = scored.predicted;
  review.mode = Mode::round;
  review.round = state_.id;
  review.answer = scored.answer;
  score_from(state_.current + 1);
  return {Append{std::move(review)}};
}

std::vector<Round::Effect> Round::undo(Now now) {
  if (ticks_given_) {
    ticks_given_ = false;
    question().ticked.clear();
    return {};
  }
  state_.current = *last_marked();
  state_.phase = RoundPhase::scoring;
  auto& scored = question();
  scored.mark.reset();
  scored.ticked.clear();
  return {Retract{std::exchange(scored.review, {}), now.at}};
}

// The question whose mark an undo takes back.
std::optional<std::size_t> Round::last_marked() const {
  if (state_.abandoned || is_asking(state_.phase)) return std::nullopt;
  const bool finished = state_.phase == RoundPhase::finished;
  for (std::size_t i = finished ? state_.questions.size() : state_.current; i-- > 0;)
    if (!state_.questions[i].review.empty() && items_[i]) return i;
  return std::nullopt;
}

Round::View Round::view() const {
  View view;
  view.phase = state_.phase;
  view.paused = state_.paused;
  for (int action = 0; action <= static_cast<int>(Action::abandon); ++action)
    if (allowed(static_cast<Action>(action))) view.allowed.push_back(static_cast<Action>(action));
  view.total = static_cast<std::size_t>(std::ranges::count_if(state_.questions, [&](const auto& q) {
    return state_.phase == RoundPhase::scoring ? q.reach == Reach::reached : q.reach != Reach::gone;
  }));
  if (state_.phase == RoundPhase::ready || state_.phase == RoundPhase::finished) return view;
  view.number = 1 + static_cast<std::size_t>(
                        std::count_if(state_.questions.begin(),
                                      state_.questions.begin() + static_cast<std::ptrdiff_t>(state_.current),
                                      [](const auto& q) { return q.reach == Reach::reached; }));
  view.item = items_[state_.current];
  if (state_.phase == RoundPhase::follow_up && view.item)
    if (const auto& probes = bank_->items[*view.item].follow_ups;
        static_cast<std::size_t>(question().follow_up) < probes.size())
      view.follow_up = probes[static_cast<std::size_t>(question().follow_up)];
  if (state_.phase == RoundPhase::scoring) {
    view.ticked = question().ticked;
    view.ticks_given = ticks_given_;
    if (ticks_given_)
      view.proposed = propose_mark(static_cast<int>(question().ticked.size()), question().points);
    return view;
  }
  view.deadline = state_.deadline;
  if (state_.phase == RoundPhase::answering)
    view.question_deadline = state_.shown + seconds{question().budget};
  if (!state_.paused) view.wake = next_wake();
  return view;
}

Instant Round::next_wake() const {
  Instant wake = std::min(state_.deadline, state_.saved + save_every);
  const auto consider = [&](Note note, Instant at) {
    if ((state_.noted & bit(note)) == 0 && at > state_.seen) wake = std::min(wake, at);
  };
  consider(Note::round_minute_left, state_.deadline - last_minute);
  if (state_.phase == RoundPhase::answering)
    for (const auto& [note, after] : notices(question().budget)) consider(note, state_.shown + after);
  return wake;
}

}  // namespace viva
