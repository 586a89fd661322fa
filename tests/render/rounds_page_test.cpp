#include "render/rounds_page.hpp"

#include "catch.hpp"
#include "golden.hpp"
#include "render/sample_round.hpp"
#include "viva/base/text.hpp"

using namespace viva;
using namespace viva::sample;
using viva::test::check_golden;

namespace {

std::string shown(const Page& page) { return render(page, {}); }

std::vector<RoundState> past_rounds() {
  auto open = finished_round(), abandoned = finished_round();
  open.id = "77b0" + std::string(28, '0');
  open.preset.clear();
  open.name = "Round of your own";
  open.phase = RoundPhase::answering;
  open.begun += 2h;
  abandoned.id = "c1" + std::string(30, '0');
  abandoned.abandoned = true;
  abandoned.day = monday - std::chrono::days{330};
  abandoned.begun = ten - 24h * 330;
  return {abandoned, earlier_round(), finished_round(), open};
}

}  // namespace

TEST_CASE("the list of rounds, newest first, with those unfinished and abandoned") {
  for (const int columns : {80, 40})
    check_golden("rounds-" + std::to_string(columns) + ".txt",
                 shown(rounds_page(past_rounds(), monday, columns)));
}

TEST_CASE("without a round the list says how to begin one") {
  CHECK(shown(rounds_page({}, monday, 80, " --bank my.json")) ==
        "No mock round yet.\n\nThe first:\n  viva mock --bank my.json\n");
}

TEST_CASE("an unfinished round can be gone on with, a finished one read in full") {
  auto open = finished_round();
  open.phase = RoundPhase::scoring;
  const auto unfinished = shown(rounds_page({open}, monday, 80, " --history h.db"));
  CHECK(says(unfinished, "unfinished"));
  CHECK(says(unfinished, "viva mock --resume --history h.db\n"));
  CHECK_FALSE(says(unfinished, "viva rounds"));
  const auto finished = shown(rounds_page({finished_round()}, monday, 80));
  CHECK(says(finished, "viva rounds 3f2a91bc\n"));
  CHECK_FALSE(says(finished, "--resume"));
}

TEST_CASE("a round that never began is not called unfinished") {
  auto ready = finished_round();
  ready.questions.clear();
  ready.phase = RoundPhase::ready;
  const auto text = shown(rounds_page({ready}, monday, 80));
  CHECK(says(text, "no verdict"));
  CHECK_FALSE(says(text, "--resume"));
}

TEST_CASE("what was answered, and earlier answers to the same questions") {
  auto reviews = earlier_answers();
  auto later = typed("Typed after the round.", -1, Rating::good);
  reviews.insert(reviews.begin(), later);
  auto round = finished_round();
  round.questions.erase(round.questions.begin() + 2, round.questions.end() - 1);
  for (const int columns : {80, 40})
    check_golden("answers-" + std::to_string(columns) + ".txt",
                 shown(answers_page(round, reviews, monday, columns)));
}

TEST_CASE("no line of the rounds is wider than it may be") {
  for (const int columns : {40, 50, 63, 64, 71, 72, 90, 120}) {
    auto all = rounds_page(past_rounds(), monday, columns);
    for (auto& line : answers_page(finished_round(), earlier_answers(), monday, columns))
      all.push_back(std::move(line));
    for (const auto& line : all) {
      INFO(columns << ": " << render(line, {}));
      CHECK(width(render(line, {})) <= columns);
    }
  }
}

TEST_CASE("text from a stranger cannot leave its place in the rounds") {
  const auto round = hostile_round();
  const auto text = shown(rounds_page({round}, monday, 40)) + shown(answers_page(round, {}, monday, 40));
  CHECK_FALSE(says(text, "\x1b"));
  CHECK_FALSE(says(text, "\u202E"));
  check_golden("rounds-hostile.txt", text);
}
