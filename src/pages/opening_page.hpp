// The opening screen: where one stands, and what to do next. It is what people type most, so it takes one
// pass over the history and works out no other day than today. It never scolds.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "viva/bank.hpp"
#include "viva/habit.hpp"
#include "viva/next_step.hpp"
#include "viva/page.hpp"
#include "viva/plan.hpp"
#include "viva/readiness.hpp"
#include "viva/review.hpp"
#include "viva/round.hpp"
#include "viva/scorecard.hpp"

namespace viva {

struct Opening {
  struct LastRound {
    std::string preset;  // empty for a round of one's own
    Day day{};
    double mean = 0;
    std::optional<Trend> trend;  // beside the one before of the same preset
  };

  Day today{};
  bool fresh = false;                  // no answer and no round yet
  std::optional<Interview> interview;  // the next; where all have passed, the last of them
  ReadinessReport readiness;           // on the day of an interview ahead, else today
  std::optional<PlanDay> plan;         // what is left of today's plan, with an interview ahead
  NextStep next;                       // by what is due
  int answered = 0, seconds = 0;       // today
  Habit habit;
  std::optional<LastRound> round;
  std::optional<RoundState> unfinished;

  bool is_ahead() const { return interview && interview->day >= today; }
};

// `answers`, `rounds` and `interviews` as the history has them, in order of time and by day.
Opening make_opening(const Bank& bank, const std::vector<Answer>& answers,
                     const std::vector<RoundState>& rounds, const std::vector<Interview>& interviews,
                     Day today);

// `places` ends each command, as Shell::command() does.
Page opening_page(const Bank& bank, const Opening& opening, int columns, std::string_view places = {});

}  // namespace viva
