// What a plan for a sample bank is asked: an interview in so many days, and rounds of two lengths to
// practise.
#pragma once

#include <vector>

#include "bank/sample_bank.hpp"
#include "viva/memory/pace.hpp"
#include "viva/plan/plan.hpp"

namespace viva::sample {

// Of 30 and 45 minutes.
inline std::vector<RoundPreset> rounds() {
  return {{"screen", "Phone screen", 30, {{beginner, 2}}}, {"deep", "Deep dive", 45, {{advanced, 2}}}};
}

inline PlanRequest request(const Bank& bank, int days_ahead, int minutes, Day today = monday) {
  PlanRequest made;
  made.interview.day = today + std::chrono::days{days_ahead};
  made.interview.minutes = minutes;
  made.today = made.begun = today;
  made.seconds = seconds_each(bank, {}, today);
  return made;
}

}  // namespace viva::sample
