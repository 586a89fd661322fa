// Scorecards as pages, told from saved states alone: the bank may have changed since.
#pragma once

#include "viva/page.hpp"
#include "viva/round.hpp"
#include "viva/scorecard.hpp"

namespace viva {

Page scorecard_page(const RoundState& round, const Scorecard& card, Day today, int columns);

// `before` and `now` are rounds of one preset, `comparison` of their scorecards.
Page comparison_page(const RoundState& before, const RoundState& now, const Comparison& comparison, Day today,
                     int columns);

}  // namespace viva
