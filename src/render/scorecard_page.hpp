// Scorecards as pages, from saved states alone: the bank may have changed since.
#pragma once

#include <string_view>
#include <vector>

#include "render/page.hpp"
#include "viva/session/round_state.hpp"
#include "viva/session/scorecard.hpp"

namespace viva {

Page scorecard_page(const RoundState& round, const Scorecard& card, Day today, int columns);

// `before` and `now` are rounds of one preset, `comparison` of their scorecards.
Page comparison_page(const RoundState& before, const RoundState& now, const Comparison& comparison, Day today,
                     int columns);

// The scorecard, and a comparison with the last round of the same preset in `past`. `places` ends each
// command, as Shell::command() does.
Page outcome_page(const RoundState& round, const std::vector<RoundState>& past, std::string_view places,
                  Day today, int columns);

}  // namespace viva
