// Mock rounds in the history: kept, merged, verified, and there after everything that can happen to a file.
#include <algorithm>
#include <fstream>
#include <sstream>

#include "catch.hpp"
#include "store/history.hpp"
#include "store/scratch.hpp"
#include "viva/base/error.hpp"

using namespace viva;
using namespace viva::test;
using namespace std::chrono_literals;
using Access = History::Access;
namespace fs = std::filesystem;

namespace {

History::Log rounds(std::vector<RoundState> states) { return {.rounds = std::move(states)}; }

RoundState revised(RoundState state, int revision, std::string answer) {
  state.revision = revision;
  state.questions[0].answer = std::move(answer);
  return state;
}

RoundState finished(RoundState state) {
  state.phase = RoundPhase::finished;
  ++state.revision;
  return state;
}

// As viva made it before there were rounds, with one review.
fs::path version_1(const Scratch& scratch) {
  const auto file = scratch / "history.db";
  run_sql(file, read_text(fs::path{VIVA_SOURCE_DIR} / "src/store/schema.sql"));
  run_sql(file,
          "INSERT INTO review VALUES (1, '00000000000000000000000000000001', 'on-device-ai', 'question-1', "
          "1795363569250, 20779, 2, '1 2 4', 5, 93, NULL, 'drill', NULL, NULL)");
  return file;
}

std::vector<std::string> problems_after(const std::string& sql) {
  const Scratch scratch;
  const auto file = scratch / "history.db";
  History{file, Access::write}.merge(rounds({round_state(1)}));
  run_sql(file, "PRAGMA ignore_check_constraints = ON; " + sql);
  return History{file, Access::read}.verify().problems;
}

using Problems = std::vector<std::string>;

}  // namespace

TEST_CASE("a round is there as it was saved last", "[store]") {
  const Scratch scratch;
  const auto file = scratch / "history.db";
  History{file, Access::write}.merge(rounds({round_state(2), round_state(1)}));
  const auto later = revised(round_state(1), 2, "nul \0 漢字 \x1b[2J");
  {
    History history{file, Access::write};
    CHECK(history.merge({.reviews = {review(1)}, .rounds = {later}}).rounds == 1);
    CHECK(history.rounds() == std::vector{later, round_state(2)});
  }
  const History history{file, Access::read};
  CHECK(history.log() == History::Log{.reviews = {review(1)}, .rounds = {later, round_state(2)}});
  CHECK(history.verify().problems.empty());
  CHECK(history.verify().rounds == 2);
}

TEST_CASE("the newest round that is begun and not finished is open", "[store]") {
  History history{":memory:", Access::write};
  CHECK_FALSE(history.open_round());
  auto ready = round_state(9);
  ready.phase = RoundPhase::ready;
  history.merge(rounds({round_state(2), round_state(3), round_state(1), ready}));
  CHECK(history.open_round() == round_state(3));
  history.merge(rounds({finished(round_state(3))}));
  CHECK(history.open_round() == round_state(2));
  history.merge(rounds({finished(round_state(2)), finished(round_state(1))}));
  CHECK_FALSE(history.open_round());
  CHECK(history.rounds().size() == 4);
}

TEST_CASE("the last rounds are those begun last, in whatever order they came", "[store]") {
  History history{":memory:", Access::write};
  CHECK(history.last_rounds(2).empty());
  history.merge(rounds({round_state(3), round_state(1)}));
  history.merge(rounds({round_state(2), round_state(4)}));
  CHECK(history.last_rounds(2) == std::vector{round_state(3), round_state(4)});
  CHECK(history.last_rounds(9) == history.rounds());
}

TEST_CASE("of two states of a round the later is kept", "[store]") {
  History history{":memory:", Access::write};
  const auto first = round_state(1), second = revised(first, 2, "more");
  CHECK(history.merge(rounds({second})).rounds == 1);
  for (const auto& known : {first, second}) {
    const auto imported = history.merge(rounds({known}));
    CHECK(imported.rounds == 0);
    CHECK(imported.known == 1);
  }
  CHECK(history.rounds() == std::vector{second});
}

TEST_CASE("rounds merged in any order are the same rounds", "[store]") {
  // Revisions 1 and 3 are of both machines, each of which went on from them by itself.
  std::vector<RoundState> states{round_state(1), revised(round_state(1), 2, "z"),
                                 revised(round_state(1), 3, "a"), revised(round_state(1), 3, "b"),
                                 revised(round_state(2), 1, "x")};
  std::vector<std::size_t> order{0, 1, 2, 3, 4};
  do {
    History history{":memory:", Access::write};
    for (const auto i : order) history.merge(rounds({states[i]}));
    CHECK(history.rounds() == std::vector{states[3], states[4]});
  } while (std::ranges::next_permutation(order).found);
}

TEST_CASE("a round that breaks a rule is refused, with all that came with it", "[store]") {
  History history{":memory:", Access::write};
  auto broken = round_state(1);
  broken.current = 7;
  CHECK(
      error_of([&] { history.merge({.reviews = {review(1)}, .rounds = {broken}}); }) ==
      "cannot save to the history \":memory:\": round 00000000000000000000000000000001: \"current\" must be "
      "the place of a question, from 0. Nothing was written.");
  CHECK(history.log() == History::Log{});
}

TEST_CASE("what was typed in a round in broken UTF-8 is kept all the same", "[store]") {
  History history{":memory:", Access::write};
  const auto broken = revised(round_state(1), 1, "caf\xe9");
  CHECK(history.merge(rounds({broken})).rounds == 1);
  CHECK(history.merge(rounds({broken})).known == 1);
  CHECK(history.open_round()->questions[0].answer == "caf\uFFFD");
}

TEST_CASE("a history from before there were rounds is read as it is", "[store]") {
  const Scratch scratch;
  const auto file = version_1(scratch);
  const auto before = read_text(file);
  const History history{file, Access::read};
  CHECK(history.log() == History::Log{.reviews = {review(1)}});
  CHECK(history.rounds().empty());
  CHECK_FALSE(history.open_round());
  CHECK(history.verify().problems.empty());
  CHECK(history.verify().rounds == 0);
  CHECK(read_text(file) == before);
}

TEST_CASE("a history from before there were rounds takes them once it is written to", "[store]") {
  const Scratch scratch;
  const auto file = version_1(scratch);
  const History reading{file, Access::read};
  CHECK(reading.rounds().empty());
  History{file, Access::write}.merge({.reviews = {review(2)}, .rounds = {round_state(1)}});
  const History::Log all{{review(1), review(2)}, {}, {round_state(1)}};
  CHECK(reading.log() == all);
  CHECK(History{file, Access::write}.log() == all);
  CHECK(History{file, Access::read}.verify().problems.empty());
}

TEST_CASE("rounds that no viva writes are found", "[store]") {
  const std::string one = "round 00000000000000000000000000000001: ";
  CHECK(problems_after("UPDATE round SET state = '{'") == Problems{one + "it is not JSON"});
  CHECK(problems_after("UPDATE round SET state = CAST(x'7bff' AS TEXT)") == Problems{one + "it is not JSON"});
  CHECK(problems_after("UPDATE round SET state = json_set(state, '$.mood' || char(27), 1)") ==
        Problems{one + "unknown key \"mood␛\""});
  CHECK(problems_after("UPDATE round SET state = json_set(state, '$.questions[1].mark', 9)") ==
        Problems{one + "question 2: \"mark\" must be 1 to 4"});
  CHECK(problems_after("UPDATE round SET open = 0, revision = 2") ==
        Problems{one + "its state is of another revision",
                 one + "its state is at odds with whether it is open"});
  CHECK(problems_after("UPDATE round SET id = '" + id(2) + "'") ==
        Problems{"round 00000000000000000000000000000002: its state is of another round"});
  CHECK(problems_after("UPDATE round SET id = char(27) || '[2J'") ==
        Problems{"the file is damaged: CHECK constraint failed in round",
                 "round ␛[2J: its state is of another round"});
}

TEST_CASE("a review whose round is not there is no problem", "[store]") {
  History history{":memory:", Access::write};
  auto scored = review(1);
  scored.mode = Mode::round;
  scored.round = id(7);
  append(history, scored);
  CHECK(history.verify().problems.empty());
}

TEST_CASE("a damaged round is not passed on", "[store]") {
  const Scratch scratch;
  const auto file = scratch / "history.db";
  History{file, Access::write}.merge({.reviews = {review(1)}, .rounds = {round_state(1)}});
  run_sql(file, "UPDATE round SET state = json_set(state, '$.current', 9)");
  const History history{file, Access::read};
  for (const auto& message : {error_of([&] { history.open_round(); }), error_of([&] { history.rounds(); })})
    CHECK(message.substr(message.find("\": ") + 3) ==
          "a round in it is damaged: \"current\" must be the place of a question, from 0. See `viva history "
          "verify`.");
  CHECK(history.reviews() == std::vector{review(1)});
}

TEST_CASE("a round is as it was acknowledged last after the process is killed", "[store]") {
  const Scratch scratch;
  const auto file = scratch / "history.db";
  int revision = 0;
  for (int times = 0; times < 8; ++times) {
    Child writer{[&](const Child::Say& say) {
      History history{file, Access::write};
      for (int next = revision + 1;; ++next) {
        history.merge(
            {.reviews = {review(next)}, .rounds = {revised(round_state(1), next, std::string(20'000, 'x'))}});
        say(std::to_string(next) + " ");
      }
      return std::string{};
    }};
    auto said = writer.hear(static_cast<std::size_t>(4 + times));
    said += writer.kill();
    std::istringstream numbers{said};
    int acknowledged = revision;
    while (numbers >> acknowledged) continue;

    const History history{file, Access::read};
    REQUIRE(history.open_round());
    const int found = history.open_round()->revision;
    CHECK(found >= revision + 1);
    CHECK((found == acknowledged || found == acknowledged + 1));
    CHECK(history.reviews().size() == static_cast<std::size_t>(found));
    CHECK(history.verify().problems.empty());
    revision = found;
  }
}
