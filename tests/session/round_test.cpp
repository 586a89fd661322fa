#include <map>

#include "session/round_session.hpp"

using namespace viva;
using namespace viva::sample;
using Action = Round::Action;

namespace {

const std::map<Action, Round::Event> events{
    {Action::begin, Round::Begin{}},      {Action::type, Round::Type{"t"}},
    {Action::submit, Round::Submit{"s"}}, {Action::next, Round::Next{}},
    {Action::predict, Round::Predict{2}}, {Action::pause, Round::Pause{}},
    {Action::resume, Round::Resume{}},    {Action::tick, Round::Tick{{1}}},
    {Action::mark, Round::Mark{2}},       {Action::undo, Round::Undo{}},
    {Action::leave, Round::Leave{}},      {Action::abandon, Round::Abandon{}}};

// An event does something exactly where it is allowed.
void check_events(const Round& round, const std::vector<Action>& allowed) {
  CHECK(round.view().allowed == allowed);
  for (const auto& [action, event] : events) {
    CAPTURE(static_cast<int>(action));
    auto tried = round;
    const auto effects = tried.step(event, {round.state().seen, monday});
    if (round.view().allows(action)) {
      CHECK((tried.state() != round.state() || saves(effects)));
    } else {
      CHECK(effects.empty());
      CHECK(tried.state() == round.state());
    }
  }
}

}  // namespace

TEST_CASE("the table of a round's phases and events", "[round]") {
  using enum Round::Action;
  const auto bank = three();
  check_events(in_phase(bank, Phase::ready), {begin});
  check_events(in_phase(bank, Phase::answering), {type, submit, pause, leave, abandon});
  check_events(in_phase(bank, Phase::answering, false), {type, submit, leave, abandon});
  check_events(in_phase(bank, Phase::follow_up), {type, next, pause, leave, abandon});
  check_events(in_phase(bank, Phase::predicting), {predict, pause, leave, abandon});
  check_events(in_phase(bank, Phase::scoring), {tick, leave, abandon});
  check_events(in_phase(bank, Phase::finished), {});
  for (const auto phase : {Phase::answering, Phase::follow_up, Phase::predicting}) {
    auto paused = in_phase(bank, phase);
    paused.step(Round::Pause{}, at(2s));
    check_events(paused, {resume, leave, abandon});
  }
  auto ticked = in_phase(bank, Phase::scoring);
  ticked.step(Round::Tick{{1}}, at(4min));
  ticked.step(Round::Tick{{2}}, at(4min));
  check_events(ticked, {tick, mark, undo, leave, abandon});
}

TEST_CASE("marks and points that do not exist change nothing", "[round]") {
  const auto bank = three();
  auto predicting = in_phase(bank, Phase::predicting);
  for (const int mark : {0, 5, -1}) CHECK(predicting.step(Round::Predict{mark}, at(1s)).empty());
  auto round = scoring(bank);
  CHECK(round.step(Round::Tick{{0}}, at(4min)).empty());
  CHECK(round.step(Round::Tick{{11}}, at(4min)).empty());
  round.step(Round::Tick{{}}, at(4min));
  CHECK(round.step(Round::Mark{5}, at(4min)).empty());
}

TEST_CASE("the clock speaks at half, at a minute left and over time, once each", "[round]") {
  const auto bank = three();
  auto round = in_phase(bank, Phase::answering);
  std::map<int, std::vector<Note>> heard;
  for (int second = 1; second < 540; ++second)
    if (const auto said = notes(round.step(Round::Clock{}, at(std::chrono::seconds{second}))); !said.empty())
      heard[second] = said;
  CHECK(heard == std::map<int, std::vector<Note>>{{90, {Note::half}},
                                                  {120, {Note::minute_left}},
                                                  {180, {Note::over}},
                                                  {480, {Note::round_minute_left}}});
  CHECK(notes(round.step(Round::Clock{}, at(9min))) == std::vector{Note::round_over});
  CHECK(notes(round.step(Round::Clock{}, at(10min))).empty());
}

TEST_CASE("the round's end keeps the answer in hand, also when it arrives late", "[round]") {
  const auto bank = three();
  const std::vector<Round::Event> late{Round::Type{"all I said"}, Round::Submit{"all I said"}};
  for (const auto& event : late) {
    auto round = in_phase(bank, Phase::answering);
    round.step(Round::Type{"all"}, at(8min));
    const auto effects = round.step(event, at(9min + 5s));
    CHECK(notes(effects) == std::vector{Note::round_over});
    CHECK(saves(effects));
    CHECK(round.view().phase == Phase::scoring);
    const auto& questions = round.state().questions;
    CHECK(questions[0].answer == "all I said");
    CHECK(questions[0].used == 540);
    CHECK(questions[0].reach == Reach::reached);
    for (const auto i : {1u, 2u}) {
      CHECK(questions[i].reach == Reach::not_reached);
      CHECK(questions[i].mark == 1);
      CHECK(questions[i].review.empty());
    }
  }
}

TEST_CASE("a reply to the follow-up is kept, also when it arrives late", "[round]") {
  const auto bank = three();
  auto round = in_phase(bank, Phase::follow_up);
  round.step(Round::Type{"so"}, at(1min));
  CHECK(round.state().questions[0].reply == "so");
  CHECK(round.state().questions[0].answer == "said");
  const std::vector<Round::Event> late{Round::Type{"so far"}, Round::Next{"so far"}};
  for (const auto& event : late) {
    auto in_time = round, too_late = round;
    in_time.step(event, at(2min));
    CHECK(in_time.state().questions[0].reply == "so far");
    CHECK(notes(too_late.step(event, at(9min))) == std::vector{Note::round_over});
    CHECK(too_late.view().phase == Phase::scoring);
    CHECK(too_late.state().questions[0].reply == "so far");
    CHECK(too_late.state().questions[0].answer == "said");
    CHECK(too_late.state().questions[0].used == 1);
  }
}

TEST_CASE("a prediction that arrives late is kept, too", "[round]") {
  const auto bank = three();
  auto round = in_phase(bank, Phase::predicting);
  round.step(Round::Predict{4}, at(9min));
  CHECK(round.view().phase == Phase::scoring);
  CHECK(round.state().questions[0].predicted == 4);
  CHECK(round.state().questions[1].reach == Reach::not_reached);
}

TEST_CASE("what arrives as the clock ends is not taken for scoring", "[round]") {
  const auto bank = three();
  for (const auto& event : {Round::Event{Round::Tick{{1}}}, Round::Event{Round::Undo{}}}) {
    auto round = in_phase(bank, Phase::answering);
    round.step(event, at(9min));
    CHECK(round.view().phase == Phase::scoring);
    CHECK_FALSE(round.state().ticks_given);
  }
}

TEST_CASE("what arrives after the clock has ended changes no answer", "[round]") {
  const auto bank = three();
  auto round = in_phase(bank, Phase::answering);
  round.step(Round::Type{"kept"}, at(1min));
  round.step(Round::Clock{}, at(9min));
  for (const auto& event : {Round::Event{Round::Type{"late"}}, Round::Event{Round::Submit{"late"}},
                            Round::Event{Round::Next{"late"}}, Round::Event{Round::Predict{4}}})
    CHECK(round.step(event, at(9min)).empty());
  CHECK(round.state().questions[0].answer == "kept");
  CHECK(round.state().questions[0].reply.empty());
  CHECK_FALSE(round.state().questions[0].predicted);
}

TEST_CASE("a short budget has no half time worth a word, a short round no last minute", "[round]") {
  const auto heard = [](int seconds, std::size_t questions) {
    const auto made = bank(std::vector<Item>(questions, item("same")));
    auto state = fresh(made);
    state.seconds = seconds;
    for (auto& question : state.questions) question.budget = seconds / static_cast<int>(questions);
    Round round{made, state, Random{2}, at(0s)};
    round.step(Round::Begin{}, at(0s));
    std::map<int, std::vector<Note>> all;
    for (int second = 0; second <= seconds; ++second)
      if (const auto said = notes(round.step(Round::Clock{}, at(std::chrono::seconds{second})));
          !said.empty())
        all[second] = said;
    return all;
  };
  using Heard = std::map<int, std::vector<Note>>;
  CHECK(heard(1, 1) == Heard{{1, {Note::round_over}}});
  CHECK(heard(20, 2) == Heard{{10, {Note::over}}, {20, {Note::round_over}}});
  CHECK(heard(20, 1) == Heard{{10, {Note::half}}, {20, {Note::round_over}}});
  CHECK(heard(120, 1) == Heard{{60, {Note::half}}, {120, {Note::round_over}}});
  CHECK(heard(121, 1) ==
        Heard{{60, {Note::half}}, {61, {Note::round_minute_left}}, {121, {Note::round_over}}});
  CHECK(heard(180, 1) == Heard{{90, {Note::half}},
                               {120, {Note::round_minute_left, Note::minute_left}},
                               {180, {Note::round_over}}});
}

TEST_CASE("while a round is paused, no time passes", "[round]") {
  const auto bank = three();
  auto round = in_phase(bank, Phase::answering);
  round.step(Round::Pause{}, at(1min));
  CHECK(round.step(Round::Clock{}, at(20min)).empty());
  CHECK_FALSE(round.view().wake);
  round.step(Round::Resume{}, at(61min));
  CHECK(round.view().deadline == start + 69min);
  round.step(Round::Submit{""}, at(62min));
  CHECK(round.state().questions[0].used == 120);
}

TEST_CASE("a round goes on hours later with the clock as of its last save", "[round]") {
  const auto bank = three();
  auto round = in_phase(bank, Phase::answering);
  REQUIRE(saves(round.step(Round::Type{"so far"}, at(2min))));
  const auto disk = round.state();
  Round later{bank, disk, Random{3}, at(5h)};
  CHECK(later.view().deadline == start + 5h + 7min);
  later.step(Round::Submit{"so far so good"}, at(5h + 10s));
  CHECK(later.state().questions[0].used == 130);
}

TEST_CASE("a clock set back neither gives nor takes time, and saves go on", "[round]") {
  const auto bank = three();
  auto round = in_phase(bank, Phase::answering);
  round.step(Round::Clock{}, at(2min));
  round.step(Round::Clock{}, at(-1h));
  CHECK(round.view().deadline == start - 1h + 7min);
  CHECK(saves(round.step(Round::Type{"typed"}, at(-1h + 3s))));
  Round resumed{bank, round.state(), Random{3}, at(-2h)};
  CHECK(resumed.view().deadline == start - 2h + 7min - 3s);
  CHECK(saves(resumed.step(Round::Type{"typed more"}, at(-2h + 3s))));
}

TEST_CASE("what is typed is saved every three seconds, every other change at once", "[round]") {
  const auto bank = three();
  auto round = open(bank);
  CHECK(saves(round.step(Round::Begin{}, at(0s))));
  CHECK(round.step(Round::Type{"t"}, at(1s)).empty());
  CHECK(round.view().wake == start + 3s);
  CHECK(saves(round.step(Round::Type{"ty"}, at(3s))));
  CHECK(round.step(Round::Type{"typ"}, at(4s)).empty());
  CHECK(saves(round.step(Round::Submit{"typ"}, at(4s))));
  CHECK(saves(round.step(Round::Next{}, at(4s))));
  CHECK(saves(round.step(Round::Predict{4}, at(4s))));
  CHECK(saves(round.step(Round::Leave{}, at(5s))));
  auto scored = scoring(bank);
  CHECK(saves(scored.step(Round::Tick{{1}}, at(4min))));
  CHECK(saves(scored.step(Round::Mark{1}, at(4min))));
  CHECK(saves(scored.step(Round::Undo{}, at(4min))));
}

TEST_CASE("a round wakes for each note, and to be saved every three seconds", "[round]") {
  const auto bank = three();
  auto round = in_phase(bank, Phase::answering);
  const auto wake_after = [&](std::chrono::milliseconds since) {
    round.step(Round::Clock{}, at(since));
    REQUIRE(round.view().wake);
    return *round.view().wake - start;
  };
  CHECK(wake_after(87s) == 90s);
  CHECK(wake_after(88s) == 90s);
  CHECK(wake_after(90s) == 93s);
  CHECK(wake_after(119s) == 120s);
  CHECK(wake_after(179s) == 180s);
  CHECK(wake_after(478s) == 480s);
  CHECK(wake_after(538s) == 540s);
}

TEST_CASE("the revision grows by one with each save, and with nothing else", "[round]") {
  const auto bank = three();
  auto round = open(bank);
  int revision = 0;
  const auto step = [&](const Round::Event& event, std::chrono::milliseconds since) {
    if (saves(round.step(event, at(since)))) ++revision;
    CHECK(round.state().revision == revision);
  };
  step(Round::Begin{}, 0s);
  for (int second = 1; second < 10; ++second)
    step(Round::Type{std::string(static_cast<std::size_t>(second), 't')}, std::chrono::seconds{second});
  step(Round::Mark{1}, 9s);
  CHECK(revision == 4);
  step(Round::Clock{}, 9min);
  step(Round::Tick{{1}}, 10min);
  step(Round::Mark{1}, 10min);
  step(Round::Clock{}, 11min);
  CHECK(revision == 7);
  const Round later{bank, round.state(), Random{3}, at(5h)};
  CHECK(later.state().revision == 7);
}

// Instants are UTC, so that a local clock put back an hour is nothing to a round.
TEST_CASE("a round over 04:00 or the end of daylight saving keeps its day; its reviews have theirs",
          "[round]") {
  const auto bank = three();
  auto round = open(bank);
  const auto begun = std::chrono::sys_days{std::chrono::year{2026} / 10 / 25} + 55min;
  const auto now = [&](std::chrono::minutes since) {
    const auto offset = begun + since < begun + 5min ? 2h : 1h;  // Berlin, where 03:00 becomes 02:00
    return Now{begun + since, study_day(begun + since, offset)};
  };
  round.step(Round::Begin{}, now(0min));
  round.step(Round::Submit{"over the change"}, now(7min));
  CHECK(round.state().questions[0].used == 7 * 60);
  CHECK(round.view().deadline == begun + 9min);
  round.step(Round::Clock{}, now(9min));
  round.step(Round::Tick{{1}}, now(10min));
  const auto review = std::get<Round::Append>(round.step(Round::Mark{1}, now(3h)).at(0)).review;
  const auto sunday = std::chrono::sys_days{std::chrono::year{2026} / 10 / 25};
  CHECK(round.state().day == sunday - std::chrono::days{1});
  CHECK(round.state().begun == begun);
  CHECK(review.day == sunday);
}

TEST_CASE("rounds of no question and of one", "[round]") {
  const auto none = bank({}), one = bank({item("only")});
  auto empty = open(none);
  empty.step(Round::Begin{}, at(0s));
  CHECK(empty.view().phase == Phase::finished);
  auto round = open(one);
  CHECK(round.state().questions[0].budget == 540);
  round.step(Round::Begin{}, at(0s));
  answer(round, 0min);
  CHECK(round.view().phase == Phase::scoring);
  round.step(Round::Mark{3}, at(2min));
  CHECK(round.view().phase == Phase::finished);
}

TEST_CASE("items that left the bank are passed over, whether waiting, in view or to be scored", "[round]") {
  const auto whole = three();
  const auto without_a = bank({item("b"), item("c")});
  const auto without_b = bank({whole.items[0], item("c")});
  auto asked = in_phase(whole, Phase::answering);
  Round waiting{without_b, asked.state(), Random{3}, at(1s)};
  answer(waiting, 0min);
  CHECK(waiting.state().questions[waiting.state().current].item == "c");
  Round in_view{without_a, asked.state(), Random{3}, at(1s)};
  CHECK(in_view.state().questions[0].reach == Reach::gone);
  CHECK(in_view.view().item == 0u);
  Round to_score{without_a, scoring(whole).state(), Random{3}, at(4min)};
  CHECK(to_score.state().questions[0].reach == Reach::gone);
  CHECK(to_score.view().item == 0u);
  const auto none = bank({});
  Round nothing_left{none, scoring(whole).state(), Random{3}, at(4min)};
  CHECK(nothing_left.view().phase == Phase::finished);
}

TEST_CASE("a mark becomes a review; the candidate may override what is proposed", "[round]") {
  const auto bank = three();
  auto round = scoring(bank);
  round.step(Round::Tick{{7, 1, 2, 2, 3, 4, 5, 6}}, at(4min));
  CHECK(round.view().proposed == 3);
  const auto effects = round.step(Round::Mark{2}, at(5min));
  REQUIRE(effects.size() == 2);
  Review expected;
  expected.id = round.state().questions[0].review;
  expected.bank = "sample";
  expected.item = "a";
  expected.at = start + 5min;
  expected.day = monday;
  expected.rating = Rating::hard;
  expected.ticked = {1, 2, 3, 4, 5, 6, 7};
  expected.points = 10;
  expected.asked = point_keys(bank.items[0].points);
  expected.seconds = 60;
  expected.predicted = 3;
  expected.mode = Mode::round;
  expected.round = round.state().id;
  expected.answer = "said";
  CHECK(std::get<Round::Append>(effects[0]).review == expected);
  CHECK(expected.id.size() == 32);
}

TEST_CASE("undo takes back ticks, then the last mark, also of a finished round", "[round]") {
  const auto bank = three();
  auto round = scoring(bank);
  round.step(Round::Tick{{1}}, at(4min));
  round.step(Round::Undo{}, at(4min));
  CHECK(round.state().questions[0].ticked.empty());
  CHECK_FALSE(round.state().ticks_given);
  round.step(Round::Tick{{1}}, at(4min));
  for (const int mark : {1, 2, 3}) round.step(Round::Mark{mark}, at(4min));
  REQUIRE(round.view().phase == Phase::finished);
  for (const auto i : {2u, 1u, 0u}) {
    const auto review = round.state().questions[i].review;
    const auto effects = round.step(Round::Undo{}, at(5min));
    CHECK(std::get<Round::Retract>(effects.at(0)).review == review);
    CHECK(round.state().current == i);
    CHECK_FALSE(round.state().questions[i].mark);
    CHECK(round.state().questions[i].ticked.empty());
  }
  CHECK_FALSE(round.view().allows(Action::undo));
}

TEST_CASE("an abandoned round keeps what was scored", "[round]") {
  const auto bank = three();
  auto round = scoring(bank);
  round.step(Round::Tick{{1}}, at(4min));
  round.step(Round::Mark{4}, at(4min));
  CHECK(saves(round.step(Round::Abandon{}, at(4min))));
  CHECK(round.state().abandoned);
  CHECK(round.state().questions[0].mark == 4);
  CHECK_FALSE(round.state().questions[1].mark);
}
