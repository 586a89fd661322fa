// What there is to do today, in words. Every screen that speaks of today uses these.
#pragma once

#include <string>

#include "viva/plan/today.hpp"

namespace viva {

// "6 questions, about 18 min, and a round of 16 min", "4 of 6 questions done, about 6 min to go", "a day
// off"; without an interview "10 questions (7 due, 3 new), about 25 min; 23 more are due".
std::string today_words(const Today& today);

// When the plan asks an item: "planned for tomorrow", "planned for Wed 9 Dec", "not planned before the
// interview".
std::string planned_words(const std::optional<Day>& planned, Day today);

// "about 3 min"
std::string about_minutes(int seconds);

}  // namespace viva
