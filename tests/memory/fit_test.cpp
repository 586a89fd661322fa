#include "viva/memory/fit.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "catch.hpp"
#include "viva/base/random.hpp"

using namespace viva;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using std::chrono::days;

namespace {

constexpr Day start = std::chrono::sys_days{std::chrono::year{2026} / 9 / 1};

bool chance(Random& random, double of) { return static_cast<double>(below(random, 1'000'000)) < of * 1e6; }

// A point as a learner answers it who remembers as `truth` says: half are known when first asked.
PointTrials point_of(const MemoryModel& truth, Day first, Random& random) {
  bool made = chance(random, 0.5), ever_made = made;
  PointTrials trials{{first, made ? Rating::good : Rating::again}};
  auto memory = fsrs::first(trials[0].grade, truth.parameters);
  for (int trial = 0; trial < 5; ++trial) {
    const int waited = 1 + static_cast<int>(below(random, 8)) * (trial + 1);
    const double recall = fsrs::retrievability(waited, memory.stability, truth.parameters);
    made = chance(random, ever_made ? recall : truth.credit * recall);
    ever_made |= made;
    trials.push_back({trials.back().day + days{waited}, made ? Rating::good : Rating::again});
    memory = fsrs::after(memory, trials.back().grade, waited, truth.parameters);
  }
  return trials;
}

std::vector<PointTrials> points_of(const MemoryModel& truth, std::size_t count, std::uint64_t seed = 1) {
  Random random{seed};
  std::vector<PointTrials> points;
  for (std::size_t i = 0; i < count; ++i)
    points.push_back(point_of(truth, start + days{static_cast<int>(i % 30)}, random));
  return points;
}

MemoryModel with_weight(std::size_t index, double weight) {
  auto w = fsrs::defaults().w;
  w[index] = weight;
  return {fsrs::Parameters{w}};
}

MemoryModel with_first_stability(double times) {
  auto w = fsrs::defaults().w;
  for (std::size_t i = 0; i < 4; ++i) w[i] *= times;
  return {fsrs::Parameters{w}};
}

// Points that were known and are missed a day later, one more each day: nothing like the base.
std::vector<PointTrials> forgotten(int count) {
  std::vector<PointTrials> points;
  for (int i = 0; i < count; ++i)
    points.push_back({{start + days{i}, Rating::good}, {start + days{i + 1}, Rating::again}});
  return points;
}

bool is_base(const Fit& fit) {
  return fit.trust == 0 && !fit.fitted() && fit.model.parameters.w == fsrs::defaults().w &&
         fit.model.credit == 0.5;
}

bool is_finite(const Fit& fit) {
  const auto& w = fit.model.parameters.w;
  return std::ranges::all_of(w, [](double x) { return std::isfinite(x); }) &&
         std::ranges::all_of(std::array{fit.first, fit.growth, fit.lapse, fit.decay},
                             [](double x) { return std::isfinite(x) && x > 0; }) &&
         fit.credit > 0 && fit.credit < 1 && std::isfinite(fit.gain);
}

}  // namespace

TEST_CASE("a fit finds how its owner differs from the base") {
  const auto first = fit_memory(points_of(with_first_stability(0.4), 400));
  CHECK(first.trust == 1);
  CHECK(first.first < 0.7);
  CHECK(fit_memory(points_of(with_first_stability(2.5), 400)).first > 1.4);
  CHECK(fit_memory(points_of(with_weight(8, 1.0), 400)).growth < 0.7);
  CHECK(fit_memory(points_of(with_weight(8, 2.6), 400)).growth > 1.3);
  CHECK(fit_memory(points_of(with_weight(11, 0.5), 400)).lapse < 0.7);
  CHECK(fit_memory(points_of(with_weight(11, 4), 400)).lapse > 1.4);
  CHECK(fit_memory(points_of(with_weight(20, 0.4), 400)).decay > 1.15);
  CHECK(fit_memory(points_of({fsrs::defaults(), 0.2}, 400)).credit < 0.3);
  CHECK(fit_memory(points_of({fsrs::defaults(), 0.9}, 400)).credit > 0.7);
}

TEST_CASE("the fitted model is the base with what was found") {
  const auto base = with_weight(8, 1.5);
  const auto fit = fit_memory(points_of(with_first_stability(0.4), 400), base);
  REQUIRE(fit.trust == 1);
  const auto &w = fit.model.parameters.w, &before = base.parameters.w;
  for (std::size_t i = 0; i < 4; ++i) CHECK_THAT(w[i], WithinRel(before[i] * fit.first, 1e-12));
  CHECK_THAT(std::exp(w[8] - before[8]), WithinRel(fit.growth, 1e-12));
  CHECK_THAT(w[11], WithinRel(before[11] * fit.lapse, 1e-12));
  CHECK_THAT(w[20], WithinRel(before[20] * fit.decay, 1e-12));
  CHECK(fit.model.credit == fit.credit);
  for (const std::size_t i : {4u, 5u, 6u, 7u, 9u, 10u, 12u, 13u, 14u, 15u, 16u, 17u, 18u, 19u})
    CHECK(w[i] == before[i]);
}

TEST_CASE("a fit predicts its owner's answers better than the base") {
  const auto truth = with_first_stability(0.4);
  const auto fit = fit_memory(points_of(truth, 400));
  const auto later = fit_memory(points_of(truth, 400, 2), fit.model);
  CHECK(fit.gain > 0.004);
  CHECK(later.gain < fit.gain / 4);  // little is left to find
}

TEST_CASE("49 answers are too few for a fit") {
  const auto few = fit_memory(forgotten(49));
  CHECK(few.answers == 49);
  CHECK(few.gain > 0.1);
  CHECK(few.first < 0.5);
  CHECK(is_base(few));
  CHECK(fit_memory(forgotten(50)).fitted());
}

TEST_CASE("a fit is not used where it does not help") {
  for (const std::uint64_t seed : {1u, 2u, 3u, 4u, 5u}) {
    const auto fit = fit_memory(points_of({}, 400, seed));
    CHECK(fit.answers == 2000);
    CHECK(fit.gain <= 0);
    CHECK(is_base(fit));
    CHECK(fit.first != 1);
  }
}

TEST_CASE("a fit is used as far as it has helped") {
  bool partly = false;
  for (std::size_t count = 15; count <= 60; ++count) {
    const auto fit = fit_memory(points_of(with_first_stability(0.4), count));
    const double saved = fit.gain * static_cast<double>(fit.answers);
    CHECK_THAT(fit.trust, WithinAbs(std::clamp(saved / 2, 0.0, 1.0), 1e-9));
    const auto &w = fit.model.parameters.w, &before = fsrs::defaults().w;
    CHECK_THAT(w[2], WithinRel(before[2] * std::pow(fit.first, fit.trust), 1e-12));
    partly |= fit.trust > 0 && fit.trust < 1;
  }
  CHECK(partly);
}

TEST_CASE("a day teaches nothing about itself") {
  std::vector<PointTrials> points(100, {{start, Rating::good}, {start + days{1}, Rating::again}});
  const auto fit = fit_memory(points);
  CHECK_THAT(fit.gain, WithinAbs(0, 1e-12));
  CHECK(fit.first < 0.7);
  CHECK(is_base(fit));
}

TEST_CASE("the same history gives the same fit, whatever the order of points") {
  auto points = points_of(with_first_stability(0.4), 300);
  const auto fit = fit_memory(points), same = fit_memory(points);
  CHECK(same.model.parameters.w == fit.model.parameters.w);
  CHECK(same.gain == fit.gain);
  Random random{3};
  seeded_shuffle(points, random);
  const auto shuffled = fit_memory(points);
  CHECK(shuffled.answers == fit.answers);
  CHECK_THAT(shuffled.gain, WithinRel(fit.gain, 1e-9));
  CHECK_THAT(shuffled.first, WithinRel(fit.first, 1e-9));
  CHECK_THAT(shuffled.credit, WithinRel(fit.credit, 1e-9));
}

TEST_CASE("without answers a day apart there is no fit") {
  CHECK(is_base(fit_memory({})));
  CHECK(is_base(fit_memory({{}, {}})));
  CHECK(is_base(fit_memory({{{start, Rating::good}}})));
  const PointTrials on_one_day(1000, {start, Rating::again});
  const auto fit = fit_memory({on_one_day, on_one_day});
  CHECK(is_base(fit));
  CHECK(fit.answers == 0);
  CHECK(fit.gain == 0);
}

TEST_CASE("a day before an earlier one counts as the same day") {
  const auto points = [](int later) {
    return std::vector<PointTrials>{
        {{start, Rating::good}, {start + days{later}, Rating::good}, {start + days{4}, Rating::again}}};
  };
  CHECK(fit_memory(points(-7)).answers == 1);
  CHECK(fit_memory(points(-7)).first == fit_memory(points(0)).first);
  CHECK(fit_memory(points(2)).answers == 2);
}

TEST_CASE("a long history is read in part, from points all over it") {
  auto points = points_of({}, 3000);
  const auto later = points_of(with_first_stability(0.2), 3000);
  points.insert(points.end(), later.begin(), later.end());
  const auto fit = fit_memory(points);
  CHECK(fit.answers > 2000);
  CHECK(fit.answers <= 3000);
  CHECK(fit.first < 0.65);
}

TEST_CASE("one point may have ten thousand trials") {
  PointTrials trials;
  for (int i = 0; i < 10'000; ++i)
    trials.push_back({start + days{i}, i % 3 == 0 ? Rating::again : Rating::easy});
  const auto fit = fit_memory({trials});
  CHECK(fit.answers > 2000);
  CHECK(fit.answers <= 3000);
  CHECK(is_finite(fit));
}

TEST_CASE("however one-sided the answers, no number goes beyond four widths of the prior") {
  const auto fit = fit_memory(forgotten(1400));
  CHECK_THAT(fit.first, WithinRel(std::exp(-4 * 0.6), 0.01));
  CHECK(fit.decay < std::exp(4 * 0.3));
}

TEST_CASE("whatever the history, the fit is finite") {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    Random random{seed};
    const auto longest = seed % 2 == 0 ? 5 : 100'000;  // days
    const auto grades = 1 + below(random, 4);
    std::vector<PointTrials> points(below(random, 60));
    for (auto& trials : points)
      for (auto left = below(random, 60); left > 0; --left)
        trials.push_back({start + days{static_cast<int>(below(random, static_cast<std::uint64_t>(longest)))},
                          static_cast<Rating>(5 - grades + below(random, grades))});
    if (seed % 3 == 0)
      for (auto& trials : points) std::ranges::sort(trials, {}, &Trial::day);
    CHECK(is_finite(fit_memory(points)));
  }
}
