// The request for a plan, as the history makes it.
#pragma once

#include <vector>

#include "viva/memory/review.hpp"
#include "viva/plan/plan.hpp"

namespace viva {

// With one's own pace and the days of one's rounds. `begun`: the day on which the interview was set.
// `answers`: those that count, in any order.
PlanRequest request_plan(const Bank& bank, const std::vector<RatedAnswer>& answers,
                         const Interview& interview, Day begun, Day today);

// Seconds studied on a day, in drills and rounds of any bank. An answer scored in a round counts a quarter
// more: that is about how long scoring it takes.
int seconds_spent(const std::vector<RatedAnswer>& answers, Day day);

}  // namespace viva
