#include "viva/plan/request.hpp"

#include <algorithm>

#include "plan/calendar.hpp"
#include "viva/memory/pace.hpp"

namespace viva {
namespace {

std::vector<Timing> timings_of_drills(const std::vector<RatedAnswer>& answers) {
  std::vector<Timing> timings;
  timings.reserve(answers.size());
  for (const auto& answer : answers)
    if (answer.mode != Mode::round) timings.push_back({answer.bank, answer.item, answer.day, answer.seconds});
  return timings;
}

std::optional<Day> last_round(const std::vector<RatedAnswer>& answers) {
  std::optional<Day> last;
  for (const auto& answer : answers)
    if (answer.mode == Mode::round) last = std::max(last.value_or(answer.day), answer.day);
  return last;
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
                         const Interview& interview, Day today) {
  PlanRequest request;
  request.interview = interview;
  request.today = today;
  request.seconds = seconds_each(bank, timings_of_drills(answers), today);
  request.spent = seconds_spent(answers, today);
  request.last_round = last_round(answers);
  return request;
}

}  // namespace viva
