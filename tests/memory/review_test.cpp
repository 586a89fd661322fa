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

TEST_CASE("a log has each list of points once, and the answers say which is theirs") {
  std::vector<Review> reviews(4);
  reviews[0].asked = {"a", "b"};
  reviews[1].asked = {"b"};
  reviews[3].asked = {"a", "b"};
  reviews[3].rating = Rating::hard;
  reviews[3].ticked = {2};
  const auto log = log_of(reviews);
  CHECK(log.asked == std::vector<PointKeys>{{"a", "b"}, {"b"}});
  REQUIRE(log.answers.size() == 4);
  CHECK(log.answers[0].asked == 0);
  CHECK(log.answers[1].asked == 1);
  CHECK(log.answers[2].asked == -1);
  CHECK(log.answers[3].asked == 0);
  CHECK(log.answers[3].rating == Rating::hard);
  CHECK(log.answers[3].ticked == std::vector{2});
}

TEST_CASE("modes are written and read by name") {
  for (const auto mode : {Mode::drill, Mode::practice, Mode::round}) CHECK(parse_mode(name(mode)) == mode);
  CHECK_FALSE(parse_mode("Drill"));
}
