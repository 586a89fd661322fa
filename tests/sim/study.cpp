#include "sim/study.hpp"

#include <algorithm>
#include <deque>

#include "sim/learner.hpp"

namespace viva::sim {
namespace {

// One learner's days under one policy.
class Student {
 public:
  Student(const Course& course, const NamedPolicy& policy, std::uint64_t seed, const Settings& settings)
      : settings_(settings),
        answers_a_day_(60 * course.minutes / settings.seconds),
        learner_(seed, settings.spread, course.items),
        progress_(course.items),
        policy_(policy.make(make_request(course, settings.seconds), seed)) {}

  // How many answers were given.
  int study(int day);
  double recall(int day) const { return learner_.recall(day); }

 private:
  Rating ask(std::size_t item, int day);

  Settings settings_;
  int answers_a_day_;
  Learner learner_;
  Progress progress_;
  std::unique_ptr<Policy> policy_;
};

int Student::study(int day) {
  const auto items = policy_->order(progress_, first_day + std::chrono::days{day});
  std::deque<std::size_t> again;
  std::size_t next = 0;
  int left = answers_a_day_;
  while (left > 0 && (next < items.size() || !again.empty())) {
    --left;
    if (next < items.size() && left >= static_cast<int>(again.size())) {
      const auto item = items[next++];
      const auto rating = ask(item, day);
      policy_->rated(item, rating, first_day + std::chrono::days{day});
      if (rating == Rating::again && settings_.asks_again) again.push_back(item);
    } else {
      ask(again.front(), day);
      again.pop_front();
    }
  }
  return answers_a_day_ - left;
}

Rating Student::ask(std::size_t item, int day) {
  const auto rating = learner_.answer(item, day);
  if (!progress_[item]) progress_[item].emplace();
  progress_[item]->add(rating, first_day + std::chrono::days{day});
  return rating;
}

}  // namespace

Outcome study(const Course& course, const NamedPolicy& policy, std::uint64_t seed, const Settings& settings) {
  Student student{course, policy, seed, settings};
  Outcome outcome;
  for (int day = 0; day < course.days; ++day) {
    const int answers = student.study(day);
    outcome.answers += answers;
    outcome.most_seconds = std::max(outcome.most_seconds, answers * settings.seconds);
  }
  outcome.recall = student.recall(course.days);
  return outcome;
}

}  // namespace viva::sim
