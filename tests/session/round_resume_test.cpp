// A round that lay for a while: left, killed, paused, its bank edited in between.
#include "session/round_session.hpp"

using namespace viva;
using namespace viva::sample;

namespace {

// As from disk, `since` the start.
Round resumed(const Bank& bank, const Round& round, std::chrono::milliseconds since) {
  return Round{bank, round.state(), Random{3}, at(since)};
}

Bank with_points(int points) {
  auto made = three();
  made.items[0].points = std::vector<Point>(static_cast<std::size_t>(points), {"", "Point"});
  return made;
}

// Three questions to be scored, of which the first has been ticked in full.
Round ticked(const Bank& bank) {
  auto round = scoring(bank);
  round.step(Round::Tick{{1, 9, 10}}, at(4min));
  return round;
}

}  // namespace

TEST_CASE("a round goes on after hours in every phase, as if they had not passed", "[round]") {
  const auto bank = three();
  for (const auto phase : {Phase::answering, Phase::follow_up, Phase::predicting})
    for (const bool paused : {false, true}) {
      CAPTURE(static_cast<int>(phase), paused);
      auto round = in_phase(bank, phase);
      round.step(Round::Clock{}, at(2min));
      if (paused) round.step(Round::Pause{}, at(2min));
      auto later = resumed(bank, round, 5h);
      CHECK(later.view().phase == phase);
      CHECK(later.view().paused == paused);
      CHECK(later.view().allowed == round.view().allowed);
      CHECK(later.view().deadline == start + 5h + 7min);
      CHECK(notes(later.step(Round::Clock{}, at(5h + 1s))).empty());
    }
}

TEST_CASE("a round that is ready, scored or finished has no clock to go on with", "[round]") {
  const auto bank = three();
  for (const auto phase : {Phase::ready, Phase::scoring, Phase::finished}) {
    CAPTURE(static_cast<int>(phase));
    const auto round = in_phase(bank, phase);
    auto later = resumed(bank, round, 5h);
    CHECK(later.view().phase == phase);
    CHECK_FALSE(later.view().deadline);
    CHECK_FALSE(later.view().wake);
    CHECK(later.view().allowed == round.view().allowed);
    CHECK(later.step(Round::Clock{}, at(6h)).empty());
  }
  auto ready = resumed(bank, in_phase(bank, Phase::ready), 5h);
  ready.step(Round::Begin{}, at(5h));
  CHECK(ready.view().deadline == start + 5h + 9min);
}

TEST_CASE("that ticks were given survives, also where none was", "[round]") {
  const auto bank = three();
  auto round = scoring(bank);
  CHECK_FALSE(resumed(bank, round, 5h).view().proposed);
  round.step(Round::Tick{{}}, at(4min));
  auto later = resumed(bank, round, 5h);
  CHECK(later.view().proposed == 1);
  CHECK(later.view().allows(Round::Action::mark));
}

TEST_CASE("a clock that goes on after a pause still gives no time", "[round]") {
  const auto bank = three();
  auto round = in_phase(bank, Phase::answering);
  round.step(Round::Pause{}, at(1min));
  round.step(Round::Clock{}, at(20min));
  auto later = resumed(bank, round, 1h);
  later.step(Round::Clock{}, at(2h));
  later.step(Round::Resume{}, at(3h));
  CHECK(later.view().deadline == start + 3h + 8min);
  later.step(Round::Submit{"a"}, at(3h + 1min));
  CHECK(later.state().questions[0].used == 120);
}

TEST_CASE("a pause over the round's end puts it off", "[round]") {
  const auto bank = three();
  auto round = in_phase(bank, Phase::answering);
  round.step(Round::Pause{}, at(8min));
  CHECK(round.step(Round::Clock{}, at(9min)).empty());
  round.step(Round::Resume{}, at(20min));
  CHECK(round.view().phase == Phase::answering);
  CHECK(notes(round.step(Round::Clock{}, at(21min - 1ms))).empty());
  CHECK(notes(round.step(Round::Clock{}, at(21min))) == std::vector{Note::round_over});
  CHECK(round.state().questions[0].used == 540);
}

TEST_CASE("a question in view that left the bank gives way to the next, also while paused", "[round]") {
  const auto whole = three(), without_a = bank({item("b"), item("c")});
  auto round = in_phase(whole, Phase::follow_up);
  round.step(Round::Pause{}, at(1min));
  auto later = resumed(without_a, round, 5h);
  CHECK(later.view().paused);
  CHECK(later.view().question.item == "b");
  later.step(Round::Resume{}, at(6h));
  later.step(Round::Submit{"b"}, at(6h + 10s));
  CHECK(later.state().questions[1].used == 10);
}

TEST_CASE("where no question is left to be asked, a pause ends, too", "[round]") {
  const auto whole = three(), other = bank({});
  auto round = in_phase(whole, Phase::answering);
  round.step(Round::Pause{}, at(1min));
  const auto later = resumed(other, round, 5h);
  CHECK(later.view().phase == Phase::finished);
  CHECK_FALSE(later.view().paused);
}

TEST_CASE("what a changed bank did to a round is saved by the first step", "[round]") {
  const auto whole = three(), without_a = bank({item("b"), item("c")}), only_a = bank({whole.items[0]});
  auto same = resumed(whole, scoring(whole), 5h);
  CHECK(same.step(Round::Clock{}, at(5h)).empty());
  auto changed = resumed(without_a, scoring(whole), 5h);
  CHECK(saves(changed.step(Round::Clock{}, at(5h))));
  CHECK(changed.step(Round::Clock{}, at(5h)).empty());
  // Nothing is left to be scored: the round is finished, and this must not be forgotten again.
  auto round = scoring(whole);
  round.step(Round::Tick{{1}}, at(4min));
  round.step(Round::Mark{1}, at(4min));
  auto finished = resumed(only_a, round, 5h);
  CHECK(finished.view().phase == Phase::finished);
  CHECK(saves(finished.step(Round::Abandon{}, at(5h))));
  CHECK_FALSE(finished.state().abandoned);
}

TEST_CASE("a question to be scored has the points the bank has now, and no ticks among others", "[round]") {
  const auto whole = three();
  for (const int points : {3, 12, 0}) {
    CAPTURE(points);
    const auto other = with_points(points);
    auto later = resumed(other, ticked(whole), 5h);
    CHECK(later.view().question.points == points);
    CHECK(later.view().question.ticked.empty());
    CHECK_FALSE(later.view().proposed);
    CHECK(later.view().allows(Round::Action::tick) == (points > 0));
    CHECK(later.view().allows(Round::Action::mark) == (points == 0));
    later.step(Round::Tick{{points + 1}}, at(5h));
    CHECK(later.view().question.ticked.empty());
  }
  auto same = resumed(whole, ticked(whole), 5h);
  CHECK(same.view().question.ticked == std::vector{1, 9, 10});
}

TEST_CASE("so has one that is scored later, or again", "[round]") {
  const auto whole = three(), other = with_points(3);
  auto asked = resumed(other, in_phase(whole, Phase::answering), 0s);
  for (const auto since : {0min, 1min, 2min}) answer(asked, since);
  CHECK(asked.view().question.points == 3);
  auto marked = ticked(whole);
  marked.step(Round::Mark{3}, at(4min));
  auto again = resumed(other, marked, 5h);
  CHECK(again.state().questions[0].points == 10);
  CHECK(again.state().questions[0].ticked == std::vector{1, 9, 10});
  again.step(Round::Undo{}, at(5h));
  CHECK(again.view().question.points == 3);
}

TEST_CASE("a follow-up that left the bank is not asked", "[round]") {
  const auto whole = three();
  auto other = three();
  other.items[0].follow_ups.clear();
  auto answering = resumed(other, in_phase(whole, Phase::answering), 5h);
  answering.step(Round::Submit{"a"}, at(5h));
  CHECK(answering.view().phase == Phase::predicting);
  auto probed = resumed(other, in_phase(whole, Phase::follow_up), 5h);
  CHECK(probed.view().follow_up.empty());
  CHECK(probed.view().allows(Round::Action::next));
}

TEST_CASE("restored after any event, a round goes on the same", "[round]") {
  const auto bank = three();
  const std::vector<Round::Event> script{
      Round::Begin{},    Round::Type{"t"},  Round::Submit{"te"}, Round::Next{"r"},  Round::Predict{2},
      Round::Submit{""}, Round::Predict{4}, Round::Submit{"c"},  Round::Predict{1}, Round::Tick{{1, 2}},
      Round::Mark{2},    Round::Mark{3},    Round::Undo{},       Round::Mark{4},    Round::Mark{1}};
  const auto play = [&](std::size_t restored_after) {
    auto round = open(bank);
    for (std::size_t i = 0; i < script.size(); ++i) {
      const auto now = at(std::chrono::seconds{10 * i});
      round.step(script[i], now);
      if (i == restored_after) round = Round{bank, round.state(), Random{3}, now};
    }
    auto state = round.state();
    for (auto& question : state.questions) question.review.clear();
    return state;
  };
  const auto whole = play(script.size());
  REQUIRE(whole.phase == Phase::finished);
  for (std::size_t i = 0; i < script.size(); ++i) {
    CAPTURE(i);
    CHECK(play(i) == whole);
  }
}
