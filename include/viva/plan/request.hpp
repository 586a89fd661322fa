// What a plan is asked for, as the history stands.
#pragma once

#include <vector>

#include "viva/memory/review.hpp"
#include "viva/plan/plan.hpp"

namespace viva {

// For an interview as the history stands: own pace, what was spent today, the last round. `answers`: those
// that count, in any order.
PlanRequest request_plan(const Bank& bank, const std::vector<Answer>& answers, const Interview& interview,
                         Day today);

// Seconds studied on a day, in drills and rounds of any bank. Of a round it counts what was scored, and the
// scoring, which takes about a quarter of the clock.
int seconds_spent(const std::vector<Answer>& answers, Day day);

}  // namespace viva
