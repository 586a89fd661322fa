// What must hold of a review, of a round's state and of an interview's setting before they are kept. The
// schema's CHECKs say as much as SQL can; this says all. Fields are named as they are in the schema and in
// JSON Lines.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/history.hpp"
#include "viva/memory/review.hpp"

namespace viva {

struct BrokenRule {
  std::string_view field;
  std::string_view other;  // the field it is at odds with, or empty
  std::string message;     // "rating" must be 1 to 4
};

// Collects the rules that are broken.
class BrokenRules {
 public:
  // `prefix` begins every message.
  explicit BrokenRules(std::vector<BrokenRule>& found, std::string_view prefix = {})
      : found_{found}, prefix_{prefix} {}

  void must(bool holds, std::string_view field, std::string_view rule, std::string_view other = {});
  void must_be_within(std::string_view field, int value, int least, int most);
  void must_be_mark(std::string_view field, std::optional<int> value);  // 1 to 4, where it is given
  void must_be_text(std::string_view field, std::string_view text);
  void must_be_name(std::string_view field, std::string_view text);  // a text that is not empty
  // "asked": empty, or as many points as `points`, none twice.
  void must_be_asked(const PointKeys& asked, int points);
  void must_be_id(std::string_view field, std::string_view text);
  void must_be_dated(std::string_view field, Instant at);
  void must_be_dated(std::string_view field, Day day);

 private:
  std::vector<BrokenRule>& found_;
  std::string prefix_;
};

// Every broken rule, in the order of the fields; none: it is sound. Messages are safe to print. For rounds
// see round_rules.hpp.
std::vector<BrokenRule> find_faults(const Review& review);
std::vector<BrokenRule> find_faults(const InterviewSetting& setting);

bool is_id(std::string_view text);  // 32 lower-case hexadecimal digits
bool is_in_calendar(Instant at);    // within the years 0 to 9999, so that ISO 8601 can write it
bool is_in_calendar(Day day);
bool is_near(Day day, Instant at);                           // within two days, whatever the time zone
bool is_ascending(const std::vector<int>& numbers);          // each greater than the one before
bool are_ticks(const std::vector<int>& ticked, int points);  // ascending, and within 1 to `points`

}  // namespace viva
