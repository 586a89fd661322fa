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

class BrokenRules {
 public:
  void must(bool holds, std::string_view field, std::string_view rule, std::string_view other = {}) {
    if (!holds) found_.push_back({field, other, fmt::format("\"{}\" must {}", field, rule)});
  }
  void must_be_text(std::string_view field, std::string_view text) {
    must(find_invalid_utf8(text) == std::string_view::npos, field, "be valid UTF-8");
  }
  std::vector<BrokenRule> take() { return std::move(found_); }

 private:
  std::vector<BrokenRule> found_;
};

bool is_one_to_four(int value) { return value >= 1 && value <= 4; }

}  // namespace

std::string valid_utf8(std::string_view text) {
  std::string valid;
  for (auto bad = find_invalid_utf8(text); bad != std::string_view::npos; bad = find_invalid_utf8(text)) {
    valid.append(text.substr(0, bad)).append("\uFFFD");
    text.remove_prefix(bad + 1);
  }
  return valid.append(text);
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
  BrokenRules faults;
  faults.must(is_id(review.id), "id", "be 32 lower-case hexadecimal digits");
  faults.must(!review.bank.empty(), "bank", "not be empty");
  faults.must_be_text("bank", review.bank);
  faults.must(!review.item.empty(), "item", "not be empty");
  faults.must_be_text("item", review.item);
  const bool dated = is_in_calendar(review.at);
  faults.must(dated, "at", "be within the years 0 to 9999");
  faults.must(is_in_calendar(review.day), "day", "be within the years 0 to 9999");
  faults.must(!dated || is_near(review.day, review.at), "day", "be within two days of \"at\"", "at");
  faults.must(is_one_to_four(static_cast<int>(review.rating)), "rating", "be 1 to 4");
  const auto& ticked = review.ticked;
  faults.must(is_ascending(ticked), "ticked", "ascend");
  faults.must(std::ranges::all_of(ticked, [&](int n) { return n >= 1 && n <= review.points; }), "ticked",
              "hold numbers from 1 to \"points\"", "points");
  faults.must(review.points >= 0, "points", "not be negative");
  faults.must(review.seconds >= 0, "seconds", "not be negative");
  faults.must(!review.predicted || is_one_to_four(*review.predicted), "predicted", "be 1 to 4");
  faults.must_be_text("round", review.round);
  faults.must_be_text("answer", review.answer);
  return faults.take();
}

std::vector<BrokenRule> find_faults(const InterviewSetting& setting) {
  BrokenRules faults;
  faults.must(is_id(setting.id), "id", "be 32 lower-case hexadecimal digits");
  faults.must(is_id(setting.interview), "interview", "be 32 lower-case hexadecimal digits");
  faults.must(is_in_calendar(setting.at), "at", "be within the years 0 to 9999");
  if (!setting.set) return faults.take();
  const auto& [title, day, minutes, off] = *setting.set;
  faults.must(is_in_calendar(day), "day", "be within the years 0 to 9999");
  faults.must(minutes >= 0 && minutes <= most_minutes, "minutes", fmt::format("be 0 to {}", most_minutes));
  faults.must(!off.all(), "off", "leave a day of the week to study");
  faults.must_be_text("title", title);
  faults.must(title.size() <= longest_title, "title", fmt::format("be {} bytes at most", longest_title));
  return faults.take();
}

}  // namespace viva
