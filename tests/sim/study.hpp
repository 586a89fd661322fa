// Study: one learner, one policy, day after day up to the interview.
//
// Each question takes the same seconds. As in a drill, the points that were missed come back once at the end
// of the day and take their share of that time. A question that does not fit into what is left of the day's
// minutes is not asked, nor are points.
#pragma once

#include "sim/learner.hpp"
#include "sim/policies.hpp"

namespace viva::sim {

struct Settings {
  int learners = 200;
  int seconds = 180;       // a question takes
  bool asks_again = true;  // on the same day, what was missed
  Hidden hidden = Hidden::fsrs;
  bool untaught = false;  // does what was known before count where a question was never asked?
};

struct Outcome {
  double recalled = 0;      // the true share of all points on the interview's day
  double most_seconds = 0;  // studied on any day
  double late = 0;          // of what was failed, the share that did not come back within two days
};

Outcome study(const Course& course, const NamedPolicy& policy, std::uint64_t seed, const Settings& settings);

}  // namespace viva::sim
