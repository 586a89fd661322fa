#include "viva/memory/habit.hpp"

#include "catch.hpp"

using namespace viva;

namespace {

constexpr Day today = std::chrono::sys_days{std::chrono::year{2026} / 11 / 22};

std::vector<Day> days_ago(std::initializer_list<int> ages) {
  std::vector<Day> days;
  for (const int age : ages) days.push_back(today - std::chrono::days{age});
  return days;
}

Habit habit(std::initializer_list<int> ages) { return habit_of(days_ago(ages), today); }

}  // namespace

TEST_CASE("days in a row end with today, or with yesterday while today is still to come") {
  CHECK(habit({0}) == Habit{true, 1, 1});
  CHECK(habit({2, 1, 0}) == Habit{true, 3, 3});
  CHECK(habit({1, 2}) == Habit{false, 2, 2});
  CHECK(habit({2, 3}) == Habit{false, 0, 2});
  CHECK(habit({0, 1, 3, 4}) == Habit{true, 2, 4});
  CHECK(habit({}) == Habit{});
}

TEST_CASE("a day counts once, and days to come do not") {
  CHECK(habit({0, 0, 1, 1, 1}) == Habit{true, 2, 2});
  CHECK(habit({-1, -2}) == Habit{});
  CHECK(habit({-1, 0}) == Habit{true, 1, 1});
}

TEST_CASE("fourteen days are recent, today included") {
  CHECK(habit({13, 14}).recent == 1);
  CHECK(habit({0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15}) == Habit{true, 16, 14});
}
