// The calendar of a plan: which days there are, how much each holds, and where mock rounds may go.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

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

// Rounds come once a week, counted back from the interview, the last of them three days before it. They
// depend on the dates and minutes alone, so that replanning does not move them. Where the minutes hold a
// preset it is one of those, in turn, else a round of one's own.
void place_rounds(std::vector<CalendarDay>& calendar, const Bank& bank, const PlanRequest& request);

std::size_t count_rounds(const std::vector<CalendarDay>& calendar);
void keep_last_rounds(std::vector<CalendarDay>& calendar, std::size_t count);

// Seconds each day has for items.
std::vector<int> room_for_items(const std::vector<CalendarDay>& calendar);

}  // namespace viva
