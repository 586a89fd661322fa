#include "cli/study.hpp"

#include <fmt/format.h>

#include "viva/base/error.hpp"
#include "viva/plan/request.hpp"

namespace viva {

Study load_study(const Shell& shell, const Bank& bank) {
  Study study;
  const char* missing = "no question had been asked yet";
  try {
    const History history{shell.history_file(), History::Access::read};
    study.answers = history.answers();
    missing = "no interview were set";
    study.interviews = history.interview_settings();
  } catch (const Error& error) {
    shell.terminal().complain(fmt::format("{}\nGoing on as if {}.", error.what(), missing));
  }
  study.progress = replay(bank, study.answers);
  return study;
}

std::optional<Interview> interview_ahead(const Study& study, Day today) {
  std::vector<Interview> interviews;
  for (const auto& setting : study.interviews) interviews.push_back(setting.set.value());
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
