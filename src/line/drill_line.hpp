// What a typed line means in a drill, given what may be done now.
#pragma once

#include <string_view>

#include "line/line_meaning.hpp"
#include "viva/session/drill.hpp"

namespace viva {

using DrillLine = LineMeaning<Drill::Event>;

// `typed`: the lines of the answer so far. While there are any, an empty
// line ends the answer, and every other line belongs to it.
DrillLine read_drill_line(std::string_view line, const Drill::View& view, std::string_view typed);

}  // namespace viva
