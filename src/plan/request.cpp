#include "viva/plan/request.hpp"

#include <algorithm>

#include "plan/calendar.hpp"
#include "viva/memory/pace.hpp"

namespace viva {
namespace {

std::vector<Day> days_of_rounds(const std::vector<RatedAnswer>& answers) {
  std::vector<Day> days;
  for (const auto& answer : answers)
    if (answer.mode == Mode::round) days.push_back(answer.day);
  std::ranges::sort(days);
  days.erase(std::unique(days.begin(), days.end()), days.end());
  return days;
}

}  // namespace

int seconds_spent(const std::vector<RatedAnswer>& answers, Day day) {
  int spent = 0;
  for (const auto& answer : answers) {
    if (answer.day != day) continue;
    const int seconds = std::clamp(answer.seconds, 0, longest_answer);
    spent = std::min(spent + (answer.mode == Mode::round ? with_scoring(seconds) : seconds), 86400);
  }
  return spent;
}

PlanRequest request_plan(const Bank& bank, const std::vector<RatedAnswer>& answers,
                         const Interview& interview, Day begun, Day today) {
  PlanRequest request;
  request.interview = interview;
  request.today = today;
  request.seconds = seconds_each(bank, answers, today);
  request.begun = begun;
  request.rounds = days_of_rounds(answers);
  return request;
}

}  // namespace viva
