// What typed lines mean in a round.
#include "line/round_line.hpp"

#include "catch.hpp"
#include "line/line_words.hpp"

using namespace viva;
using namespace viva::test;
using Action = Round::Action;

namespace {

Round::View view(RoundPhase phase, std::vector<Action> allowed) {
  Round::View made;
  made.phase = phase;
  made.allowed = std::move(allowed);
  return made;
}

const auto answering = view(RoundPhase::answering, {Action::type, Action::submit, Action::leave});
const auto relaxed =
    view(RoundPhase::answering, {Action::type, Action::submit, Action::pause, Action::leave});

Round::View scoring(bool ticked) {
  auto made = view(RoundPhase::scoring, {Action::tick, Action::leave});
  if (ticked) made.allowed.push_back(Action::mark);
  if (ticked) made.proposed = 3;
  made.question.points = 5;
  return made;
}

struct Words : LineWords {
  using LineWords::operator();

  std::string operator()(const Round::Event& event) const {
    if (const auto* predict = std::get_if<Round::Predict>(&event))
      return "predict " + std::to_string(predict->mark);
    if (const auto* mark = std::get_if<Round::Mark>(&event)) return "mark " + std::to_string(mark->mark);
    if (const auto* tick = std::get_if<Round::Tick>(&event)) return "tick" + words(tick->points);
    const std::vector<std::string> names{"begin", "type", "submit", "next",  "predict", "pause", "resume",
                                         "tick",  "mark", "undo",   "leave", "abandon", "clock"};
    return names[event.index()];
  }
};

std::string meaning(std::string_view line, const Round::View& view, std::string_view typed = "",
                    bool pasted = false) {
  return std::visit(Words{}, read_round_line(line, view, typed, pasted));
}

}  // namespace

TEST_CASE("a point alone or two empty lines end an answer", "[line]") {
  CHECK(meaning("", answering) == "line:");
  CHECK(meaning("", answering, "\n") == "end of text");
  CHECK(meaning(".", answering) == "end of text");
  CHECK(meaning(" . ", answering, "text\n") == "end of text");
  CHECK(meaning("", answering, "text\n") == "line:");
  CHECK(meaning("", answering, "text\n\n") == "end of text");
  CHECK(meaning("..", answering, "text\n") == "line:..");
}

TEST_CASE("line ends of all kinds are newlines in an answer", "[line]") {
  CHECK(meaning("one\ftwo\u2028three", answering) == "line:one\ntwo\nthree");
  CHECK(meaning("one\rtwo", answering, "", true) == "line:one\ntwo");
}

TEST_CASE("within an answer nothing is a command but what ends it and the editor", "[line]") {
  CHECK(meaning("e", answering, "text\n") == "open editor");
  CHECK(meaning("q", answering, "text\n") == "line:q");
  CHECK(meaning("p", relaxed, "text\n") == "line:p");
  CHECK(meaning("q", answering) == "leave");
  CHECK(meaning("p", relaxed) == "pause");
  CHECK(meaning("p", answering) == "line:p");
  CHECK(meaning("  indented", answering) == "line:  indented");
}

TEST_CASE("what is pasted is text", "[line]") {
  for (const auto* line : {".", "", "e", "q", "p"})
    CHECK(meaning(line, relaxed, "text\n\n", true) == "line:" + std::string{line});
}

TEST_CASE("before it begins, and while it is paused", "[line]") {
  const auto ready = view(RoundPhase::ready, {Action::begin});
  CHECK(meaning("", ready) == "begin");
  CHECK(meaning("Q", ready) == "leave");
  CHECK(meaning("go", ready) ==
        "not understood: press Enter to begin, or type q to leave it for another time");
  auto paused = view(RoundPhase::answering, {Action::resume, Action::leave});
  paused.paused = true;
  CHECK(meaning("", paused) == "resume");
  CHECK(meaning("anything", paused) == "resume");
  CHECK(meaning("q", paused) == "leave");
}

TEST_CASE("a prediction is a mark, by number or name", "[line]") {
  const auto predicting = view(RoundPhase::predicting, {Action::predict, Action::leave});
  CHECK(meaning(" 4", predicting) == "predict 4");
  CHECK(meaning("lean no", predicting) == "predict 2");
  CHECK(meaning("", predicting) == "not understood: type 1 No, 2 Lean no, 3 Hire or 4 Strong hire");
  CHECK(meaning("5", predicting) == "not understood: type 1 No, 2 Lean no, 3 Hire or 4 Strong hire");
}

TEST_CASE("scoring: ticks, then a mark", "[line]") {
  CHECK(meaning("1 3-5", scoring(false)) == "tick 1 3 4 5");
  CHECK(meaning("none", scoring(false)) == "tick");
  CHECK(meaning("6", scoring(false)) ==
        "not understood: \"6\" is not among the points 1 to 5: type numbers, \"all\" or \"none\"");
  CHECK(meaning("", scoring(true)) == "mark 3");
  CHECK(meaning("2", scoring(true)) == "mark 2");
  CHECK(meaning("strong hire", scoring(true)) == "mark 4");
  CHECK(meaning("a", scoring(true)) == "show model answer");
  CHECK(meaning("e", scoring(false)) == "show earlier answers");
  CHECK(meaning("u", scoring(true)) == "not understood: there is nothing to take back yet");
  CHECK(meaning("q", scoring(true)) == "leave");
}

TEST_CASE("when all is scored, Enter goes on and the last mark can be taken back", "[line]") {
  const auto finished = view(RoundPhase::finished, {Action::undo});
  CHECK(meaning("", finished) == "end of text");
  CHECK(meaning("u", finished) == "undo");
}
