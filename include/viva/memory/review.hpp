// A review: one rated answer, the unit of history. Everything viva knows about a candidate is derived from
// reviews; a review is never changed, only retracted.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "viva/base/date.hpp"
#include "viva/base/enum_names.hpp"
#include "viva/memory/point_lineage.hpp"

namespace viva {

enum class Rating { again = 1, hard = 2, good = 3, easy = 4 };

// drill: asked because it was due or new. practice: asked ahead of its time. round: scored in a mock round.
enum class Mode { drill, practice, round };
inline constexpr auto mode_names = enum_names<Mode>("drill", "practice", "round");

inline constexpr int longest_answer = 30 * 60;  // seconds; more do not count as study

struct Review {
  std::string id;          // 32 lower-case hexadecimal digits, random
  std::string bank, item;  // ids
  Instant at{};            // when it was rated
  Day day{};               // the study day then and there; kept, since time zones change
  Rating rating{};
  std::vector<int> ticked;       // numbers of the points made, from 1, ascending
  int points = 0;                // how many points were asked
  PointKeys asked;               // which they were; empty: not known, as in formats 1 to 3
  int seconds = 0;               // from question to hint (once to the rating), never negative
  std::optional<int> predicted;  // mark 1 to 4 expected before the hint was seen
  Mode mode = Mode::drill;
  std::string round;   // id of the round, or empty
  std::string answer;  // what was typed, or empty

  friend bool operator==(const Review&, const Review&) = default;
};

// The part of a review that memory and pace are derived from.
struct RatedAnswer {
  std::string bank, item;
  Instant at{};
  Day day{};
  Rating rating{};
  std::vector<int> ticked;
  int points = 0;
  int asked = -1;  // index into AnswerLog::asked; -1: not known
  int seconds = 0;
  Mode mode{};
};

struct AnswerLog {
  std::vector<RatedAnswer> answers;  // in order of time
  std::vector<PointKeys> asked;      // each list once
};

AnswerLog log_of(const std::vector<Review>& reviews);

// Numbers of the points that were not made, ascending.
std::vector<int> missed_points(const Review& review);

std::string_view name(Rating rating);  // "Again", "Hard", "Good", "Easy"
std::string_view name(Mode mode);      // "drill", "practice", "round"
std::optional<Mode> parse_mode(std::string_view text);

}  // namespace viva
