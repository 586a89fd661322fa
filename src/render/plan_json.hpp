// The plan toward an interview as JSON, for other programs.
#pragma once

#include <string>

#include "viva/bank/bank.hpp"
#include "viva/plan/plan.hpp"

namespace viva {

// All of a plan; shares are 0 to 1, times in seconds. `saved`: is it of an interview as it is kept? Safe to
// print.
std::string plan_json(const Bank& bank, const Plan& plan, bool saved);

// The same where no interview is ahead.
std::string no_plan_json(Day today);

}  // namespace viva
