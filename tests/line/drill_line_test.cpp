// What typed lines mean in a drill.
#include "line/drill_line.hpp"

#include "catch.hpp"
#include "line/line_words.hpp"

using namespace viva;
using namespace viva::test;
using Action = Drill::Action;

namespace {

Drill::View view(Drill::Phase phase, std::vector<Action> allowed) {
  Drill::View made;
  made.phase = phase;
  made.allowed = std::move(allowed);
  return made;
}

// Of the points, three that were missed are asked once more.
Drill::View asking_three(Drill::View view) {
  view.asked = {1, 4, 6};
  return view;
}

const auto question =
    view(Drill::Phase::question, {Action::reveal, Action::skip, Action::quit, Action::type});
const auto points =
    asking_three(view(Drill::Phase::points, {Action::tick, Action::skip, Action::undo, Action::quit,
                                             Action::answer, Action::follow_ups}));

Drill::View rating(std::optional<Rating> proposed) {
  auto made = view(Drill::Phase::rating, {Action::rate, Action::undo, Action::quit});
  made.proposed = proposed;
  return made;
}

struct Words : LineWords {
  using LineWords::operator();

  std::string operator()(const Drill::Event& event) const {
    if (const auto* tick = std::get_if<Drill::Tick>(&event)) return "tick" + words(tick->points);
    if (const auto* rate = std::get_if<Drill::Rate>(&event)) return "rate " + std::string{name(rate->rating)};
    const std::vector<std::string> names{"reveal", "tick", "rate", "skip", "undo", "quit", "type"};
    return names[event.index()];
  }
};

std::string meaning(std::string_view line, const Drill::View& view, std::string_view typed = "") {
  return std::visit(Words{}, read_drill_line(line, view, typed));
}

}  // namespace

TEST_CASE("at a question a line is a key, the end of the answer, or its first line", "[line]") {
  CHECK(meaning("", question) == "end of text");
  CHECK(meaning("  ", question) == "end of text");
  CHECK(meaning("s", question) == "skip");
  CHECK(meaning(" Skip ", question) == "skip");
  CHECK(meaning("q", question) == "quit");
  CHECK(meaning("stop", question) == "quit");
  CHECK(meaning("E", question) == "open editor");
  CHECK(meaning("  It shrinks", question) == "line:  It shrinks");
}

TEST_CASE("a word of a key that cannot be used now begins an answer, the letter alone does not", "[line]") {
  CHECK(meaning("answer", question) == "line:answer");
  CHECK(meaning("undo", question) == "line:undo");
  CHECK(meaning("a", question).starts_with("not understood: "));
  CHECK(meaning("f", question).starts_with("not understood: "));
  CHECK(meaning("u", question).starts_with("not understood: "));
}

TEST_CASE("once an answer is begun every line belongs to it, and an empty one ends it", "[line]") {
  for (const auto* line : {"s", "q", "e", "skip", "1 2"})
    CHECK(meaning(line, question, "begun") == "line:" + std::string{line});
  CHECK(meaning(" \t", question, "begun") == "end of text");
}

TEST_CASE("an answer is kept as it can be printed", "[line]") {
  CHECK(meaning("a\x1b[2Jb", question).starts_with("line:a\u241b"));
  CHECK(meaning("\u200Fאב\tc\u202E", question) == "line:\u200Fאב\tc");
  CHECK(meaning("one\ftwo\u2028three", question) == "line:one\ntwo\nthree");
}

TEST_CASE("points are ticked by their places among those asked, and pages are shown beside them", "[line]") {
  CHECK(meaning("1 3", points) == "tick 1 3");
  CHECK(meaning("ALL", points) == "tick 1 2 3");
  CHECK(meaning("none", points) == "tick");
  CHECK(meaning("4", points) ==
        "not understood: \"4\" is not among the points 1 to 3: type numbers, \"all\" or \"none\"");
  CHECK(meaning("a", points) == "show model answer");
  CHECK(meaning("follow-ups", points) == "show follow-ups");
  CHECK(meaning("u", points) == "undo");
}

TEST_CASE("a rating is a number, a name, or Enter where one is proposed", "[line]") {
  CHECK(meaning("3", rating(Rating::hard)) == "rate Good");
  CHECK(meaning("again", rating(Rating::hard)) == "rate Again");
  CHECK(meaning("", rating(Rating::hard)) == "rate Hard");
  CHECK(meaning("", rating({})) == "not understood: type 1 Again, 2 Hard, 3 Good or 4 Easy");
  CHECK(meaning("5", rating(Rating::hard)) ==
        "not understood: press Enter to accept, or type 1 Again, 2 Hard, 3 Good or 4 Easy");
  CHECK(meaning("s", rating(Rating::hard)).starts_with("not understood: "));
}
