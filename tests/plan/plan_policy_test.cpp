// The policy against simple ones at equal minutes, on learners who forget as the memory model says. It must
// not be worse than the best of them by more than chance.
#include <algorithm>
#include <functional>
#include <numeric>

#include "catch.hpp"
#include "plan/plan_scene.hpp"
#include "viva/base/random.hpp"
#include "viva/memory/forecast.hpp"

using namespace viva;
using namespace viva::sample;
using Catch::Matchers::WithinAbs;
using std::chrono::days;
using Items = std::vector<std::size_t>;

namespace {

constexpr int learners = 10;

struct Course {
  Bank bank;
  PlanRequest request;
};

Course course(std::size_t items, int days_ahead, int minutes) {
  Course made{questions(items), {}};
  made.request = request(made.bank, days_ahead, minutes);
  made.request.rounds = false;
  return made;
}

// In the order to study them; what does not fit into the day is left.
using Policy = std::function<Items(const Course&, const Progress&, Day today, Random&)>;

Items all(const Progress& progress) {
  Items items(progress.size());
  std::iota(items.begin(), items.end(), 0);
  return items;
}

Items by_gain(const Course& course, const Progress& progress, Day today, Random&) {
  auto request = course.request;
  request.today = today;
  Items items;
  for (const auto& entry : plan_today(course.bank, progress, request).entries) items.push_back(entry.item);
  return items;
}

Items at_random(const Course&, const Progress& progress, Day, Random& random) {
  auto items = all(progress);
  seeded_shuffle(items, random);
  return items;
}

// The one not asked for longest, and those never asked in the bank's order.
Items round_robin(const Course&, const Progress& progress, Day, Random&) {
  auto items = all(progress);
  std::ranges::stable_sort(items, {},
                           [&](std::size_t i) { return progress[i] ? progress[i]->last : Day::min(); });
  return items;
}

// Due at 90 %, most forgotten first, then new ones.
Items due_order(const Course&, const Progress& progress, Day today, Random&) {
  auto items = all(progress);
  const auto key = [&](std::size_t i) {
    if (!progress[i]) return 1.0;
    return due(*progress[i]) <= today ? recall(*progress[i], today) : 2.0;
  };
  std::ranges::stable_sort(items, {}, key);
  std::erase_if(items, [&](std::size_t i) { return key(i) == 2; });
  return items;
}

Items lowest_recall(const Course&, const Progress& progress, Day today, Random&) {
  auto items = all(progress);
  std::ranges::stable_sort(items, {},
                           [&](std::size_t i) { return progress[i] ? recall(*progress[i], today) : 0; });
  return items;
}

Rating rate(const std::optional<ItemProgress>& item, Day today, Random& random) {
  const auto chances = item ? next_chances(recall(*item, today)) : first_chances;
  double left = static_cast<double>(below(random, 1'000'000)) / 1e6;
  for (int rating = 1; rating < 4; ++rating) {
    left -= chances[static_cast<std::size_t>(rating - 1)];
    if (left < 0) return static_cast<Rating>(rating);
  }
  return Rating::easy;
}

double recall_of_learner(const Course& course, const Policy& policy, std::uint64_t seed) {
  Random random{seed};
  Progress progress(course.bank.items.size());
  for (auto today = course.request.today; today < course.request.interview.day; today += days{1}) {
    int left = 60 * course.request.interview.minutes;
    for (const auto item : policy(course, progress, today, random)) {
      left -= course.request.seconds[item];
      if (left < 0) break;
      sample::rate(progress, item, rate(progress[item], today, random), today);
    }
  }
  return assess_readiness(course.bank, progress, course.request.interview.day, course.request.interview.day)
      .all.left_alone;
}

double mean_recall(const Course& course, const Policy& policy) {
  double sum = 0;
  for (std::uint64_t seed = 1; seed <= learners; ++seed) sum += recall_of_learner(course, policy, seed);
  return sum / learners;
}

}  // namespace

TEST_CASE("at equal minutes the plan is not below simple policies", "[plan]") {
  const std::vector<std::pair<const char*, Policy>> policies{{"at random", at_random},
                                                             {"round robin", round_robin},
                                                             {"due order", due_order},
                                                             {"lowest recall first", lowest_recall}};
  for (const auto& [items, ahead, minutes] :
       {std::array{50, 14, 20}, std::array{50, 30, 10}, std::array{50, 30, 40}, std::array{150, 30, 20}}) {
    CAPTURE(items, ahead, minutes);
    const auto taken = course(static_cast<std::size_t>(items), ahead, minutes);
    const double ours = mean_recall(taken, by_gain);
    for (const auto& policy : policies) {
      CAPTURE(policy.first);
      CHECK(ours >= mean_recall(taken, policy.second) - 0.01);
    }
  }
}

TEST_CASE("what a plan expects is about what learners reach who follow it", "[plan]") {
  for (const auto& [items, ahead, minutes] :
       {std::array{50, 14, 20}, std::array{50, 30, 10}, std::array{50, 30, 40}, std::array{150, 30, 20}}) {
    CAPTURE(items, ahead, minutes);
    const auto taken = course(static_cast<std::size_t>(items), ahead, minutes);
    const auto expected =
        make_plan(taken.bank, Progress(taken.bank.items.size()), taken.request).readiness.all.planned;
    CHECK_THAT(mean_recall(taken, by_gain), WithinAbs(expected, 0.02));
  }
}
