#include "store/rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <functional>

#include "viva/base/text.hpp"

namespace viva {
namespace {

constexpr Day first_day{std::chrono::year{0} / 1 / 1};
constexpr Day last_day{std::chrono::year{9999} / 12 / 31};

bool is_valid_utf8(const std::string& text) { return find_invalid_utf8(text) == std::string_view::npos; }

constexpr std::string_view calendar = "be within the years 0 to 9999";

}  // namespace

void BrokenRules::must(bool holds, std::string_view field, std::string_view rule, std::string_view other) {
  if (!holds) found_.push_back({field, other, fmt::format("{}\"{}\" must {}", prefix_, field, rule)});
}

void BrokenRules::must_be_within(std::string_view field, int value, int least, int most) {
  if (value < least || value > most) must(false, field, fmt::format("be {} to {}", least, most));
}

void BrokenRules::must_be_mark(std::string_view field, std::optional<int> value) {
  if (value) must_be_within(field, *value, 1, 4);
}

void BrokenRules::must_be_text(std::string_view field, std::string_view text) {
  must(find_invalid_utf8(text) == std::string_view::npos, field, "be valid UTF-8");
}

void BrokenRules::must_be_name(std::string_view field, std::string_view text) {
  must(!text.empty(), field, "not be empty");
  must_be_text(field, text);
}

void BrokenRules::must_be_asked(const PointKeys& asked, int points) {
  if (asked.empty()) return;
  must(asked.size() == static_cast<std::size_t>(points), "asked", "name as many as \"points\"", "points");
  must(std::ranges::none_of(asked, &std::string::empty), "asked", "name no point by an empty text");
  must(std::ranges::all_of(asked, is_valid_utf8), "asked", "be valid UTF-8");
  auto sorted = asked;
  std::ranges::sort(sorted);
  must(std::ranges::adjacent_find(sorted) == sorted.end(), "asked", "name no point twice");
}

void BrokenRules::must_be_id(std::string_view field, std::string_view text) {
  must(is_id(text), field, "be 32 lower-case hexadecimal digits");
}

void BrokenRules::must_be_dated(std::string_view field, Instant at) {
  must(is_in_calendar(at), field, calendar);
}

void BrokenRules::must_be_dated(std::string_view field, Day day) {
  must(is_in_calendar(day), field, calendar);
}

bool is_id(std::string_view text) {
  return text.size() == 32 &&
         std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

bool is_in_calendar(Instant at) { return at >= first_day && at < last_day + std::chrono::days{1}; }

bool is_in_calendar(Day day) { return day >= first_day && day <= last_day; }

bool is_near(Day day, Instant at) {
  const std::int64_t apart = std::int64_t{day.time_since_epoch().count()} -
                             std::chrono::floor<std::chrono::days>(at).time_since_epoch().count();
  return std::abs(apart) <= 2;
}

bool is_ascending(const std::vector<int>& numbers) {
  return std::ranges::adjacent_find(numbers, std::greater_equal{}) == numbers.end();
}

bool are_ticks(const std::vector<int>& ticked, int points) {
  return is_ascending(ticked) && (ticked.empty() || (ticked.front() >= 1 && ticked.back() <= points));
}

std::vector<BrokenRule> find_faults(const Review& review) {
  std::vector<BrokenRule> found;
  BrokenRules rules{found};
  rules.must_be_id("id", review.id);
  rules.must_be_name("bank", review.bank);
  rules.must_be_name("item", review.item);
  rules.must_be_dated("at", review.at);
  rules.must_be_dated("day", review.day);
  rules.must(!is_in_calendar(review.at) || is_near(review.day, review.at), "day",
             "be within two days of \"at\"", "at");
  rules.must_be_within("rating", static_cast<int>(review.rating), 1, 4);
  rules.must(is_ascending(review.ticked), "ticked", "ascend");
  const auto is_point = [&](int number) { return number >= 1 && number <= review.points; };
  rules.must(std::ranges::all_of(review.ticked, is_point), "ticked", "hold numbers from 1 to \"points\"",
             "points");
  rules.must(review.points >= 0, "points", "not be negative");
  rules.must_be_asked(review.asked, review.points);
  rules.must(review.seconds >= 0, "seconds", "not be negative");
  rules.must_be_mark("predicted", review.predicted);
  rules.must_be_text("round", review.round);
  rules.must_be_text("answer", review.answer);
  return found;
}

std::vector<BrokenRule> find_faults(const InterviewSetting& setting) {
  std::vector<BrokenRule> found;
  BrokenRules rules{found};
  rules.must_be_id("id", setting.id);
  rules.must_be_id("interview", setting.interview);
  rules.must_be_dated("at", setting.at);
  if (!setting.set) return found;
  const auto& [title, day, minutes, off] = *setting.set;
  rules.must_be_dated("day", day);
  rules.must_be_within("minutes", minutes, 0, most_minutes);
  rules.must(!off.all(), "off", "leave a day of the week to study");
  rules.must_be_text("title", title);
  rules.must(title.size() <= longest_title, "title", fmt::format("be {} bytes at most", longest_title));
  return found;
}

}  // namespace viva
