#include "render/scorecard_page.hpp"

#include "catch.hpp"
#include "golden.hpp"
#include "render/sample_round.hpp"
#include "render/scorecard_words.hpp"
#include "viva/base/text.hpp"

using namespace viva;
using namespace viva::sample;
using viva::test::check_golden;

namespace {

std::string shown(const Page& page) { return render(page, {}); }

std::string card_of(const RoundState& round, int columns = 80) {
  return shown(scorecard_page(round, score_round(round), monday, columns));
}

}  // namespace

TEST_CASE("a scorecard, wide and narrow") {
  check_golden("scorecard-80.txt", card_of(finished_round(), 80));
  check_golden("scorecard-40.txt", card_of(finished_round(), 40));
}

TEST_CASE("a scorecard in ASCII") {
  const auto round = finished_round();
  const auto text = render(scorecard_page(round, score_round(round), monday, 80), {false, true});
  check_golden("scorecard-ascii.txt", text);
  CHECK_FALSE(says(text, "?"));
}

TEST_CASE("no line of a scorecard is wider than it may be") {
  for (const int columns : {40, 50, 63, 64, 72, 90, 120}) {
    const auto round = finished_round(), before = earlier_round();
    const auto card = score_round(round);
    Page all = scorecard_page(round, card, monday, columns);
    for (auto& line : comparison_page(before, round, compare(score_round(before), card), monday, columns))
      all.push_back(std::move(line));
    for (const auto& line : all) {
      INFO(columns << ": " << render(line, {}));
      CHECK(width(render(line, {})) <= columns);
    }
  }
}

TEST_CASE("an abandoned round says what counts") {
  auto round = finished_round();
  round.abandoned = true;
  for (const std::size_t i : {5u, 6u, 7u}) {
    auto& question = round.questions[i];
    question.mark.reset();
    question.predicted.reset();
    question.reach = i == 5 ? Reach::reached : i == 6 ? Reach::waiting : Reach::gone;
  }
  check_golden("scorecard-abandoned.txt", card_of(round));
}

TEST_CASE("a round without a single mark has a scorecard too") {
  auto round = finished_round();
  round.questions.clear();
  check_golden("scorecard-empty.txt", card_of(round));
}

TEST_CASE("the gate says what a better verdict takes") {
  const auto words = [](std::vector<int> marks) {
    auto round = finished_round();
    round.questions.resize(marks.size());
    for (std::size_t i = 0; i < marks.size(); ++i) round.questions[i].mark = marks[i];
    return gate_words(score_round(round));
  };
  CHECK(words({4, 4, 4, 3}) == "A mean of 3.6 or more, and no answer below Hire.");
  CHECK(words({4, 4, 4, 2}) == "Strong hire takes a mean of 3.6 and no answer below Hire.");
  CHECK(words({3, 3, 3, 2}) == "Hire takes a mean of 3.0 and no tier below 2.0.");
  CHECK(words({4, 4, 4, 4, 1, 2, 1}) ==
        "Hire takes a mean of 3.0 and no tier below 2.0; Intermediate is at 1.3.");
  CHECK(words({}).empty());
}

TEST_CASE("a mean is cut, not rounded, so that it does not read as a gate it has not passed") {
  CHECK(mean_words(2.97) == "2.9");
  CHECK(mean_words(3.0) == "3.0");
  CHECK(mean_words(3.6) == "3.6");
  CHECK(mean_words(18.0 / 5) == "3.6");
}

TEST_CASE("predictions are compared with marks") {
  const auto words = [](double predicted, double given) {
    Scorecard card;
    card.marked = 4;
    card.calibration = {4, predicted, given, {}};
    return calibration_words(card);
  };
  CHECK(words(3, 2.5) ==
        std::vector<std::string>{"Over 4 answers you expected 3.0 and then gave 2.5: too hopeful."});
  CHECK(words(2, 3).front().ends_with(": too modest."));
  CHECK(words(3, 3.1).front().ends_with(": well judged."));
  Scorecard unforeseen;
  unforeseen.marked = 1;
  CHECK(calibration_words(unforeseen) ==
        std::vector<std::string>{"No mark was predicted, so there is nothing to compare."});
  CHECK(calibration_words({}).empty());
}

TEST_CASE("two rounds of one preset beside each other") {
  const auto before = earlier_round(), now = finished_round();
  const auto comparison = compare(score_round(before), score_round(now));
  for (const int columns : {80, 40})
    check_golden("comparison-" + std::to_string(columns) + ".txt",
                 shown(comparison_page(before, now, comparison, monday, columns)));
}

TEST_CASE("text from a stranger cannot leave its place on a scorecard") {
  const auto text = card_of(hostile_round(), 40);
  CHECK_FALSE(says(text, "\x1b"));
  CHECK_FALSE(says(text, "\u202E"));
  check_golden("scorecard-hostile.txt", text);
}
