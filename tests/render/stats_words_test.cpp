#include "render/stats_words.hpp"

#include "catch.hpp"

using namespace viva;

TEST_CASE("a habit is told by what was done") {
  CHECK(habit_words({true, 4, 9}) == "4 days in a row, 9 of the last 14 days.");
  CHECK(habit_words({false, 0, 3}) == "3 of the last 14 days.");
  CHECK(habit_words({true, 1, 1}) == "1 of the last 14 days.");
  CHECK(habit_words({}).empty());
}

TEST_CASE("the memory model is judged by enough answers only") {
  Stats stats;
  CHECK(forecast_words(stats) ==
        "The memory model is compared with what happens once a question has come back.");
  stats.retention = {"", "", 40, 30};
  stats.forecasts[9] = {40, 30, 0.95};
  CHECK(forecast_words(stats) ==
        "The memory model expected 95 %, 75 % were recalled: too few answers to judge by.");
  stats.retention = {"", "", 100, 75};
  stats.forecasts[9] = {100, 75, 0.95};
  CHECK(forecast_words(stats) == "The memory model expected 95 %, 75 % were recalled: it promises too much.");
  stats.forecasts[9] = {100, 75, 0.6};
  CHECK(forecast_words(stats) ==
        "The memory model expected 60 %, 75 % were recalled: you do better than it says.");
  stats.forecasts[9] = {100, 75, 0.76};
  CHECK(forecast_words(stats) == "The memory model expected 76 %, 75 % were recalled: well judged.");
}

TEST_CASE("predictions are told over all marks") {
  Stats stats;
  CHECK(prediction_words(stats) == "No mark was predicted in a round yet.");
  stats.predictions[3] = {2, 2.5};
  stats.predictions[1] = {2, 2};
  CHECK(prediction_words(stats) == "Over 4 answers you expected 3.0 and then gave 2.2: too hopeful.");
}

TEST_CASE("what is due is told for today and in all") {
  Stats stats;
  CHECK(due_words(stats) == "Nothing is due in the next 14 days.");
  stats.due[0] = 3;
  stats.due[5] = 2;
  CHECK(due_words(stats) == "3 today, 5 in the next 14 days.");
}

TEST_CASE("the ranges of what was expected") {
  CHECK(forecast_range(0) == "below 10 %");
  CHECK(forecast_range(7) == "70 to 80 %");
  CHECK(forecast_range(9) == "90 % and above");
}
