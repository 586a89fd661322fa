#include "sim/study.hpp"

#include <algorithm>
#include <numeric>

#include "viva/base/random.hpp"
#include "viva/memory/score.hpp"

namespace viva::sim {
namespace {

constexpr int days_to_return = 2;  // of study, for what was failed

Bank bank_of(std::size_t items) {
  Bank bank;
  bank.tiers.resize(6);
  bank.items.resize(items);
  for (std::size_t i = 0; i < items; ++i) {
    bank.items[i].tier = i * bank.tiers.size() / items;
    bank.items[i].topic = i % topics;
    bank.items[i].points.resize(points_each);
  }
  return bank;
}

Points whole_question() {
  Points points(points_each);
  std::iota(points.begin(), points.end(), std::size_t{0});
  return points;
}

// One learner's days under one policy.
class Student {
 public:
  Student(const Course& course, const NamedPolicy& policy, std::uint64_t seed, const Settings& settings)
      : settings_(settings),
        minutes_(course.minutes),
        learner_(seed, settings.hidden, course.items),
        random_(seed),
        bank_(bank_of(course.items)),
        known_{bank_, {Progress(course.items), Progress(course.items)}, ItemMemories(course.items), {}},
        failed_(course.items, -1),
        policy_(policy.make(make_request(course, settings.seconds), seed)) {}

  double study(int day);  // seconds
  double recalled(int day) const {
    return settings_.untaught ? learner_.recalled_with_untaught(day) : learner_.recalled(day);
  }
  double late(int interview) const;

 private:
  struct Missed {
    std::size_t item;
    Points points;
  };

  void round(const PlannedRound& round, int day);
  void ask(std::size_t item, int day);
  Points ask(std::size_t item, const Points& points, int day);
  void note_failures(std::size_t item, std::size_t made, int day);
  double cost(std::size_t points) const {
    return settings_.seconds * (0.2 + 0.8 * static_cast<double>(points) / points_each);
  }

  Settings settings_;
  int minutes_;
  Learner learner_;
  Random random_;
  Bank bank_;
  Knowledge known_;
  std::vector<int> failed_;  // day of it; -1: not
  double failures_ = 0, late_ = 0;
  std::unique_ptr<Policy> policy_;
  std::vector<Missed> missed_;  // today
};

double Student::study(int day) {
  known_.standing.morning = known_.standing.now;
  missed_.clear();
  const auto work = policy_->plan(known_, day);
  const double whole = 60.0 * minutes_;
  double left = whole;
  if (work.round) {
    round(*work.round, day);
    left -= work.round->seconds;
  }
  for (const auto item : work.items) {
    if (left < settings_.seconds) break;
    left -= settings_.seconds;
    ask(item, day);
  }
  for (const auto& [item, points] : missed_) {
    if (!settings_.asks_again || left < cost(points.size())) continue;
    left -= cost(points.size());
    ask(item, points, day);
  }
  return whole - left;
}

// Asks anything.
void Student::round(const PlannedRound& round, int day) {
  Items items(bank_.items.size());
  std::iota(items.begin(), items.end(), 0);
  seeded_shuffle(items, random_);
  items.resize(std::min(items.size(), static_cast<std::size_t>(60 * round.minutes / settings_.seconds)));
  for (const auto item : items) ask(item, day);
  missed_.clear();
  known_.rounds.push_back(day_of(day));
}

void Student::ask(std::size_t item, int day) {
  const auto& now = known_.standing.now[item];
  if (now && now->last == day_of(day)) return;  // in the day's round
  const auto ticked = ask(item, whole_question(), day);
  note_failures(item, ticked.size(), day);
  if (ticked.size() == points_each) return;
  missed_.push_back({item, {}});
  for (std::size_t i = 0; i < points_each; ++i)
    if (!std::ranges::binary_search(ticked, i)) missed_.back().points.push_back(i);
}

Points Student::ask(std::size_t item, const Points& points, int day) {
  const auto ticked = learner_.answer(item, points, day);
  const auto rating = learner_.rate(
      item, propose_rating(static_cast<int>(ticked.size()), static_cast<int>(points.size())), day);
  std::vector<int> numbers;
  for (std::size_t i = 0; i < points.size(); ++i)
    if (std::ranges::binary_search(ticked, points[i])) numbers.push_back(static_cast<int>(i) + 1);
  std::vector<PointGrade> grades;
  grade_points(numbers, points, rating, Mode::drill, grades);
  auto& now = known_.standing.now[item];
  if (!now) now.emplace(points_each);
  const bool again = now->answers > 0 && now->last == day_of(day);
  now->add(rating, day_of(day), grades);
  if (!again) {
    add(known_.items[item], rating, day);
    policy_->rated(item, rating, day);
  }
  return ticked;
}

double Student::late(int interview) const {
  const auto never = std::ranges::count_if(
      failed_, [&](int failed) { return failed >= 0 && interview - failed > days_to_return + 1; });
  return failures_ == 0 ? 0 : (late_ + static_cast<double>(never)) / failures_;
}

void Student::note_failures(std::size_t item, std::size_t made, int day) {
  if (failed_[item] >= 0 && day - failed_[item] > days_to_return) ++late_;
  failed_[item] = -1;
  if (100 * made >= hard_from * points_each) return;
  failed_[item] = day;
  ++failures_;
}

}  // namespace

Outcome study(const Course& course, const NamedPolicy& policy, std::uint64_t seed, const Settings& settings) {
  Student student{course, policy, seed, settings};
  Outcome outcome;
  for (int day = 0; day < course.days; ++day)
    outcome.most_seconds = std::max(outcome.most_seconds, student.study(day));
  outcome.recalled = student.recalled(course.days);
  outcome.late = student.late(course.days);
  return outcome;
}

}  // namespace viva::sim
