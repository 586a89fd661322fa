#include "render/stats_words.hpp"

#include "catch.hpp"

using namespace viva;

TEST_CASE("a habit is told by what was done") {
  CHECK(habit_words({true, 4, 9}) == "4 days in a row, 9 of the last 14 days.");
  CHECK(habit_words({false, 0, 3}) == "3 of the last 14 days.");
  CHECK(habit_words({true, 1, 1}) == "1 of the last 14 days.");
  CHECK(habit_words({}).empty());
}

TEST_CASE("the statistics in a sentence") {
  Stats stats;
  stats.answers = 1;
  stats.days.resize(1);
  stats.items = 50;
  stats.seen = 1;
  CHECK(summary_words(stats) == "1 answer on 1 day. 1 of 50 questions seen.");
  stats.answers = 312;
  stats.seconds = 12 * 3600;
  CHECK(summary_words(stats) == "312 answers on 1 day, 12 h. 1 of 50 questions seen.");
}
