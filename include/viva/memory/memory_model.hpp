// The memory model in use: FSRS-6 with its parameters, and what viva adds for points.
#pragma once

#include "viva/memory/fsrs.hpp"

namespace viva {

struct MemoryModel {
  fsrs::Parameters parameters = fsrs::defaults();
  // FSRS-6 believes that what was read once is half known. What one never made on one's own counts by this
  // share of what FSRS-6 says; above 0 and below 1.
  double credit = 0.5;
  double first_made = 0.5;  // chance that a point is made when it is first asked
};

// The published defaults.
const MemoryModel& default_model();

}  // namespace viva
