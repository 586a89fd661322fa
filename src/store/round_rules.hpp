// What must hold of the state of a mock round before it is kept, and when it is read: whoever wrote it, it
// can then crash neither a Round nor a scorecard.
#pragma once

#include <string>
#include <vector>

#include "viva/session/round.hpp"

namespace viva {

// Every fault, safe to print: question 3: "mark" must be 1 to 4. None: the state is sound. Answers and
// replies may be any bytes: they are made valid when they are written.
std::vector<std::string> find_faults(const RoundState& state);

}  // namespace viva
