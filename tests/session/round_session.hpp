// Rounds to be played by tests, minute by minute.
#pragma once

#include <vector>

#include "bank/sample_bank.hpp"
#include "catch.hpp"
#include "viva/session/round.hpp"

namespace viva::sample {

using Note = Round::Note;
using Phase = RoundPhase;

inline constexpr Instant start = monday + 10h;

inline Now at(std::chrono::milliseconds since) { return {start + since, monday}; }

// Three questions of three minutes each in nine: "a" has ten points and a follow-up, "b" and "c" nothing.
inline Bank three() {
  auto made = bank({item("a", 10), item("b"), item("c")});
  made.items[0].follow_ups = {"And why?"};
  return made;
}

inline RoundState fresh(const Bank& bank, bool relaxed = false, int minutes = 9) {
  Draw draw;
  draw.preset = draw.name = "mock";
  draw.seconds = 60 * minutes;
  for (std::size_t i = 0; i < bank.items.size(); ++i) draw.items.push_back(i);
  Random ids{1};
  return new_round(bank, draw, 7, relaxed, true, ids, at(0s));
}

inline Round open(const Bank& bank, bool relaxed = false) {
  return Round{bank, fresh(bank, relaxed), Random{2}, at(0s)};
}

inline std::vector<Note> notes(const std::vector<Round::Effect>& effects) {
  std::vector<Note> found;
  for (const auto& effect : effects)
    if (const auto* note = std::get_if<Note>(&effect)) found.push_back(*note);
  return found;
}

inline bool saves(const std::vector<Round::Effect>& effects) {
  return !effects.empty() && std::holds_alternative<Round::Save>(effects.back());
}

// Answers the question in view, a minute after `since`, and foretells a 3.
inline void answer(Round& round, std::chrono::milliseconds since) {
  round.step(Round::Submit{"said"}, at(since + 1min));
  round.step(Round::Next{}, at(since + 1min));
  round.step(Round::Predict{3}, at(since + 1min));
}

// All three answered in three minutes.
inline Round scoring(const Bank& bank, bool relaxed = false) {
  auto round = open(bank, relaxed);
  round.step(Round::Begin{}, at(0s));
  for (const auto since : {0min, 1min, 2min}) answer(round, since);
  REQUIRE(round.view().phase == Phase::scoring);
  return round;
}

inline Round in_phase(const Bank& bank, Phase phase, bool relaxed = true) {
  if (phase == Phase::scoring || phase == Phase::finished) {
    auto round = scoring(bank, relaxed);
    if (phase == Phase::finished) round.step(Round::Abandon{}, at(3min));
    return round;
  }
  auto round = open(bank, relaxed);
  if (phase >= Phase::answering) round.step(Round::Begin{}, at(0s));
  if (phase >= Phase::follow_up) round.step(Round::Submit{"said"}, at(1s));
  if (phase >= Phase::predicting) round.step(Round::Next{}, at(1s));
  REQUIRE(round.view().phase == phase);
  return round;
}

}  // namespace viva::sample
