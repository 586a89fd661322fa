// Study: one learner, one policy, day after day up to the interview.
//
// Each answer takes the same seconds. As in a drill, an item rated Again comes back once more at the end of
// the day: new questions stop in time for those that wait. A question that does not fit into what is left of
// the day's minutes is not asked, so one rated Again with the last minutes does not come back.
#pragma once

#include "sim/policies.hpp"

namespace viva::sim {

struct Settings {
  int learners = 200;
  int seconds = 180;       // an answer takes
  double spread = 1;       // of the learners' parameters
  bool asks_again = true;  // on the same day, what was rated Again
};

struct Outcome {
  double recall = 0;     // true recall on the interview's day, over all items
  int most_seconds = 0;  // studied on any day
  int answers = 0;
};

Outcome study(const Course& course, const NamedPolicy& policy, std::uint64_t seed, const Settings& settings);

}  // namespace viva::sim
