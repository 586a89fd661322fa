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

// Seconds each day has for items, and of those what is for items that went badly.
int room_for_items(const CalendarDay& day);
int room_for_returns(const CalendarDay& day, const Promises& promises = {});

// Seconds each day has for items never asked.
std::vector<int> room_for_new(const std::vector<CalendarDay>& calendar, const Promises& promises = {});

}  // namespace viva
