#include "viva/memory/score.hpp"

#include "catch.hpp"

using namespace viva;

TEST_CASE("Good from 80 % of the points, Hard from 50 %, otherwise Again") {
  struct Row {
    int points;
    std::vector<int> ratings;  // for 0, 1, 2 .. ticked
  };
  const std::vector<Row> table{
      {1, {1, 3}},
      {2, {1, 2, 3}},
      {3, {1, 1, 2, 3}},
      {4, {1, 1, 2, 2, 3}},
      {5, {1, 1, 1, 2, 3, 3}},
      {6, {1, 1, 1, 2, 2, 3, 3}},
      {7, {1, 1, 1, 1, 2, 2, 3, 3}},
      {10, {1, 1, 1, 1, 1, 2, 2, 2, 3, 3, 3}},
  };
  for (const auto& [points, ratings] : table) {
    std::vector<int> proposed;
    for (int ticked = 0; ticked <= points; ++ticked)
      proposed.push_back(static_cast<int>(propose_rating(ticked, points)));
    CHECK(proposed == ratings);
  }
}

TEST_CASE("marks are proposed at 40, 70 and 90 percent") {
  const std::vector<int> proposed{1, 1, 1, 1, 2, 2, 2, 3, 3, 4, 4};
  for (int ticked = 0; ticked <= 10; ++ticked)
    CHECK(propose_mark(ticked, 10) == proposed[static_cast<std::size_t>(ticked)]);
  CHECK(propose_mark(1, 1) == 4);
}

TEST_CASE("a mark counts as a rating, and never as Easy") {
  CHECK(rating_of_mark(1) == Rating::again);
  CHECK(rating_of_mark(2) == Rating::hard);
  CHECK(rating_of_mark(3) == Rating::good);
  CHECK(rating_of_mark(4) == Rating::good);
}

TEST_CASE("ticks are kept ascending and once each; one that is no point spoils them") {
  CHECK(sorted_ticks({3, 1, 3}, 4) == std::vector<int>{1, 3});
  CHECK(sorted_ticks({}, 4) == std::vector<int>{});
  CHECK_FALSE(sorted_ticks({0}, 4));
  CHECK_FALSE(sorted_ticks({1, 5}, 4));
}
