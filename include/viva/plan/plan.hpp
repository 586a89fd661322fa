// The plan toward an interview: what to study on each day up to it. A pure value of the bank, the progress
// and the request. What today holds follows from what was known in the morning, so that it does not move
// while one works; days missed are simply replanned.
//
// The policy: an item's gain is how many of its points are expected to be made on the day of the interview if
// it is asked now, less those if it is left alone, less what waiting for the next day of study would add. A
// day takes what gains most per minute, until its minutes are spent. This is not the best of all schedules;
// tests/sim compares it with others. What it promises, whatever that costs:
// - No day holds more than its minutes, days off are empty, and no item comes twice on a day.
// - What went badly comes back next. What was failed, with less than half of its points, is back within two
//   days of study, as far as its share of the minutes holds it; what finds no room in time gives way to what
//   was failed since. The share is a quarter (`share_of_returns`) and at least one question, more where the
//   items never asked leave time for it, and never all while there are such and the day holds two.
// - In the last 48 hours nothing is new, unless nothing else is left to ask.
// - The first mock round is within the first third of the days, then there is one a week, none of them in the
//   last 48 hours. Nobody knows what a round will ask, so what it teaches does not count.
// - Every item never asked is met, as far as the days have room; where they have not, the tiers take turns.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "viva/bank/bank.hpp"
#include "viva/base/enum_names.hpp"
#include "viva/base/when.hpp"
#include "viva/memory/progress.hpp"
#include "viva/memory/readiness.hpp"

namespace viva {

inline constexpr int usual_minutes = 20, most_minutes = 8 * 60;  // of study a day
inline constexpr double share_of_returns = 0.25;

struct Interview {
  std::string title;
  Day day{};
  int minutes = usual_minutes;  // of study a day, 0 to most_minutes
  Weekdays off;                 // days without study

  friend bool operator==(const Interview&, const Interview&) = default;
};

// The earliest interview not before `today`; the first listed if several share its day. Null if there is
// none.
const Interview* next_interview(const std::vector<Interview>& interviews, Day today);

struct PlanRequest {
  Interview interview;
  Day today{};
  Day begun{};               // when the interview was set; after `today`: today
  std::vector<int> seconds;  // of each item, by index, at least 1; see seconds_each()
  std::vector<Day> rounds;   // days of mock rounds, ascending
  bool allow_rounds = true;  // may mock rounds be planned?
};

enum class PlanReason { fresh, missed, fading, last_look };
inline constexpr auto plan_reason_names = enum_names<PlanReason>("new", "missed", "fading", "last look");

// An item to study.
struct PlanEntry {
  std::size_t item = 0;  // index into Bank::items
  int seconds = 0;
  double gain = 0;  // points of the item
  PlanReason reason{};
  bool done = false;  // asked today

  friend bool operator==(const PlanEntry&, const PlanEntry&) = default;
};

std::size_t count_new(const std::vector<PlanEntry>& entries);

struct PlannedRound {
  std::optional<std::size_t> preset;  // index into Bank::rounds; none: a round of one's own
  int minutes = 0;                    // on the clock
  int seconds = 0;                    // of the day, with the scoring
  bool done = false;                  // there was a round today

  friend bool operator==(const PlannedRound&, const PlannedRound&) = default;
};

struct PlanDay {
  Day day{};
  bool off = false;
  bool last_look = false;          // within the 48 hours before the interview; no rounds then
  std::vector<PlanEntry> entries;  // in the order to study them, as the policy takes them
  std::optional<PlannedRound> round;
  int seconds = 0;       // of the entries and the round
  double readiness = 0;  // expected on the interview's day, if the plan is followed so far and no further

  // What is still to be done; of today.
  std::vector<PlanEntry> left() const;
  int seconds_left() const;  // of those, without the round
  bool round_left() const { return round && !round->done; }

  friend bool operator==(const PlanDay&, const PlanDay&) = default;
};

struct Plan {
  Interview interview;
  Day today{};
  std::vector<PlanDay> days;  // from today to the eve, or the interview's own day where that is today
  ReadinessReport readiness;
  std::vector<std::size_t> left_out;  // items that are not met, in the bank's order
  std::optional<int> enough_minutes;  // a day that would fit every item; none if no number would

  friend bool operator==(const Plan&, const Plan&) = default;
};

// Takes a few microseconds for each item and day on which the item may gain enough, and next to nothing for
// others.
Plan make_plan(const Bank& bank, const Standing& standing, const PlanRequest& request);

// The first day of that plan, without working out the others; empty where there is none.
PlanDay plan_today(const Bank& bank, const Standing& standing, const PlanRequest& request);

// The day after today on which that plan asks the item; nullopt: not again before the interview.
std::optional<Day> planned_return(const Bank& bank, const Standing& standing, const PlanRequest& request,
                                  std::size_t item);

}  // namespace viva
