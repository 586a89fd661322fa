// The calendar of a plan: which days there are, how much each holds, and where mock rounds may go.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "plan/promises.hpp"
#include "viva/plan/plan.hpp"

namespace viva {

// Seconds of a round with the scoring, which takes about a quarter of the clock's.
int with_scoring(int seconds);

struct CalendarDay {
  Day day{};
  bool off = false, last_look = false;
  int room = 0;  // seconds of study, with the round's
  std::optional<PlannedRound> round;
};

// The days of a plan, without rounds; at most `furthest_ahead`.
std::vector<CalendarDay> make_calendar(const PlanRequest& request);

// The first is on the last day of study in the first third of the days, then there is one a week. One that
// was missed is offered once more on the next day of study, and one that was done near its day of one's own
// accord counts. Where the minutes hold a preset it is one of those, in turn, else a round of one's own.
void place_rounds(std::vector<CalendarDay>& calendar, const Bank& bank, const PlanRequest& request);

// Seconds a day has for items.
int room_for_items(const CalendarDay& day);

// For each of so many items never asked, in seconds, the last day on which it can be met while the others
// still are; see latest_days(). They have what the returns leave; an item longer than that takes all of it.
std::vector<int> latest_for_new(std::vector<int> seconds, const std::vector<CalendarDay>& calendar,
                                const Promises& promises = {});

}  // namespace viva
