// What the statistics say in words, the same on a terminal and in HTML.
#pragma once

#include <cstddef>
#include <string>

#include "viva/stats/stats.hpp"

namespace viva {

// "10 Dec"
std::string short_date(Day day);

// "312 answers on 42 days, 12 h 5 min. 31 of 50 questions seen."
std::string summary_words(const Stats& stats);

// "4 days in a row, 9 of the last 14." Never that a day was missed; empty where there is nothing to say.
std::string habit_words(const Habit& habit);

// "52 of 60 answers were recalled when a question came back a day later or more."
std::string retention_words(const Stats& stats);

// What the memory model expected of those answers, and whether that was too much.
std::string forecast_words(const Stats& stats);

// "Over 8 answers you expected 3.1 and then gave 2.6: too hopeful."
std::string prediction_words(const Stats& stats);

// "12 today, 34 in the two weeks."
std::string due_words(const Stats& stats);

// "below 10 %", "70 to 80 %", "above 90 %": of Stats::forecasts.
std::string forecast_range(std::size_t bin);

}  // namespace viva
