#include "viva/base/amount.hpp"

#include "catch.hpp"

using namespace viva;

TEST_CASE("things are counted in words") {
  CHECK(counted(0, "question") == "0 questions");
  CHECK(counted(1, "question") == "1 question");
  CHECK(counted(std::size_t{1}, "tier") == "1 tier");
  CHECK(counted(std::size_t{12}, "tier") == "12 tiers");
}

TEST_CASE("times are minutes and seconds, also beyond an hour") {
  CHECK(minutes_and_seconds(0) == "0:00");
  CHECK(minutes_and_seconds(7) == "0:07");
  CHECK(minutes_and_seconds(225) == "3:45");
  CHECK(minutes_and_seconds(4500) == "75:00");
}

TEST_CASE("lengths are minutes, with seconds where there are some") {
  CHECK(length_in_minutes(1800) == "30 min");
  CHECK(length_in_minutes(90) == "1:30 min");
}

TEST_CASE("a duration in hours and minutes") {
  CHECK(duration_words(0) == "0 min");
  CHECK(duration_words(59) == "under a minute");
  CHECK(duration_words(34 * 60 + 59) == "34 min");
  CHECK(duration_words(3600) == "1 h");
  CHECK(duration_words(12 * 3600 + 5 * 60) == "12 h 5 min");
}

TEST_CASE("a percentage is honest at both ends") {
  CHECK(percent(0) == "0 %");
  CHECK(percent(0.001) == "1 %");
  CHECK(percent(0.614) == "61 %");
  CHECK(percent(0.999) == "99 %");
  CHECK(percent(1) == "100 %");
}
