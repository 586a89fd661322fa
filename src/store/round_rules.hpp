// What must hold of the state of a mock round before it is kept, and when it is read. A state that passes
// crashes neither a Round nor a scorecard, whoever wrote it.
#pragma once

#include <vector>

#include "store/rules.hpp"
#include "viva/session/round.hpp"

namespace viva {

// Every broken rule; none: the state is sound. Messages are safe to print, for example
//   question 3: "mark" must be 1 to 4
// Answers and replies may be any bytes: they are made valid when they are written.
std::vector<BrokenRule> find_faults(const RoundState& state);

}  // namespace viva
