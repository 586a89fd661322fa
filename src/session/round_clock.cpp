// Part of viva/session/round.hpp: the clock of a round, what it says and when.
#include <algorithm>

#include "viva/session/round.hpp"

namespace viva {
namespace {

using Note = Round::Note;

// While the clock runs a round is saved at least this often, so that no more typing than this can be lost.
constexpr std::chrono::seconds save_every{3};
constexpr std::chrono::seconds last_minute{60};

struct Notice {
  Note note;
  std::chrono::seconds after;  // since the question was shown
};

// The notices of a question. A short one has neither a half nor a last minute.
std::vector<Notice> notices(int budget) {
  std::vector<Notice> all;
  if (budget >= 20) all.push_back({Note::half, std::chrono::seconds{budget / 2}});
  if (budget >= 180) all.push_back({Note::minute_left, std::chrono::seconds{budget - 60}});
  all.push_back({Note::over, std::chrono::seconds{budget}});
  return all;
}

unsigned bit(Note note) { return 1U << static_cast<unsigned>(note); }

}  // namespace

bool Round::clock_runs() const { return is_asking(state_.phase) && !state_.paused; }

// Moves the clock by the time since the last event, as if that time had not passed.
void Round::shift_clock(Instant now) {
  const auto passed = now - state_.seen;
  state_.deadline += passed;
  state_.shown += passed;
}

void Round::catch_up(Instant now) {
  if (state_.paused || now < state_.seen) shift_clock(now);
  state_.seen = now;
  // Without this a clock that was set back would put off the next save until it has caught up.
  state_.saved = std::min(state_.saved, now);
}

// The notes that are due by now; ends the asking where the round's time is over.
Round::Effects Round::pass_time(Now now) {
  Effects effects;
  const auto note = [&](Note what) {
    if ((state_.noted & bit(what)) != 0) return;
    state_.noted |= bit(what);
    effects.push_back(what);
  };
  if (now.at >= state_.deadline) {
    if (state_.phase == RoundPhase::answering) question().used = time_used(state_);
    note(Note::round_over);
    start_scoring();
    return effects;
  }
  if (now.at >= state_.deadline - last_minute && state_.seconds > 120) note(Note::round_minute_left);
  if (const auto latest = note_question(now.at)) effects.push_back(*latest);
  return effects;
}

// Of several notes due at once only the last is given.
std::optional<Round::Note> Round::note_question(Instant now) {
  std::optional<Note> latest;
  if (state_.phase != RoundPhase::answering) return latest;
  for (const auto& [what, after] : notices(question().budget))
    if (now >= state_.shown + after && (state_.noted & bit(what)) == 0) {
      state_.noted |= bit(what);
      latest = what;
    }
  return latest;
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

bool Round::same_but_for_time(const RoundState& other) const {
  auto same = other;
  same.deadline = state_.deadline;
  same.shown = state_.shown;
  same.seen = state_.seen;
  same.saved = state_.saved;
  return same == state_;
}

// Everything is saved at once, except that while the clock runs a half-typed line and the passing of time
// wait for up to `save_every`.
void Round::save(const Event& event, const RoundState& before, Now now, Effects& effects) {
  if (!same_but_for_time(before)) unsaved_ = true;
  const auto* type = std::get_if<Type>(&event);
  const bool half_typed = type && !type->text.ends_with('\n');
  const bool can_wait = clock_runs() && (half_typed || std::holds_alternative<Clock>(event));
  const bool left = std::holds_alternative<Leave>(event) && allowed(Action::leave);
  const bool late = clock_runs() && now.at - state_.saved >= save_every;
  if (!left && !late && !(unsaved_ && (!can_wait || !effects.empty()))) return;
  state_.saved = now.at;
  ++state_.revision;
  unsaved_ = false;
  effects.push_back(Save{});
}

}  // namespace viva
