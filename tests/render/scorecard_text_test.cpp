#include "render/scorecard_text.hpp"

#include <sstream>

#include "catch.hpp"
#include "golden.hpp"
#include "render/sample_round.hpp"

using namespace viva;
using namespace viva::sample;
using viva::test::check_golden;

namespace {

std::optional<Comparison> with_earlier(const Scorecard& card) {
  return compare(score_round(earlier_round()), card);
}

}  // namespace

TEST_CASE("a scorecard as Markdown") {
  const auto round = finished_round();
  const auto card = score_round(round);
  check_golden("scorecard.md", scorecard_markdown(round, card, with_earlier(card)));
}

TEST_CASE("a scorecard as JSON") {
  const auto round = finished_round();
  const auto card = score_round(round);
  check_golden("scorecard.json", scorecard_json(round, card, with_earlier(card)));
  check_golden("rounds.json", rounds_json({earlier_round(), round}));
}

TEST_CASE("a round without questions as Markdown and JSON") {
  auto round = finished_round();
  round.questions.clear();
  const auto card = score_round(round);
  CHECK(says(scorecard_markdown(round, card, std::nullopt), "**No verdict**"));
  const auto json = scorecard_json(round, card, std::nullopt);
  CHECK(says(json, "\"verdict\": null"));
  CHECK(says(json, "\"questions\": []"));
}

TEST_CASE("text from a stranger is text in Markdown and JSON") {
  const auto round = hostile_round();
  const auto card = score_round(round);
  const auto markdown = scorecard_markdown(round, card, std::nullopt);
  const auto json = scorecard_json(round, card, std::nullopt);
  for (const auto& text : {markdown, json}) {
    CHECK_FALSE(says(text, "\x1b"));
    CHECK_FALSE(says(text, "\u202E"));
  }
  std::istringstream lines{markdown};
  for (std::string line; std::getline(lines, line);)
    if (says(line, "<")) CHECK(line.starts_with("    "));  // a command, as code
  check_golden("scorecard-hostile.md", markdown);
  check_golden("scorecard-hostile.json", json);
}
