// Habit: on which of the last days one studied. It counts what was done and never what was not.
#pragma once

#include <vector>

#include "viva/base/date.hpp"

namespace viva {

inline constexpr int habit_days = 14;

struct Habit {
  bool today = false;
  int in_a_row = 0;  // days up to today, or up to yesterday while nothing is done today yet
  int recent = 0;    // of the last 14 days, today included

  friend bool operator==(const Habit&, const Habit&) = default;
};

// `studied` in any order, a day perhaps more than once; days after `today` do not count.
Habit habit_of(std::vector<Day> studied, Day today);

}  // namespace viva
