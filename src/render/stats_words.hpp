// What the statistics say in words, the same on a terminal and in HTML.
#pragma once

#include <string>

#include "viva/stats/stats.hpp"

namespace viva {

// "312 answers on 42 days, 12 h 5 min. 31 of 50 questions seen."
std::string summary_words(const Stats& stats);

// "4 days in a row, 9 of the last 14." Never that a day was missed; empty where nothing was done.
std::string habit_words(const Habit& habit);

}  // namespace viva
