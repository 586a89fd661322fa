#include "viva/base/when.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <charconv>
#include <vector>

#include "viva/base/suggest.hpp"
#include "viva/base/text.hpp"

namespace viva {
namespace {

using std::chrono::year_month_day;
using Words = std::vector<std::string>;

constexpr std::string_view ways = R"(type it as 2026-12-10, "10 Dec", "in 3 weeks" or "tomorrow")";

std::string shortened(std::string_view text) { return clip(text, 64); }

When fault(std::string error) { return {std::nullopt, std::move(error)}; }

// In lower case, without the commas and spaces between them.
Words split(std::string_view text) {
  Words words(1);
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c != ',' && !std::isspace(byte))
      words.back() += static_cast<char>(std::tolower(byte));
    else if (!words.back().empty())
      words.emplace_back();
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

// The name that `word`, of at least `shortest` letters, is or begins; such words begin only one.
template <typename Names>
std::optional<unsigned> find_name(const Names& names, std::string_view word, std::size_t shortest) {
  if (word.size() < shortest) return std::nullopt;
  const auto found =
      std::ranges::find_if(names, [&](std::string_view name) { return fold_case(name).starts_with(word); });
  if (found == names.end()) return std::nullopt;
  return static_cast<unsigned>(found - names.begin());
}

std::optional<unsigned> find_weekday(std::string_view word) { return find_name(weekday_names, word, 2); }
std::optional<unsigned> find_month(std::string_view word) {
  if (word == "sept") word = "sep";
  return find_name(month_names, word.ends_with('.') ? word.substr(0, word.size() - 1) : word, 3);
}

// Digits alone, of at most four.
std::optional<int> number(std::string_view word) {
  int value = 0;
  const auto [end, fault] = std::from_chars(word.data(), word.data() + word.size(), value);
  if (word.empty() || word.size() > 4 || fault != std::errc{} || end != word.data() + word.size() ||
      value < 0)
    return std::nullopt;
  return value;
}

// "10", "10th", "10." as written before or after a month.
std::optional<int> day_number(std::string_view word) {
  for (const std::string_view ending : {"st", "nd", "rd", "th", "."})
    if (word.ends_with(ending)) {
      word.remove_suffix(ending.size());
      break;
    }
  return word.size() > 2 ? std::nullopt : number(word);
}

When ahead(Day day, Day today) {
  if (day < today)
    return fault(fmt::format("{} has passed; type today's date or a later one", name_day(day, today)));
  if (day > today + std::chrono::days{furthest_ahead})
    return fault(fmt::format("{} is more than three years ahead; check the year", name_day(day, today)));
  return {day, {}};
}

When no_such_day(int day, unsigned month, std::string_view year) {
  return fault(
      fmt::format("there is no {} {}{}{}; {}", day, month_names[month], year.empty() ? "" : " ", year, ways));
}

year_month_day civil(int year, unsigned month, int day) {
  return {std::chrono::year{year}, std::chrono::month{month + 1},
          std::chrono::day{static_cast<unsigned>(day)}};
}

// The next such day of a year that has it: 29 February may have to wait.
When next_date(int day, unsigned month, Day today) {
  constexpr int longest_wait = 8;
  const int this_year = static_cast<int>(year_month_day{today}.year());
  for (int year = this_year; year <= this_year + longest_wait; ++year)
    if (const auto date = civil(year, month, day); date.ok() && Day{date} >= today) return ahead(date, today);
  return no_such_day(day, month, {});
}

// "10 dec", "dec 10th 2026", "10th of december".
When parse_date(Words words, Day today) {
  std::erase_if(words, [](const std::string& word) { return word == "of" || word == "the"; });
  if (words.size() < 2 || words.size() > 3) return {};
  if (find_month(words[0])) std::swap(words[0], words[1]);
  const auto day = day_number(words[0]);
  const auto month = find_month(words[1]);
  if (!day || !month) return {};
  if (words.size() == 2) return next_date(*day, *month, today);
  const auto year = words[2].size() == 4 ? number(words[2]) : std::nullopt;
  if (!year) return fault(fmt::format("\"{}\" is no year; write all four digits", shortened(words[2])));
  const auto date = civil(*year, *month, *day);
  return date.ok() ? ahead(date, today) : no_such_day(*day, *month, words[2]);
}

When add_months(int count, Day today) {
  const year_month_day from{today};
  const auto month = from.year() / from.month() + std::chrono::months{count};
  const auto last = (month / std::chrono::last).day();  // 31 Jan and a month is 28 Feb
  return ahead(month / std::min(from.day(), last), today);
}

// "in 3 weeks", "12 days", "in a month".
When parse_distance(Words words, Day today) {
  if (words.front() == "in") words.erase(words.begin());
  if (words.size() != 2) return {};
  const auto count = words[0] == "a" || words[0] == "an" || words[0] == "one" ? 1 : number(words[0]);
  std::string_view unit = words[1];
  if (unit.ends_with('s')) unit.remove_suffix(1);
  if (!count || (unit != "day" && unit != "week" && unit != "month")) return {};
  if (unit == "month") return add_months(*count, today);
  return ahead(today + std::chrono::days{unit == "week" ? 7 * *count : *count}, today);
}

When parse_weekday(unsigned weekday, Day today) {
  const auto wait = std::chrono::weekday{weekday} - std::chrono::weekday{today};
  if (wait.count() > 0) return {today + wait, {}};
  return fault(fmt::format("today is {}; type \"today\" or \"in 1 week\"", name_day(today, today)));
}

// "next friday": this week's or the one after?
When either_week(unsigned weekday, Day today) {
  const auto tomorrow = today + std::chrono::days{1};
  const auto first = tomorrow + (std::chrono::weekday{weekday} - std::chrono::weekday{tomorrow});
  return fault(fmt::format("that could be {} or {}; type the date", name_day(first, today),
                           name_day(first + std::chrono::days{7}, today)));
}

// "10/12", "10.12.2026": which is the month?
bool is_numeric_date(const Words& words) {
  return words.size() == 1 &&
         std::ranges::count_if(words[0], [](char c) { return c == '/' || c == '.'; }) > 0 &&
         words[0].find_first_not_of("0123456789/.") == std::string::npos;
}

bool looks_iso(std::string_view word) {
  return word.size() == 10 && word[4] == '-' && word[7] == '-' &&
         word.find_first_not_of("0123456789-") == std::string_view::npos;
}

When parse_word(const std::string& word, Day today) {
  if (const auto day = parse_day(word)) return ahead(*day, today);
  if (looks_iso(word)) return fault(fmt::format("there is no day {}; {}", word, ways));
  if (word == "today") return {today, {}};
  if (word == "tomorrow") return {today + std::chrono::days{1}, {}};
  if (const auto weekday = find_weekday(word)) return parse_weekday(*weekday, today);
  return {};
}

// "thu 10 dec": the rest must fall on that day of the week.
When parse_named_date(Words words, unsigned weekday, Day today) {
  words.erase(words.begin());
  auto date = words.size() == 1 ? parse_word(words[0], today) : parse_date(words, today);
  if (date.day && std::chrono::weekday{*date.day} != std::chrono::weekday{weekday})
    return fault(
        fmt::format("{} is not a {}; check the date", name_day(*date.day, today), weekday_names[weekday]));
  return date;
}

When parse_words(Words words, Day today) {
  if (words.size() > 1 && (words[0] == "on" || words[0] == "this")) words.erase(words.begin());
  if (words.empty() || words.size() > 6) return {};
  if (is_numeric_date(words))
    return fault(fmt::format("\"{}\" could be read two ways; type it as 2026-12-10 or \"10 Dec\"",
                             shortened(words[0])));
  if (words.size() == 1) return parse_word(words[0], today);
  const auto weekday = find_weekday(words[0]);
  if (weekday) return parse_named_date(words, *weekday, today);
  const auto named = words.size() == 2 ? find_weekday(words[1]) : std::nullopt;
  if (named && words[0] == "next") return either_week(*named, today);
  const auto distance = parse_distance(words, today);
  if (distance.day || !distance.error.empty()) return distance;
  return parse_date(words, today);
}

}  // namespace

When parse_when(std::string_view text, Day today) {
  auto when = parse_words(split(text), today);
  if (!when.day && when.error.empty())
    when.error = trimmed(text).empty() ? fmt::format("no day is given; {}", ways)
                                       : fmt::format("\"{}\" is no day; {}", shortened(trimmed(text)), ways);
  return when;
}

bool contains(const Weekdays& days, Day day) { return days.test(std::chrono::weekday{day}.c_encoding()); }

DaysOff parse_days_off(std::string_view text) {
  const auto words = split(text);
  DaysOff off;
  if (words.empty() || words == Words{"none"}) return off;
  for (const auto& word : words) {
    std::string_view name = word;
    if (name.size() > 3 && name.ends_with('s')) name.remove_suffix(1);  // Sundays, weekends
    if (name == "weekend") {
      off.days.set(0).set(6);
    } else if (const auto weekday = find_weekday(name)) {
      off.days.set(*weekday);
    } else {
      const Words known(weekday_names.begin(), weekday_names.end());
      const auto near = nearest(name, known);
      return {{},
              fmt::format("\"{}\" is no day of the week; {}", shortened(word),
                          near.empty() ? "type days off as sat,sun" : fmt::format("did you mean {}?", near))};
    }
  }
  if (off.days.all()) return {{}, "all seven days are off; leave at least one to study"};
  return off;
}

std::string format_days_off(const Weekdays& days) {
  std::string text;
  for (const std::size_t weekday : {1u, 2u, 3u, 4u, 5u, 6u, 0u}) {
    if (!days.test(weekday)) continue;
    if (!text.empty()) text += ',';
    text += fold_case(weekday_names[weekday]).substr(0, 3);
  }
  return text.empty() ? "none" : text;
}

}  // namespace viva
