#include "cli/study.hpp"

#include <algorithm>
#include <utility>

#include "cli/past.hpp"
#include "viva/plan/request.hpp"

namespace viva {

Study load_study(const Shell& shell, const Bank& bank) {
  auto past = load_past(shell, PastRounds::none);
  return make_study(shell, bank, std::move(past.log), std::move(past.interviews));
}

Study make_study(const Shell& shell, const Bank& bank, AnswerLog log,
                 std::vector<InterviewSetting> interviews) {
  Study study{std::move(log), std::move(interviews), {}, {}, {}, {}};
  study.evidence = find_evidence(bank, study.log);
  MemoryModel model;
  if (const auto& own = shell.options().fsrs) {
    model.parameters = *own;
  } else {
    study.fit = fit_memory(bank, study.evidence, shell.now().day);
    model = study.fit->model;
  }
  study.model = std::make_shared<const MemoryModel>(model);
  study.standing = stand(bank, study.evidence, shell.now().day, *study.model);
  return study;
}

std::optional<InterviewSetting> interview_ahead(const Study& study, Day today) {
  const auto ahead = std::ranges::find_if(
      study.interviews, [&](const InterviewSetting& setting) { return setting.set.value().day >= today; });
  return ahead == study.interviews.end() ? std::nullopt : std::optional{*ahead};
}

std::optional<PlanRequest> request_ahead(const Shell& shell, const Bank& bank, const Study& study) {
  const auto today = shell.now().day;
  const auto ahead = interview_ahead(study, today);
  if (!ahead) return std::nullopt;
  return request_plan(bank, study.log.answers, ahead->set.value(), shell.day_of(ahead->at), today);
}

Today todays_work(const Shell& shell, const Bank& bank, const Study& study) {
  return find_today(bank, study.standing, request_ahead(shell, bank, study), study.log.answers,
                    shell.now().day);
}

void follow_plan(Filter& filter, const Today& today) {
  if (filter.order != Order::plan) return;
  for (const auto& entry : today.work.left()) filter.planned.push_back(entry.item);
}

}  // namespace viva
