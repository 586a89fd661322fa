// Instants, civil days and study days. The core never reads a clock: `Now` is a parameter.
// A study day is the local civil day, but it begins at 04:00 (or another hour), so that an evening that
// runs past midnight belongs to one day.
#pragma once

#include <array>
#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace viva {

using Instant = std::chrono::sys_time<std::chrono::milliseconds>;  // UTC
using Day = std::chrono::sys_days;                                 // a civil day, no time zone

// A moment as the shell sees it: the instant, and the study day it belongs to where the user is.
struct Now {
  Instant at{};
  Day day{};
};

// The study day of `at` where local time is UTC plus `offset`. `begins` is 0 to 23 hours.
Day study_day(Instant at, std::chrono::seconds offset, std::chrono::hours begins = std::chrono::hours{4});

// "2026-11-22". Parsing gives nullopt for anything that is not exactly one existing day.
std::string format_day(Day day);
std::optional<Day> parse_day(std::string_view text);

// "2026-11-22T16:05:09.250Z"; the fraction is optional when parsed, the Z is not.
std::string format_instant(Instant at);
std::optional<Instant> parse_instant(std::string_view text);

// Whole days; negative where `to` is before `from`.
constexpr int days_between(Day from, Day to) { return static_cast<int>((to - from).count()); }

// In English; the first three letters are the short name. Days count as std::chrono::weekday::c_encoding
// does.
inline constexpr std::array<std::string_view, 12> month_names{
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};
inline constexpr std::array<std::string_view, 7> weekday_names{"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                               "Thursday", "Friday", "Saturday"};

std::string long_date(Day day);   // "10 December 2026"
std::string short_date(Day day);  // "10 Dec"

// "Thu 10 Dec", with the year where it is not today's: "Fri 1 Jan 2027".
std::string name_day(Day day, Day today);

// "today", "tomorrow", "in 12 days", "yesterday", "3 days ago".
std::string describe_day(Day day, Day today);

}  // namespace viva
