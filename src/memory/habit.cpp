#include "viva/memory/habit.hpp"

#include <algorithm>

namespace viva {

Habit habit_of(std::vector<Day> studied, Day today) {
  std::erase_if(studied, [&](Day day) { return day > today; });
  std::ranges::sort(studied, std::ranges::greater{});
  studied.erase(std::unique(studied.begin(), studied.end()), studied.end());
  constexpr std::chrono::days one{1};
  Habit habit;
  habit.today = !studied.empty() && studied.front() == today;
  auto expected = habit.today ? today : today - one;
  for (const auto day : studied) {
    if (day > today - habit_days * one) ++habit.recent;
    if (day != expected) continue;
    ++habit.streak;
    expected -= one;
  }
  return habit;
}

}  // namespace viva
