// What commands print with --json, for other programs: JSON text that is safe on a terminal and ends in a
// newline. Shares are 0 to 1, times are seconds, days are "2026-11-22".
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "viva/bank/bank.hpp"
#include "viva/memory/progress.hpp"
#include "viva/plan/plan.hpp"
#include "viva/session/scorecard.hpp"
#include "viva/stats/stats.hpp"

namespace viva {

// An array of the items with all they hold, their names, and where the candidate stands.
std::string items_json(const Bank& bank, const std::vector<std::size_t>& items, const Progress& progress,
                       Day today);

// All of a plan. `saved`: is it of an interview as the history has it?
std::string plan_json(const Bank& bank, const Plan& plan, bool saved);

// The same where no interview is ahead.
std::string no_plan_json(Day today);

std::string stats_json(const Bank& bank, const Stats& stats);

// "clock" is the round's, "seconds" the answers took, "budget" what they had. `comparison`: with the round of
// the same preset before this one.
std::string scorecard_json(const RoundState& round, const Scorecard& card,
                           const std::optional<Comparison>& comparison);

// Newest first.
std::string rounds_json(const std::vector<RoundState>& rounds);

}  // namespace viva
