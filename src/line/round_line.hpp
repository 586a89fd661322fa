// What a typed line means in a round, given what may be done now.
#pragma once

#include <string_view>

#include "line/line_meaning.hpp"
#include "viva/session/round.hpp"

namespace viva {

using RoundLine = LineMeaning<Round::Event>;

// `typed`: the lines of the answer or reply so far, each with its newline. `pasted`: the line is text,
// whatever it says.
RoundLine read_round_line(std::string_view line, const Round::View& view, std::string_view typed,
                          bool pasted);

}  // namespace viva
