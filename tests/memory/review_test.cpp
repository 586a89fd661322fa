#include "viva/memory/review.hpp"

#include "catch.hpp"

using namespace viva;

TEST_CASE("the points missed are those not ticked") {
  Review review;
  review.points = 4;
  review.ticked = {2, 3};
  CHECK(missed_points(review) == std::vector<int>{1, 4});
  review.ticked = {1, 2, 3, 4};
  CHECK(missed_points(review).empty());
  CHECK(missed_points({}).empty());
}

TEST_CASE("ticks tell nothing once the bank has another number of points, or none") {
  Review review;
  review.points = 4;
  CHECK(ticks_tell(review, 4));
  CHECK_FALSE(ticks_tell(review, 5));
  CHECK_FALSE(ticks_tell({}, 0));
}

TEST_CASE("modes are written and read by name") {
  for (const auto mode : {Mode::drill, Mode::practice, Mode::round}) CHECK(parse_mode(name(mode)) == mode);
  CHECK_FALSE(parse_mode("Drill"));
}
