// The meanings of typed lines in words, for comparing: "end of text", "line:some words", "not understood:
// why".
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "line/line_meaning.hpp"

namespace viva::test {

// " 1 3", with a space before each.
inline std::string words(const std::vector<int>& numbers) {
  std::string text;
  for (const int number : numbers) text += " " + std::to_string(number);
  return text;
}

// What drill and round share. Their tests add the words for their own events.
struct LineWords {
  std::string operator()(const TextLine& line) const { return "line:" + line.text; }
  std::string operator()(const EndOfText&) const { return "end of text"; }
  std::string operator()(const OpenEditor&) const { return "open editor"; }
  std::string operator()(const NotUnderstood& line) const { return "not understood: " + line.message; }
  std::string operator()(ShowPage page) const {
    switch (page) {
      case ShowPage::model_answer: return "show model answer";
      case ShowPage::follow_ups: return "show follow-ups";
      case ShowPage::earlier_answers: break;
    }
    return "show earlier answers";
  }
};

}  // namespace viva::test
