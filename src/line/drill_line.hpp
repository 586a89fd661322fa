// What a typed line means in a drill, given what may be done now.
#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "viva/session/drill.hpp"

namespace viva {

// Text of the candidate's answer, to be kept until the hint is revealed.
struct AnswerLine {
  std::string text;
};

// The answer shall be written in the user's own editor.
struct OwnEditor {};

// Something of the item to show: Action::answer or Action::follow_ups.
struct Show {
  Drill::Action what;
};

// The line means nothing here; says what would.
struct Misread {
  std::string message;
};

using DrillLine = std::variant<Drill::Event, AnswerLine, OwnEditor, Show, Misread>;

// `typed`: the answer's lines so far; while there are any, an empty line ends the answer and every other
// line belongs to it. `points`: how many the item has.
DrillLine read_drill_line(std::string_view line, const Drill::View& view, int points, std::string_view typed);

}  // namespace viva
