#include "viva/session/score.hpp"

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
