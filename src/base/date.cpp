#include "viva/base/date.hpp"

#include <fmt/format.h>

#include <cstddef>

#include "viva/base/text.hpp"

namespace viva {
namespace {

std::chrono::year_month_day civil(Day day) { return std::chrono::year_month_day{day}; }
int year_of(Day day) { return static_cast<int>(civil(day).year()); }
unsigned month_of(Day day) { return static_cast<unsigned>(civil(day).month()); }
unsigned day_of_month(Day day) { return static_cast<unsigned>(civil(day).day()); }

// Does `text` have the shape of `pattern`, where 0 stands for any digit and all else for itself?
bool has_shape(std::string_view text, std::string_view pattern) {
  if (text.size() != pattern.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (pattern[i] == '0' ? !is_digit(text[i]) : text[i] != pattern[i]) return false;
  return true;
}

int digits(std::string_view text, std::size_t from, std::size_t count) {
  int value = 0;
  for (const char c : text.substr(from, count)) value = value * 10 + (c - '0');
  return value;
}

}  // namespace

Day study_day(Instant at, std::chrono::seconds offset, std::chrono::hours begins) {
  return std::chrono::floor<std::chrono::days>(at + offset - begins);
}

std::string format_day(Day day) {
  return fmt::format("{:04}-{:02}-{:02}", year_of(day), month_of(day), day_of_month(day));
}

std::optional<Day> parse_day(std::string_view text) {
  if (!has_shape(text, "0000-00-00")) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year{digits(text, 0, 4)},
                                         std::chrono::month{static_cast<unsigned>(digits(text, 5, 2))},
                                         std::chrono::day{static_cast<unsigned>(digits(text, 8, 2))}};
  if (!date.ok()) return std::nullopt;
  return Day{date};
}

std::string format_instant(Instant at) {
  const auto day = std::chrono::floor<std::chrono::days>(at);
  const std::chrono::hh_mm_ss time{at - day};
  return fmt::format("{}T{:02}:{:02}:{:02}.{:03}Z", format_day(day), time.hours().count(),
                     time.minutes().count(), time.seconds().count(), time.subseconds().count());
}

std::optional<Instant> parse_instant(std::string_view text) {
  const bool fraction = has_shape(text, "0000-00-00T00:00:00.000Z");
  if (!fraction && !has_shape(text, "0000-00-00T00:00:00Z")) return std::nullopt;
  const auto day = parse_day(text.substr(0, 10));
  const int hour = digits(text, 11, 2), minute = digits(text, 14, 2), second = digits(text, 17, 2);
  if (!day || hour > 23 || minute > 59 || second > 59) return std::nullopt;
  return Instant{*day} + std::chrono::hours{hour} + std::chrono::minutes{minute} +
         std::chrono::seconds{second} + std::chrono::milliseconds{fraction ? digits(text, 20, 3) : 0};
}

std::string long_date(Day day) {
  return fmt::format("{} {} {}", day_of_month(day), month_names[month_of(day) - 1], year_of(day));
}

std::string short_date(Day day) {
  return fmt::format("{} {}", day_of_month(day), month_names[month_of(day) - 1].substr(0, 3));
}

std::string name_day(Day day, Day today) {
  const auto weekday = weekday_names[std::chrono::weekday{day}.c_encoding()];
  const auto name = fmt::format("{} {}", weekday.substr(0, 3), short_date(day));
  return year_of(day) == year_of(today) ? name : fmt::format("{} {}", name, year_of(day));
}

std::string describe_day(Day day, Day today) {
  const auto ahead = (day - today).count();
  if (ahead == 0) return "today";
  if (ahead == 1) return "tomorrow";
  if (ahead == -1) return "yesterday";
  return ahead > 0 ? fmt::format("in {} days", ahead) : fmt::format("{} days ago", -ahead);
}

}  // namespace viva
