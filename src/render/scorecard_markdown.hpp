// A scorecard as Markdown, complete. Whatever comes from a bank or was typed is text in it.
#pragma once

#include <optional>
#include <string>

#include "viva/session/scorecard.hpp"

namespace viva {

// `comparison`: with the round of the same preset before this one.
std::string scorecard_markdown(const RoundState& round, const Scorecard& card,
                               const std::optional<Comparison>& comparison);

}  // namespace viva
