// What must hold of a review, and of an interview's setting, before it is kept. The schema's CHECKs say as
// much as SQL can; this says all. Fields are named as they are in the schema and in JSON Lines.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "store/history.hpp"
#include "viva/memory/review.hpp"

namespace viva {

struct BrokenRule {
  std::string_view field;
  std::string_view other;  // the field it is at odds with, or empty
  std::string message;     // "rating" is 9; it must be 1 to 4
};

// Every fault, in the order of the fields; none: the review is sound.
std::vector<BrokenRule> find_faults(const Review& review);
std::vector<BrokenRule> find_faults(const InterviewSetting& setting);

// Text from a terminal may be broken, and an answer is not to be lost for it: each byte that is not UTF-8
// becomes U+FFFD.
std::string valid_utf8(std::string_view text);

bool is_id(std::string_view text);  // 32 lower-case hexadecimal digits
bool is_in_calendar(Instant at);    // within the years 0 to 9999, so that ISO 8601 can write it
bool is_in_calendar(Day day);
bool is_near(Day day, Instant at);                           // within two days, whatever the time zone
bool is_ascending(const std::vector<int>& numbers);          // each greater than the one before
bool are_ticks(const std::vector<int>& ticked, int points);  // ascending, and within 1 to `points`

}  // namespace viva
