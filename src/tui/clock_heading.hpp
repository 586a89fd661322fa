// The clocks of a round, in the heading of its screen.
#pragma once

#include <string>
#include <vector>

#include "render/page.hpp"
#include "viva/session/round.hpp"

namespace viva {

// The question's clock and the round's, as one text in shorter and shorter words. None while no clock runs.
std::vector<Line> clock_lines(const Round::View& view, Instant now);

}  // namespace viva
