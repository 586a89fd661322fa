// What there is to do today: the first day of the plan toward an interview, or, without one, a day of the
// usual size. Every screen and command that speaks of today takes it from here. It does not move while one
// works.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "viva/bank/bank.hpp"
#include "viva/memory/review.hpp"
#include "viva/plan/plan.hpp"

namespace viva {

inline constexpr std::size_t usual_questions = 10;  // a day without an interview ahead
inline constexpr std::size_t usual_new = 3;         // of them at least, where there are new ones

struct Today {
  Day day{};
  std::optional<PlanRequest> request;  // with an interview ahead
  PlanDay work;                        // without one it has neither rounds nor gains
  std::size_t due = 0, fresh = 0;      // now, of the whole bank
  std::size_t due_beyond = 0;          // due now, and not in what is left of the work
  std::size_t weak = 0;                // now
  std::optional<Day> next_due;         // where nothing is due: when the first question is
};

// `request`: with an interview ahead.
Today find_today(const Bank& bank, const Standing& standing, const std::optional<PlanRequest>& request,
                 const std::vector<RatedAnswer>& answers, Day day);

// When an item comes back: the day on which the plan asks it; without a plan, when it is due. Nullopt: not
// again before the interview.
std::optional<Day> returns(const Bank& bank, const Standing& standing,
                           const std::optional<PlanRequest>& request, std::size_t item);

// When the plan asks an item, be it left for today or later; nullopt: not before the interview.
std::optional<Day> planned_for(const Bank& bank, const Standing& standing, const Today& today,
                               std::size_t item);

struct NextStep {
  std::string command;  // to be typed as it stands
  std::string reason;   // "4 due, 6 new"
};

// The next sensible command: no screen of viva is a dead end.
NextStep next_step(const Bank& bank, const Today& today);

// The command that begins a round of the plan: "viva mock screen".
std::string mock_command(const Bank& bank, const PlannedRound& round);

}  // namespace viva
