// What is known for choosing what to study: the answers so far, the interviews and the progress.
#pragma once

#include <optional>
#include <vector>

#include "cli/shell.hpp"
#include "store/history.hpp"
#include "viva/bank/bank.hpp"
#include "viva/memory/progress.hpp"
#include "viva/plan/plan.hpp"

namespace viva {

struct Study {
  std::vector<RatedAnswer> answers;
  std::vector<InterviewSetting> interviews;  // by day, past ones too
  Progress progress;
};

// Reads the history by load_past.
Study load_study(const Shell& shell, const Bank& bank);

// The next interview; nullopt: none is set, or all have passed.
std::optional<Interview> interview_ahead(const Study& study, Day today);

// Today's part of the plan toward the next interview, and what it was made from.
struct TodaysPlan {
  PlanRequest request;
  PlanDay day;
};
std::optional<TodaysPlan> plan_today(const Bank& bank, const Study& study, Day today);

// Puts today's plan at the head of a filter in the plan's order, and returns it. Does nothing to a filter in
// another order, or where there is no interview.
std::optional<TodaysPlan> follow_plan(Filter& filter, const Bank& bank, const Study& study, Day today);

}  // namespace viva
