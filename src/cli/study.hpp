// Study: what the history holds for choosing what to study, read at once.
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
  std::vector<Answer> answers;
  std::vector<InterviewSetting> interviews;  // by day, past ones too
  Progress progress;
};

// By load_past().
Study load_study(const Shell& shell, const Bank& bank);

// The interview that counts; none: no day is set, or all have passed.
std::optional<Interview> interview_ahead(const Study& study, Day today);

// What is planned for today toward the interview ahead, and how.
struct TodaysPlan {
  PlanRequest request;
  PlanDay day;
};
std::optional<TodaysPlan> plan_today(const Bank& bank, const Study& study, Day today);

// In the plan's order a filter takes today's plan first, which is returned; none: another order, or no
// interview.
std::optional<TodaysPlan> follow_plan(Filter& filter, const Bank& bank, const Study& study, Day today);

}  // namespace viva
