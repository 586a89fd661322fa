// What a plan says in words, the same on every screen.
#pragma once

#include <string>

#include "viva/plan/plan.hpp"

namespace viva {

// "+14 points on the day", "new: +58 points on the day".
std::string reason(const PlanEntry& entry);

// "at 10 min a day 38 of 50 can be met; 12 are left out; 14 min would cover all"; empty where none is.
std::string describe_left_out(const Plan& plan);

}  // namespace viva
