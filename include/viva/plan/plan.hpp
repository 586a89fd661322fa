// The plan toward an interview: what to study on each day up to it. A pure value of the bank, the progress
// and the request: the same today gives the same plan, and days missed are simply replanned.
//
// The policy: an item's gain is its expected recall on the day of the interview if it is studied now, less
// that if it is left alone. From that goes what waiting for the next day of study would add. Each day takes
// the items that gain most per minute, until its minutes are spent. None is taken that gains less than a
// point (one in a hundred). This is not the best of all schedules; tests/sim compares it with others. What
// always holds:
// - No day holds more than its minutes, days off are empty, and no item comes twice on a day.
// - Every item never asked is met before the interview, as far as the days have room.
// - Mock rounds take their time from the day's minutes, and none is planned that would keep an item unmet.
// Nobody knows what a round will ask, so what it teaches does not count.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "viva/bank/bank.hpp"
#include "viva/base/when.hpp"
#include "viva/memory/progress.hpp"
#include "viva/memory/readiness.hpp"

namespace viva {

inline constexpr int usual_minutes = 20, most_minutes = 8 * 60;  // of study a day

struct Interview {
  std::string title;
  Day day{};
  int minutes = usual_minutes;  // of study a day, 0 to most_minutes
  Weekdays off;                 // days without study

  friend bool operator==(const Interview&, const Interview&) = default;
};

// The soonest of today or later, of those of one day the first; null where all have passed.
const Interview* next_interview(const std::vector<Interview>& interviews, Day today);

struct PlanRequest {
  Interview interview;
  Day today{};
  std::vector<int> seconds;       // each item takes, at least 1; of seconds_each()
  int spent = 0;                  // seconds studied today already, in drills and rounds
  std::optional<Day> last_round;  // the day of the last mock round
  bool rounds = true;             // may mock rounds be planned?
};

// An item to study. The gain is of its own recall on the day: 0.14 is 14 points.
struct PlanEntry {
  std::size_t item = 0;  // index into Bank::items
  int seconds = 0;
  double gain = 0;
  bool fresh = false;  // never asked before

  friend bool operator==(const PlanEntry&, const PlanEntry&) = default;
};

struct PlannedRound {
  std::optional<std::size_t> preset;  // index into Bank::rounds; none: a round of one's own
  int minutes = 0;                    // on the clock
  int seconds = 0;                    // of the day, with the scoring

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

  friend bool operator==(const PlanDay&, const PlanDay&) = default;
};

struct Plan {
  Interview interview;
  Day today{};
  std::vector<PlanDay> days;  // from today to the eve, or the interview's own day where that is today
  ReadinessReport readiness;
  std::vector<std::size_t> left_out;  // items that are not met, in the bank's order
  std::optional<int> enough_minutes;  // a day, that would meet them all; none: no time would

  friend bool operator==(const Plan&, const Plan&) = default;
};

// Takes about half a microsecond for each item and day on which the item may gain enough, and next to nothing
// for others.
Plan make_plan(const Bank& bank, const Progress& progress, const PlanRequest& request);

// The first day of that plan, without working out the others; empty where there is none. An item rated today
// is not planned for today again, so once some of the day's plan is done this is the rest of it.
PlanDay plan_today(const Bank& bank, const Progress& progress, const PlanRequest& request);

}  // namespace viva
