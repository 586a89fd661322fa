// What a typed line can mean in a session, beside the session's own events. Header only: plain data, the same
// for drill and round.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "viva/base/text.hpp"

namespace viva {

// A line of the text that is being typed: an answer, or a reply.
struct TextLine {
  std::string text;
};

// The text is complete. Where none is typed: go on.
struct EndOfText {};

// The text is to be written in the candidate's own editor.
struct OpenEditor {};

// A page about the question is to be shown.
enum class ShowPage { model_answer, follow_ups, earlier_answers };

// The line means nothing here. The message says what would.
struct NotUnderstood {
  std::string message;
};

template <typename Event>
using LineMeaning = std::variant<Event, TextLine, EndOfText, OpenEditor, ShowPage, NotUnderstood>;

// One of four choices, by number or by name. `word` is folded with fold_case().
template <typename Name>
std::optional<int> read_choice(std::string_view word, Name name_of) {
  for (int number = 1; number <= 4; ++number)
    if (word == std::to_string(number) || word == fold_case(name_of(number))) return number;
  return std::nullopt;
}

}  // namespace viva
