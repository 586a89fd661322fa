// Which states of a round are kept, and that a Round stands every one of them.
#include "store/round_rules.hpp"

#include <functional>
#include <limits>

#include "bank/sample_bank.hpp"
#include "catch.hpp"
#include "store/scratch.hpp"
#include "viva/session/scorecard.hpp"

using namespace viva;
using namespace viva::test;
using namespace std::chrono_literals;
using Phase = RoundPhase;

namespace {

using Faults = std::vector<std::string>;
using Spoil = std::function<void(RoundState&)>;

Faults messages(const RoundState& state) {
  Faults all;
  for (const auto& fault : find_faults(state)) all.push_back(fault.message);
  return all;
}

Faults faults_with(const Spoil& spoil) {
  auto state = round_state(1);
  spoil(state);
  return messages(state);
}

std::size_t draw(Random& random, std::size_t bound) { return static_cast<std::size_t>(below(random, bound)); }

// Four questions, of which the last is not in the bank that rounds are gone on with.
Bank bank_with(int items) {
  std::vector<Item> made;
  for (int i = 0; i < items; ++i) {
    made.push_back(sample::item("item-" + std::to_string(i), i * 3));
    if (i % 2 == 0) made.back().follow_ups = {"And why?", "What else?"};
  }
  return sample::bank(made);
}

Now now_at(Instant at) { return {at, std::chrono::floor<std::chrono::days>(at)}; }

RoundState begun_state(Random& random) {
  const auto bank = bank_with(4);
  Draw questions;
  questions.preset = questions.name = "mock";
  questions.seconds = 9;
  questions.items = {0, 1, 2, 3};
  return new_round(bank, questions, random(), below(random, 2) == 1, true, random,
                   now_at(round_state(1).begun));
}

Round::Event any_event(Random& random) {
  const int number = static_cast<int>(below(random, 4)) + 1;
  const std::vector<Round::Event> events{
      Round::Begin{},         Round::Type{"typed \xff"}, Round::Submit{"said"},
      Round::Next{"replied"}, Round::Predict{number},    Round::Pause{},
      Round::Resume{},        Round::Tick{{number}},     Round::Mark{number},
      Round::Undo{},          Round::Tick{{}},           Round::Clock{},
      Round::Submit{""},      Round::Predict{number},    Round::Mark{number},
      Round::Leave{}};
  return below(random, 200) == 0 ? Round::Event{Round::Abandon{}} : events[draw(random, events.size())];
}

// Mostly seconds, now and then hours, sometimes back.
Instant some_time_after(Instant before, Random& random) {
  const auto step = std::chrono::milliseconds{below(random, 40'000)};
  switch (below(random, 40)) {
    case 0: return before + step * 1000;
    case 1: return before - step * 1000;
    default: return before + step;
  }
}

// Steps `round` at random, and shows all that can be seen of it. `saved`: told of every state to be kept.
void exercise(Round& round, Instant at, int steps, Random& random, const Spoil& saved) {
  for (int step = 0; step < steps; ++step) {
    at = some_time_after(at, random);
    round.view();
    const auto effects = round.step(any_event(random), now_at(at));
    auto state = round.state();
    score_round(state);
    if (!effects.empty() && std::holds_alternative<Round::Save>(effects.back())) saved(state);
  }
}

RoundState random_state(Random& random) {
  Round round{bank_with(4), begun_state(random), Random{random()}, now_at(round_state(1).begun)};
  const auto bank = bank_with(4);
  round = Round{bank, round.state(), Random{random()}, now_at(round_state(1).begun)};
  round.step(Round::Begin{}, now_at(round_state(1).begun));
  auto kept = round.state();
  exercise(round, kept.begun, static_cast<int>(below(random, 40)), random,
           [&](RoundState& state) { kept = state; });
  return kept;
}

// What a stranger may do to a state. Some break a rule, some do not.
void tamper(RoundState& state, Random& random) {
  constexpr int greatest = std::numeric_limits<int>::max();
  const std::vector<int> numbers{-greatest,     -1,      0, 1, 2, 4, 5, 1440, 86'400, 1'000'000,
                                 1'000'000'000, greatest};
  const auto number = [&] { return numbers[draw(random, numbers.size())]; };
  const std::vector<Spoil> ways{[&](RoundState& s) { s.phase = static_cast<Phase>(below(random, 6)); },
                                [&](RoundState& s) { s.current = draw(random, 6); },
                                [&](RoundState& s) { s.current = static_cast<std::size_t>(random()); },
                                [&](RoundState& s) { s.seconds = number(); },
                                [&](RoundState& s) { s.revision = number(); },
                                [&](RoundState& s) { s.noted = static_cast<unsigned>(random()); },
                                [&](RoundState& s) { s.paused = !s.paused; },
                                [&](RoundState& s) { s.ticks_given = !s.ticks_given; },
                                [&](RoundState& s) { s.abandoned = !s.abandoned; },
                                [&](RoundState& s) { s.questions.clear(); },
                                [&](RoundState& s) { s.questions.pop_back(); },
                                [&](RoundState& s) { s.questions.push_back(s.questions.front()); },
                                [&](RoundState& s) { s.deadline += std::chrono::hours{number()}; },
                                [&](RoundState& s) { s.saved += std::chrono::seconds{number()}; },
                                [&](RoundState& s) { s.shown += std::chrono::milliseconds{number()}; },
                                [&](RoundState& s) {
                                  for (auto* at : {&s.begun, &s.deadline, &s.shown, &s.seen, &s.saved})
                                    *at += std::chrono::hours{69'000'000};
                                  s.day += std::chrono::days{2'875'000};
                                }};
  using SpoilQuestion = std::function<void(RoundQuestion&)>;
  const std::vector<SpoilQuestion> more{
      [&](RoundQuestion& q) { q.reach = static_cast<Reach>(below(random, 4)); },
      [&](RoundQuestion& q) { q.mark = number(); },
      [&](RoundQuestion& q) { q.mark.reset(); },
      [&](RoundQuestion& q) { q.predicted = number(); },
      [&](RoundQuestion& q) { q.follow_up = number(); },
      [&](RoundQuestion& q) { q.points = number(); },
      [&](RoundQuestion& q) {
        q.ticked = {number(), number()};
      },
      [&](RoundQuestion& q) { q.used = number(); },
      [&](RoundQuestion& q) { q.budget = number(); },
      [&](RoundQuestion& q) { q.review = below(random, 2) == 0 ? id(1) : "x"; },
      [&](RoundQuestion& q) { q.item = "another"; }};
  if (state.questions.empty() || below(random, 2) == 0)
    ways[state.questions.empty() ? draw(random, 9) : draw(random, ways.size())](state);
  else
    more[draw(random, more.size())](state.questions[draw(random, state.questions.size())]);
}

}  // namespace

TEST_CASE("a state that breaks a rule is told what the rule is", "[store]") {
  const auto fault = [](const Spoil& spoil) {
    const auto faults = faults_with(spoil);
    return faults.size() == 1 ? faults[0] : std::to_string(faults.size()) + " faults";
  };
  using S = RoundState;
  CHECK(faults_with([](S&) {}).empty());
  CHECK(fault([](S& s) { s.id = "1"; }) == "\"id\" must be 32 lower-case hexadecimal digits");
  CHECK(fault([](S& s) { s.name = "\xff"; }) == "\"name\" must be valid UTF-8");
  CHECK(fault([](S& s) { s.seconds = 86401; }) == "\"seconds\" must be 1 to 86400");
  CHECK(fault([](S& s) { s.revision = -1; }) == "\"revision\" must be 0 to 1000000000");
  CHECK(fault([](S& s) { s.day += std::chrono::days{3}; }) == "\"day\" must be within two days of \"begun\"");
  CHECK(fault([](S& s) { s.seen += std::chrono::years{9000}; }) ==
        "\"seen\" must be within the years 0 to 9999");
  const auto clock =
      "\"deadline\" must be after \"saved\", and within \"seconds\" of \"shown\", which is before it";
  CHECK(fault([](S& s) { s.deadline += 1ms; }) == clock);
  CHECK(fault([](S& s) { s.saved = s.deadline + 1ms; }) == clock);
  CHECK(fault([](S& s) { s.shown = s.saved + 1ms; }) == clock);
  CHECK(fault([](S& s) { s.questions.clear(); }) ==
        "\"questions\" must not be empty while the round is in progress");
  CHECK(fault([](S& s) { s.questions.resize(10'001, s.questions[0]); }) ==
        "\"questions\" must be 10000 at most");
  CHECK(fault([](S& s) { s.current = 2; }) == "\"current\" must be the place of a question, from 0");
  CHECK(fault([](S& s) {
          s.phase = Phase::finished;
          s.questions.clear();
          s.current = 1;
        }) == "\"current\" must be the place of a question, from 0");
}

TEST_CASE("a question that breaks a rule is told by its number", "[store]") {
  using Q = RoundQuestion;
  const auto fault = [](const std::function<void(Q&)>& spoil) {
    const auto faults = faults_with([&](RoundState& state) { spoil(state.questions[1]); });
    return faults.size() == 1 ? faults[0] : std::to_string(faults.size()) + " faults";
  };
  CHECK(fault([](Q& q) { q.bank = ""; }) == "question 2: \"bank\" must not be empty");
  CHECK(fault([](Q& q) { q.topic = "\xff"; }) == "question 2: \"topic\" must be valid UTF-8");
  CHECK(fault([](Q& q) { q.budget = 0; }) == "question 2: \"budget\" must be 1 to 86400");
  CHECK(fault([](Q& q) { q.follow_up = -2; }) == "question 2: \"follow_up\" must be -1 or more");
  CHECK(fault([](Q& q) { q.used = -1; }) == "question 2: \"used\" must be 0 to 86400");
  CHECK(fault([](Q& q) { q.mark = 5; }) == "question 2: \"mark\" must be 1 to 4");
  CHECK(fault([](Q& q) { q.predicted = 0; }) == "question 2: \"predicted\" must be 1 to 4");
  CHECK(fault([](Q& q) { q.points = -1; }) == "question 2: \"points\" must be 0 to 1000000");
  const auto ticked = "question 2: \"ticked\" must ascend and hold numbers from 1 to \"points\"";
  CHECK(fault([](Q& q) { q.ticked = {2, 1}; }) == ticked);
  CHECK(fault([](Q& q) { q.ticked = {0, 1}; }) == ticked);
  CHECK(fault([](Q& q) { q.ticked = {5, 6}; }) == ticked);
  CHECK(fault([](Q& q) { q.review = "x"; }) ==
        "question 2: \"review\" must be empty or 32 lower-case hexadecimal digits");
  CHECK(fault([](Q& q) { q.answer = "\xff"; }) == "0 faults");
}

TEST_CASE("whatever happens to a round, its state is sound when it is to be saved", "[store]") {
  std::size_t saves = 0;
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    Random random{seed};
    const auto whole = bank_with(4), smaller = bank_with(3);
    const auto start = now_at(round_state(1).begun);
    RoundState kept;
    const auto check = [&](RoundState& state) {
      kept = state;
      ++saves;
      CAPTURE(seed, state.revision);
      CHECK(messages(state) == Faults{});
    };
    Round round{whole, begun_state(random), Random{seed}, start};
    exercise(round, start.at, 60, random, check);
    if (kept.id.empty()) continue;
    const auto later = some_time_after(kept.saved, random);
    Round resumed{below(random, 2) == 0 ? whole : smaller, kept, Random{seed}, now_at(later)};
    exercise(resumed, later, 60, random, check);
  }
  CHECK(saves > 3000);
}

TEST_CASE("no state that is sound can crash a round, whoever wrote it", "[store]") {
  std::size_t sound = 0;
  const auto bank = bank_with(3);
  for (std::uint64_t seed = 0; seed < 4000; ++seed) {
    Random random{seed};
    auto state = random_state(random);
    for (std::uint64_t times = below(random, 4) + 1; times > 0; --times) tamper(state, random);
    if (!find_faults(state).empty()) continue;
    ++sound;
    score_round(state);
    const auto resumed = some_time_after(round_state(1).begun, random);
    Round round{bank, state, Random{seed}, now_at(resumed)};
    exercise(round, resumed, 30, random, [](RoundState&) {});
  }
  CHECK(sound > 1000);
}
