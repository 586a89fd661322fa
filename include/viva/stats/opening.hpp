// Opening: where one stands today, and what to do next. It is asked for most often, so it takes one pass over
// the history and plans no day but today.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "viva/bank/bank.hpp"
#include "viva/memory/habit.hpp"
#include "viva/memory/readiness.hpp"
#include "viva/memory/review.hpp"
#include "viva/plan/today.hpp"
#include "viva/session/round_state.hpp"
#include "viva/session/scorecard.hpp"

namespace viva {

struct Opening {
  struct LastRound {
    std::string preset;  // empty for a round of one's own
    Day day{};
    double mean = 0;
    std::optional<Trend> trend;  // compared with the round before it of the same preset
  };

  Day today{};
  bool no_history = false;             // no answer and no round yet
  std::optional<Interview> interview;  // the next; where all have passed, the last of them
  ReadinessReport readiness;           // on the day of an interview ahead, else today
  Today work;
  NextStep next;
  int answered = 0, seconds = 0;  // today
  Habit habit;
  std::optional<LastRound> round;
  std::optional<RoundState> unfinished;

  bool has_interview_ahead() const { return interview && interview->day >= today; }
};

// `answers`, `rounds` and `interviews` as the history has them, in order of time and by day.
Opening make_opening(const Bank& bank, const Standing& standing, const Today& work,
                     const std::vector<RatedAnswer>& answers, const std::vector<RoundState>& rounds,
                     const std::vector<Interview>& interviews);

}  // namespace viva
