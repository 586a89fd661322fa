// What a plan promises beside gain: see viva/plan/plan.hpp. viva keeps all of it; tests/sim finds what each
// promise costs. Header only.
#pragma once

#include "viva/plan/plan.hpp"

namespace viva {

struct Promises {
  bool returns = true;  // what went badly comes back next
  double share_of_returns = viva::share_of_returns;
  bool nothing_new_at_last = true;  // in the last 48 hours
  bool tiers_in_turn = true;        // where time is short
};

}  // namespace viva
