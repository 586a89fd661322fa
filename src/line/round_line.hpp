// What a typed line means in a round, given what may be done now.
#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "viva/session/round.hpp"

namespace viva {

// A line of the answer, or of the reply to the follow-up.
struct SpokenLine {
  std::string text;
};

// The answer, or the reply, is complete.
struct Spoken {};

// Something to do beside the round's events: write in the editor; read earlier answers or the model answer.
enum class Aside { editor, earlier, model };

// The line means nothing here; says what would.
struct Unclear {
  std::string message;
};

using RoundLine = std::variant<Round::Event, SpokenLine, Spoken, Aside, Unclear>;

// `typed`: the lines so far, each with its newline. `pasted`: the line is text, whatever it says.
RoundLine read_round_line(std::string_view line, const Round::View& view, std::string_view typed,
                          bool pasted);

}  // namespace viva
