// The clocks in the headings of the screens of drills and rounds.
#pragma once

#include <string>
#include <vector>

#include "render/page.hpp"
#include "viva/session/round.hpp"

namespace viva {

// The clock of a round's question and the round's, as one text in shorter and shorter words. None while no
// clock runs.
std::vector<Line> clock_lines(const Round::View& view, Instant now);

// The clock of a drill's question: the share of its minutes that is used, as a bar, and the time, in shorter
// and shorter words.
std::vector<Line> clock_lines(int seconds, int minutes);

}  // namespace viva
