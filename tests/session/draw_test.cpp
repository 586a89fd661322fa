#include "viva/session/draw.hpp"

#include <algorithm>
#include <cmath>

#include "bank/sample_bank.hpp"
#include "catch.hpp"

using namespace viva;
using namespace viva::sample;
using Strings = std::vector<std::string>;

namespace {

// Five beginner, four advanced and three scenario questions, of three minutes each.
Bank twelve() {
  std::vector<Item> items;
  for (const auto* id : {"b1", "b2", "b3", "b4", "b5"}) items.push_back(item(id, beginner, quantization));
  for (const auto* id : {"a1", "a2", "a3", "a4"}) items.push_back(item(id, advanced, pruning));
  for (const auto* id : {"s1", "s2", "s3"}) items.push_back(item(id, scenario, npu));
  auto made = bank(std::move(items));
  made.rounds = {{"screen", "Phone screen", 30, {{beginner, 2}, {advanced, 1}}},
                 {"scenario", "Scenario round", 45, {{scenario, 2}, {advanced, 1}}},
                 {"deep-dive", "Technical deep dive", 20, {{advanced, 3}}}};
  return made;
}

Draw draw(const Bank& bank, const DrawRequest& request) {
  return draw_round(bank, Progress(bank.items.size()), request, monday);
}

DrawRequest preset(std::string text, std::uint64_t seed = 0) {
  DrawRequest request;
  request.preset = std::move(text);
  request.seed = seed;
  return request;
}

DrawRequest questions(int count, std::uint64_t seed = 0) {
  DrawRequest request;
  request.questions = count;
  request.seed = seed;
  return request;
}

DrawRequest minutes(int count, std::uint64_t seed = 0) {
  DrawRequest request;
  request.seconds = 60 * count;
  request.seed = seed;
  return request;
}

DrawRequest of_tiers(DrawRequest request, Strings tiers) {
  request.filter.tiers = std::move(tiers);
  return request;
}

Strings ids(const Bank& bank, const Draw& draw) {
  CHECK(draw.errors == Strings{});
  Strings found;
  for (const auto i : draw.items) found.push_back(bank.items[i].id);
  return found;
}

int planned(const Bank& bank, const Draw& draw) {
  int sum = 0;
  for (const auto i : draw.items) sum += bank.items[i].minutes;
  return sum;
}

}  // namespace

TEST_CASE("the same seed draws the same round, wherever it is compiled", "[draw]") {
  const auto bank = twelve();
  CHECK(ids(bank, draw(bank, preset("screen", 1))) == Strings{"b4", "b5", "a1"});
  CHECK(ids(bank, draw(bank, preset("screen", 2))) == Strings{"b4", "b3", "a2"});
  CHECK(ids(bank, draw(bank, preset("scenario", 1))) == Strings{"s2", "s3", "a1"});
  CHECK(ids(bank, draw(bank, questions(5, 42))) == Strings{"b4", "b2", "b3", "a3", "s1"});
  CHECK(ids(bank, draw(bank, minutes(12, 42))) == Strings{"b4", "b2", "b3", "s1"});
  CHECK(ids(bank, draw(bank, of_tiers(questions(3, 7), {"advanced"}))) == Strings{"a2", "a3", "a1"});
}

TEST_CASE("a preset draws so many of each tier, in its order, and no question twice", "[draw]") {
  const auto bank = twelve();
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    CAPTURE(seed);
    const auto drawn = draw(bank, preset("scenario", seed));
    std::vector<std::size_t> tiers;
    for (const auto i : drawn.items) tiers.push_back(bank.items[i].tier);
    REQUIRE(tiers == std::vector<std::size_t>{scenario, scenario, advanced});
    REQUIRE(drawn.items[0] != drawn.items[1]);
  }
}

// A question that is drawn with probability p in each of n rounds is drawn np times, give or take
// sqrt(np(1-p)). A fair draw leaves 4.5 times that once in 150,000 questions; the seeds are fixed.
void check_evenly_drawn(const Bank& bank, DrawRequest request, const std::vector<double>& chances) {
  constexpr int rounds = 4000;
  std::vector<int> drawn(bank.items.size());
  for (request.seed = 0; request.seed < rounds; ++request.seed)
    for (const auto i : draw(bank, request).items) ++drawn[i];
  for (std::size_t i = 0; i < drawn.size(); ++i) {
    CAPTURE(i, drawn[i]);
    const double p = chances[i];
    CHECK(std::abs(drawn[i] - rounds * p) <= 4.5 * std::sqrt(rounds * p * (1 - p)));
  }
}

TEST_CASE("over many seeds each question that may be drawn is drawn about equally often", "[draw]") {
  const auto bank = twelve();
  const double b = 2. / 5, a = 1. / 4;
  check_evenly_drawn(bank, preset("screen"), {b, b, b, b, b, a, a, a, a, 0, 0, 0});
  check_evenly_drawn(bank, questions(3), std::vector<double>(12, 3. / 12));
  check_evenly_drawn(bank, minutes(15), std::vector<double>(12, 5. / 12));
  check_evenly_drawn(bank, of_tiers(questions(1), {"advanced", "scenario"}),
                     {0, 0, 0, 0, 0, 1. / 7, 1. / 7, 1. / 7, 1. / 7, 1. / 7, 1. / 7, 1. / 7});
}

TEST_CASE("the fairest seed draws what was asked least", "[draw]") {
  const auto bank = twelve();
  const Progress progress(bank.items.size());
  Random random{1};
  const std::vector<int> asked{1, 1, 1, 0, 0, 2, 2, 2, 0, 0, 0, 0};
  auto request = preset("screen");
  request.seed = fairest_seed(bank, progress, request, monday, asked, random);
  auto drawn = draw(bank, request).items;
  std::ranges::sort(drawn);
  CHECK(drawn == std::vector<std::size_t>{3, 4, 8});
}

TEST_CASE("round after round with the fairest seed, all questions get their turn", "[draw]") {
  const auto bank = twelve();
  const Progress progress(bank.items.size());
  std::vector<int> asked(bank.items.size());
  Random random{1};
  for (int round = 0; round < 20; ++round) {
    auto request = preset("screen");
    request.seed = fairest_seed(bank, progress, request, monday, asked, random);
    for (const auto i : draw(bank, request).items) ++asked[i];
  }
  CHECK(asked == std::vector<int>{8, 8, 8, 8, 8, 5, 5, 5, 5, 0, 0, 0});
}

TEST_CASE("where all were asked alike, the first seed is as fair as any", "[draw]") {
  auto bank = twelve();
  for (std::size_t i = 0; i < bank.items.size(); i += 2) bank.items[i].minutes = 10;
  const Progress progress(bank.items.size());
  const auto fairest = [&](int asked) {
    Random random{1};
    return fairest_seed(bank, progress, minutes(20), monday, std::vector<int>(bank.items.size(), asked),
                        random);
  };
  CHECK(fairest(1) == fairest(0));
  CHECK(fairest(7) == fairest(0));
}

TEST_CASE("a seed is at most six digits, also where nothing can be drawn", "[draw]") {
  const auto bank = twelve(), none = sample::bank({});
  Random random{1};
  for (int i = 0; i < 20; ++i) {
    CHECK(fairest_seed(bank, Progress(12), {}, monday, std::vector<int>(12), random) < 1'000'000);
    CHECK(fairest_seed(none, {}, {}, monday, {}, random) < 1'000'000);
  }
}

TEST_CASE("minutes are filled as far as the next question fits", "[draw]") {
  auto bank = twelve();
  CHECK(draw(bank, minutes(20)).items.size() == 6);
  CHECK(draw(bank, minutes(20)).seconds == 20 * 60);
  CHECK(draw(bank, minutes(3)).items.size() == 1);
  CHECK(draw(bank, minutes(2)).items.size() == 1);
  CHECK(draw(bank, minutes(60)).items.size() == 12);
  for (std::size_t i = 0; i < bank.items.size(); ++i) bank.items[i].minutes = static_cast<int>(1 + i % 5);
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    CAPTURE(seed);
    const int plan = planned(bank, draw(bank, minutes(20, seed)));
    REQUIRE(plan <= 20);
    REQUIRE(plan > 20 - 5);
  }
}

TEST_CASE("a number of questions takes the time they take, unless minutes say otherwise", "[draw]") {
  auto bank = twelve();
  const auto own = draw(bank, questions(4));
  CHECK(own.preset.empty());
  CHECK(own.name == "Round of your own");
  CHECK(own.items.size() == 4);
  CHECK(own.seconds == 12 * 60);
  auto both = questions(4);
  both.seconds = 90;
  CHECK(draw(bank, both).items.size() == 4);
  CHECK(draw(bank, both).seconds == 90);
  CHECK(draw(bank, questions(12)).items.size() == 12);
  const auto none = draw(bank, questions(0));
  CHECK(none.items.empty());
  CHECK(none.errors.empty());
  for (auto& one : bank.items) one.minutes = 60;
  CHECK(draw(bank, questions(12)).seconds == longest_round);
}

TEST_CASE("a round of one's own goes from the first tier to the last", "[draw]") {
  const auto bank = twelve();
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    const auto drawn = draw(bank, questions(8, seed));
    CHECK(std::ranges::is_sorted(drawn.items, {}, [&](std::size_t i) { return bank.items[i].tier; }));
  }
}

TEST_CASE("filters say what may be drawn; their count and order do not matter", "[draw]") {
  const auto bank = twelve();
  auto request = of_tiers(questions(3, 5), {"scenario"});
  const auto drawn = draw(bank, request);
  request.filter.count = 1;
  request.filter.order = Order::random;
  request.filter.seed = 9;
  CHECK(draw(bank, request).items == drawn.items);
  auto items = drawn.items;
  std::ranges::sort(items);
  CHECK(items == std::vector<std::size_t>{9, 10, 11});

  DrawRequest alone;
  alone.filter.topics = {"pruning"};
  CHECK(draw(bank, alone).name == "Round of your own");
  CHECK(draw(bank, alone).items.size() == 4);
  CHECK(draw(bank, alone).seconds == usual_round);

  Progress progress(bank.items.size());
  for (const auto i : {0u, 1u, 2u}) progress[i] = rated(Rating::good, monday);
  auto fresh = preset("screen");
  fresh.filter.fresh = true;
  auto unseen = draw_round(bank, progress, fresh, monday).items;
  unseen.resize(2);
  std::ranges::sort(unseen);
  CHECK(unseen == std::vector<std::size_t>{3, 4});
}

TEST_CASE("a preset is meant by its id, its name or the beginning of either", "[draw]") {
  const auto bank = twelve();
  for (const auto* text : {"screen", "SCREEN", "Phone screen", "scr", "phone"}) {
    CAPTURE(text);
    const auto drawn = draw(bank, preset(text));
    CHECK(drawn.preset == "screen");
    CHECK(drawn.name == "Phone screen");
    CHECK(drawn.seconds == 30 * 60);
    CHECK(drawn.items.size() == 3);
  }
  CHECK(draw(bank, preset("tech")).preset == "deep-dive");
  auto shorter = preset("screen");
  shorter.seconds = 600;
  CHECK(draw(bank, shorter).seconds == 600);
  CHECK(draw(bank, shorter).items.size() == 3);
}

TEST_CASE("an id spelled out is meant even where another begins with it", "[draw]") {
  auto bank = twelve();
  bank.rounds[1].id = "screen-2";
  CHECK(draw(bank, preset("screen")).preset == "screen");
}

TEST_CASE("with nothing given, the first preset, or without presets half an hour of one's own", "[draw]") {
  auto bank = twelve();
  CHECK(draw(bank, {}).preset == "screen");
  bank.rounds.clear();
  const auto own = draw(bank, {});
  CHECK(own.preset.empty());
  CHECK(own.items.size() == 10);
  CHECK(own.seconds == 30 * 60);
}

TEST_CASE("a draw that cannot be says why, and what to do", "[draw]") {
  auto bank = twelve();
  const auto errors = [&](const DrawRequest& request) { return draw(bank, request).errors; };
  CHECK(errors(preset("sc")) == Strings{"\"sc\" could be any of these rounds: screen, scenario"});
  CHECK(errors(preset("scren")) == Strings{"there is no round \"scren\"; did you mean \"screen\"?\n"
                                           "The rounds are: screen, scenario, deep-dive"});
  CHECK(errors(preset("xyz")) ==
        Strings{"there is no round \"xyz\"\nThe rounds are: screen, scenario, deep-dive"});
  auto both = preset("screen");
  both.questions = 3;
  CHECK(errors(both) ==
        Strings{"a preset says itself how many questions it draws; leave out --questions, or the preset"});
  CHECK(errors(of_tiers({}, {"nope"})) == Strings{"there is no tier \"nope\"\nThe tiers are: beginner, "
                                                  "advanced, scenario"});
  auto due = preset("screen");
  due.filter.due = true;
  CHECK(errors(due) == Strings{"no question is left: none of the 12 questions matches --due"});
}

TEST_CASE("a draw that cannot be filled says what is missing, of every tier", "[draw]") {
  auto bank = twelve();
  const auto errors = [&](const DrawRequest& request) { return draw(bank, request).errors; };
  auto narrow = preset("screen");
  narrow.filter.ids = {"b1", "s1"};
  CHECK(errors(narrow) ==
        Strings{"\"Phone screen\" draws 2 of Beginner, and only 1 can be drawn; use wider filters",
                "\"Phone screen\" draws 1 of Advanced, and none can be drawn; use wider filters"});
  bank.rounds[0].draw = {{beginner, 7}};
  CHECK(errors(preset("screen")) ==
        Strings{"\"Phone screen\" draws 7 of Beginner, and the bank has only 5; choose another round, or "
                "shape one with --minutes or --questions"});
  CHECK(errors(questions(13)) == Strings{"13 questions were asked for, and the bank has only 12; ask for "
                                         "fewer"});
  CHECK(errors(of_tiers(questions(4), {"scenario"})) ==
        Strings{"4 questions were asked for, and only 3 can be drawn; use wider filters"});
}

TEST_CASE("a bank without presets or without questions says so", "[draw]") {
  auto bank = twelve();
  bank.rounds.clear();
  CHECK(draw(bank, preset("screen")).errors ==
        Strings{"the bank has no round presets; shape a round with --minutes or --questions"});
  bank.items.clear();
  const Strings none{"no question is left: the bank has no questions"};
  CHECK(draw(bank, {}).errors == none);
  CHECK(draw(bank, questions(1)).errors == none);
  CHECK(draw(bank, preset("screen")).errors == none);
}

TEST_CASE("hostile text never fills the screen, nor reaches it", "[draw]") {
  auto bank = twelve();
  const auto error = [&](const std::string& text) {
    const auto errors = draw(bank, preset(text)).errors;
    REQUIRE(errors.size() == 1);
    return errors[0];
  };
  CHECK(error(std::string(10'000, 'x')).size() < 250);
  CHECK(error("\x1b[2J").starts_with("there is no round \"\u241b[2J\""));
  bank.rounds.clear();
  for (int i = 0; i < 100; ++i)
    bank.rounds.push_back({"r" + std::to_string(i), std::string(500, 'n'), 9, {}});
  CHECK(
      error("r") ==
      "\"r\" could be any of these rounds: r0, r1, r2, r3, r4, r5, r6, r7, r8, r9, r10, r11, r12, r13, r14, "
      "r15, r16, r17, r18, r19 and 80 more");
  bank.rounds = {{"long", std::string(10'000, 'n') + '\x1b', 30, {{beginner, 6}}}};
  bank.tiers[beginner].name = std::string(10'000, 't');
  const auto missing = error("long");
  CHECK(missing.size() < 300);
  CHECK(missing.find('\x1b') == std::string::npos);
}
