#include "cli/study.hpp"

#include <utility>

#include "cli/past.hpp"
#include "viva/plan/request.hpp"

namespace viva {

Study load_study(const Shell& shell, const Bank& bank) {
  auto past = load_past(shell, PastRounds::none);
  auto progress = replay(bank, past.answers);
  return {std::move(past.answers), std::move(past.interviews), std::move(progress)};
}

std::optional<Interview> interview_ahead(const Study& study, Day today) {
  const auto interviews = interviews_of(study.interviews);
  const auto* next = next_interview(interviews, today);
  return next ? std::optional{*next} : std::nullopt;
}

std::optional<TodaysPlan> plan_today(const Bank& bank, const Study& study, Day today) {
  const auto interview = interview_ahead(study, today);
  if (!interview) return std::nullopt;
  auto request = request_plan(bank, study.answers, *interview, today);
  auto day = plan_today(bank, study.progress, request);
  return TodaysPlan{std::move(request), std::move(day)};
}

std::optional<TodaysPlan> follow_plan(Filter& filter, const Bank& bank, const Study& study, Day today) {
  if (filter.order != Order::plan) return std::nullopt;
  auto plan = plan_today(bank, study, today);
  if (plan)
    for (const auto& entry : plan->day.entries) filter.planned.push_back(entry.item);
  return plan;
}

}  // namespace viva
