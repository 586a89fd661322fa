// Scorecards for other programs: Markdown and JSON, complete. Whatever comes from a bank or was typed is
// escaped for each.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "viva/session/round.hpp"
#include "viva/session/scorecard.hpp"

namespace viva {

// `comparison`: with the round of the same preset before this one.
std::string scorecard_markdown(const RoundState& round, const Scorecard& card,
                               const std::optional<Comparison>& comparison);

// An object with "format": 1. Times are seconds: "clock" of the round, "seconds" of the answers, "budget" of
// what they had.
std::string scorecard_json(const RoundState& round, const Scorecard& card,
                           const std::optional<Comparison>& comparison);

// An object with "format": 1 and the rounds, newest first.
std::string rounds_json(const std::vector<RoundState>& rounds);

}  // namespace viva
