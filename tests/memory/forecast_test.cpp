#include "viva/memory/forecast.hpp"

#include <numeric>

#include "catch.hpp"

using namespace viva;
using Catch::Matchers::WithinAbs;

namespace {

double sum(const RatingChances& chances) { return std::accumulate(chances.begin(), chances.end(), 0.0); }

}  // namespace

TEST_CASE("the chances of the ratings are 1 together, and Again is as likely as forgetting", "[forecast]") {
  CHECK_THAT(sum(first_chances), WithinAbs(1, 1e-12));
  for (const double recall : {0.05, 0.5, 0.9, 1.0}) {
    CHECK_THAT(sum(next_chances(recall)), WithinAbs(1, 1e-12));
    CHECK_THAT(next_chances(recall)[0], WithinAbs(1 - recall, 1e-12));
  }
}

TEST_CASE("a first review is expected to be the average of its ratings", "[forecast]") {
  const double expected = 0.24 * fsrs::retrievability(18, 0.212) + 0.094 * fsrs::retrievability(18, 1.2931) +
                          0.495 * fsrs::retrievability(18, 2.3065) + 0.171 * fsrs::retrievability(18, 8.2956);
  CHECK_THAT(expected_first(18), WithinAbs(expected, 1e-12));
  CHECK_THAT(expected, WithinAbs(0.69, 0.01));
}

TEST_CASE("a review on the interview's day is half a day old, and later ones count for more", "[forecast]") {
  CHECK(recall_on_the_day({2, 5}, 0) == fsrs::retrievability(0.5, 2));
  CHECK(recall_on_the_day({2, 5}, 1) == fsrs::retrievability(1, 2));
  for (int days = 0; days < 400; ++days) CHECK(expected_first(days) > expected_first(days + 1));
}

TEST_CASE("another review is expected to be the average of its ratings", "[forecast]") {
  const fsrs::Memory memory{2.3, 5};
  const double recall = fsrs::retrievability(7, memory.stability);
  const auto chances = next_chances(recall);
  double expected = 0;
  for (std::size_t i = 0; i < 4; ++i)
    expected +=
        chances[i] * fsrs::retrievability(10, fsrs::after(memory, static_cast<Rating>(i + 1), 7).stability);
  CHECK_THAT(expected_next(memory, 7, 10), WithinAbs(expected, 1e-12));
  CHECK(expected > recall_on_the_day(memory, 17));
}

TEST_CASE("one memory stands for all outcomes: its recall on the day is the expected one", "[forecast]") {
  for (const int days : {0, 1, 18, 400}) {
    const auto first = first_memory(expected_first(days), days);
    CHECK_THAT(recall_on_the_day(first, days), WithinAbs(expected_first(days), 1e-9));
    const fsrs::Memory memory{2.3, 5};
    const auto next = next_memory(memory, 7, expected_next(memory, 7, days), days);
    CHECK_THAT(recall_on_the_day(next, days), WithinAbs(expected_next(memory, 7, days), 1e-9));
    CHECK(next.difficulty > 1);
    CHECK(next.difficulty < 10);
  }
}
