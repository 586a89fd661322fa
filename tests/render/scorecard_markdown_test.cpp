#include "render/scorecard_markdown.hpp"

#include <sstream>

#include "catch.hpp"
#include "golden.hpp"
#include "render/sample_round.hpp"

using namespace viva;
using namespace viva::sample;
using viva::test::check_golden;

TEST_CASE("a scorecard as Markdown") {
  const auto round = finished_round();
  const auto card = score_round(round);
  check_golden("scorecard.md", scorecard_markdown(round, card, compare(score_round(earlier_round()), card)));
}

TEST_CASE("a round without questions as Markdown") {
  auto round = finished_round();
  round.questions.clear();
  CHECK(says(scorecard_markdown(round, score_round(round), std::nullopt), "**No verdict**"));
}

TEST_CASE("text from a stranger is text in Markdown") {
  const auto round = hostile_round();
  const auto markdown = scorecard_markdown(round, score_round(round), std::nullopt);
  CHECK_FALSE(says(markdown, "\x1b"));
  CHECK_FALSE(says(markdown, "\u202E"));
  std::istringstream lines{markdown};
  bool in_code = false;
  for (std::string line; std::getline(lines, line);) {
    if (line == "> ```") in_code = !in_code;
    if (says(line, "<")) CHECK((in_code || line.starts_with("    ")));  // a command, as code
  }
  CHECK_FALSE(in_code);
  check_golden("scorecard-hostile.md", markdown);
}
