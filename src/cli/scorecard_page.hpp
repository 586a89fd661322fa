// Rounds that are over, as pages: the scorecard, two rounds beside each other, the list of rounds, and what
// was answered. All is told from saved states alone; the bank may have changed since.
#pragma once

#include <vector>

#include "viva/page.hpp"
#include "viva/round.hpp"
#include "viva/scorecard.hpp"

namespace viva {

Page scorecard_page(const RoundState& round, const Scorecard& card, Day today, int columns);

// `before` and `now` are rounds of one preset, `comparison` of their scorecards.
Page comparison_page(const RoundState& before, const RoundState& now, const Comparison& comparison, Day today,
                     int columns);

// A table, newest first, whatever the order of `rounds`.
Page rounds_page(const std::vector<RoundState>& rounds, Day today, int columns);

// Each question with the answer and reply typed, then what was typed for the same item earlier; `earlier`
// may hold reviews of other items too, newest first.
Page answers_page(const RoundState& round, const std::vector<Review>& earlier, Day today, int columns);

}  // namespace viva
