// The plan against simple policies at equal minutes, on learners who forget as the memory model says. Other
// learners, and more policies: tests/sim.
#include <functional>
#include <numeric>

#include "catch.hpp"
#include "plan/plan_scene.hpp"
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
  made.request = without_rounds(request(made.bank, days_ahead, minutes));
  return made;
}

// In the order to study them; what does not fit into the day is left.
using Policy = std::function<Items(const Course&, const Standing&, Day today, Random&)>;

Items all(const Standing& standing) {
  Items items(standing.now.size());
  std::iota(items.begin(), items.end(), 0);
  return items;
}

Items by_plan(const Course& course, const Standing& standing, Day today, Random&) {
  auto request = course.request;
  request.today = today;
  Items items;
  for (const auto& entry : plan_today(course.bank, standing, request).entries) items.push_back(entry.item);
  return items;
}

Items at_random(const Course&, const Standing& standing, Day, Random& random) {
  auto items = all(standing);
  seeded_shuffle(items, random);
  return items;
}

// The one not asked for longest, and those never asked in the bank's order.
Items round_robin(const Course&, const Standing& standing, Day, Random&) {
  auto items = all(standing);
  std::ranges::stable_sort(
      items, {}, [&](std::size_t i) { return standing.now[i] ? standing.now[i]->last : Day::min(); });
  return items;
}

// Due ones, most forgotten first, then new ones.
Items due_order(const Course&, const Standing& standing, Day today, Random&) {
  auto items = all(standing);
  const auto key = [&](std::size_t i) {
    if (!standing.now[i]) return 1.0;
    return due(*standing.now[i]) <= today ? recall(*standing.now[i], today) : 2.0;
  };
  std::ranges::stable_sort(items, {}, key);
  std::erase_if(items, [&](std::size_t i) { return key(i) == 2; });
  return items;
}

Items lowest_recall(const Course&, const Standing& standing, Day today, Random&) {
  auto items = all(standing);
  std::ranges::stable_sort(
      items, {}, [&](std::size_t i) { return standing.now[i] ? recall(*standing.now[i], today) : 0; });
  return items;
}

double chance(const Standing& standing, std::size_t item, std::size_t point, Day today) {
  if (!standing.now[item]) return default_model().first_made;
  return recall(standing.now[item]->points[point], today, default_model());
}

void answer(Standing& standing, std::size_t item, Day today, Random& random) {
  std::vector<PointGrade> grades;
  int made = 0;
  for (std::uint32_t point = 0; point < points_each; ++point) {
    const bool ok =
        static_cast<double>(below(random, 1'000'000)) < 1e6 * chance(standing, item, point, today);
    grades.push_back({point, ok ? Rating::good : Rating::again, ok});
    made += ok ? 1 : 0;
  }
  auto& now = standing.now[item];
  if (!now) now.emplace(points_each);
  now->add(propose_rating(made, points_each), today, grades);
}

double recall_of_learner(const Course& course, const Policy& policy, std::uint64_t seed) {
  Random random{seed};
  auto standing = unseen(course.bank);
  const auto& request = course.request;
  for (auto today = request.today; today < request.interview.day; today += days{1}) {
    standing.morning = standing.now;
    int left = 60 * request.interview.minutes;
    for (const auto item : policy(course, standing, today, random)) {
      left -= request.seconds[item];
      if (left < 0) break;
      answer(standing, item, today, random);
    }
  }
  const auto day = request.interview.day;
  return assess_readiness(course.bank, standing.now, day, day).all.left_alone;
}

double mean_recall(const Course& course, const Policy& policy) {
  double sum = 0;
  for (std::uint64_t seed = 1; seed <= learners; ++seed) sum += recall_of_learner(course, policy, seed);
  return sum / learners;
}

constexpr std::array<std::array<int, 3>, 4> courses{
    {{50, 14, 30}, {50, 30, 20}, {50, 30, 40}, {100, 30, 40}}};

}  // namespace

TEST_CASE("at equal minutes the plan is not below simple policies", "[plan]") {
  const std::vector<std::pair<const char*, Policy>> policies{{"at random", at_random},
                                                             {"round robin", round_robin},
                                                             {"due order", due_order},
                                                             {"lowest recall first", lowest_recall}};
  for (const auto& [items, ahead, minutes] : courses) {
    CAPTURE(items, ahead, minutes);
    const auto taken = course(static_cast<std::size_t>(items), ahead, minutes);
    const double ours = mean_recall(taken, by_plan);
    for (const auto& policy : policies) {
      CAPTURE(policy.first);
      CHECK(ours >= mean_recall(taken, policy.second) - 0.01);
    }
  }
}

TEST_CASE("what a plan expects is about what learners reach who follow it", "[plan]") {
  for (const auto& [items, ahead, minutes] : courses) {
    CAPTURE(items, ahead, minutes);
    const auto taken = course(static_cast<std::size_t>(items), ahead, minutes);
    const auto expected = make_plan(taken.bank, unseen(taken.bank), taken.request).readiness.all.planned;
    CHECK_THAT(mean_recall(taken, by_plan), WithinAbs(expected, 0.02));
  }
}
