// The day of an interview and the days off, as people type them. Ambiguous input is refused, and
// every fault says what to type instead.
#pragma once

#include <bitset>
#include <optional>
#include <string>
#include <string_view>

#include "viva/base/date.hpp"

namespace viva {

struct When {
  std::optional<Day> day;  // today or later, at most `furthest_ahead` days
  std::string error;       // where there is none
};

inline constexpr int furthest_ahead = 1096;  // three years

// "2026-12-10", "10 Dec 2026", "December 10th", "Thu 10 Dec", "in 3 weeks", "12 days", "friday", "tomorrow".
// Case, commas and further spaces do not matter, and names may be abbreviated. Without a year it is the next
// such day, today included.
When parse_when(std::string_view text, Day today);

// Days of the week, by std::chrono::weekday::c_encoding: 0 is Sunday.
using Weekdays = std::bitset<7>;

bool contains(const Weekdays& days, Day day);

struct DaysOff {
  Weekdays days;      // never all of them
  std::string error;  // set where the text cannot be read
};

// "sat,sun", "Sundays", "weekend"; "none" or nothing at all is no day.
DaysOff parse_days_off(std::string_view text);

// "sat,sun" or "none", from Monday on; parse_days_off reads it back.
std::string format_days_off(const Weekdays& days);

}  // namespace viva
