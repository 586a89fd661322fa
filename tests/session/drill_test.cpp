#include "viva/session/drill.hpp"

#include "catch.hpp"
#include "session/drill_session.hpp"

using namespace viva;
using namespace viva::sample;
using std::chrono::days;
using Action = Drill::Action;
using Phase = Drill::Phase;

namespace {

// An event's outcome: "+" a review is kept, "-" one is retracted, then where the drill stands; "no" where
// the event is not allowed, after making sure that it changed nothing.
std::string outcome(Session& session, const Drill::Event& event) {
  const auto before = session.view();
  const auto progress = session.drill.progress();
  session.now.day += days{2};  // not even the study day
  const auto effects = session.step(event);
  if (session.view() == before) {
    CHECK(effects.empty());
    CHECK(session.drill.progress() == progress);
    return "no";
  }
  std::string signs;
  for (const auto& effect : effects) signs += std::holds_alternative<Drill::Append>(effect) ? "+" : "-";
  return signs + session.place();
}

bool allows(const Session& session, const Drill::Event& event) {
  constexpr std::array actions{Action::reveal, Action::tick, Action::rate, Action::skip,
                               Action::undo,   Action::quit, Action::type};
  return session.view().allows(actions[event.index()]);
}

struct Row {
  std::string_view script, place;
  // after reveal, tick, a tick of a point that is not there, rate, skip, undo, quit, type
  std::array<std::string_view, 8> after;
};

void check_table(const std::vector<Item>& items, const std::vector<Row>& table) {
  const std::vector<Drill::Event> events{
      Drill::Reveal{"typed"}, Drill::Tick{{1}}, Drill::Tick{{1, 4}}, Drill::Rate{Rating::good},
      Drill::Skip{},          Drill::Undo{},    Drill::Quit{},       Drill::Type{"so far"}};
  for (const auto& [script, place, after] : table) {
    for (std::size_t i = 0; i < events.size(); ++i) {
      CAPTURE(script, i);
      Session session{items, script};
      REQUIRE(session.place() == place);
      const bool allowed = allows(session, events[i]);
      CHECK(outcome(session, events[i]) == after[i]);
      const bool no_such_point = i == 2;
      if (!no_such_point) CHECK(allowed == (after[i] != "no"));
    }
  }
}

}  // namespace

TEST_CASE("the table of phases and events", "[drill]") {
  check_table(
      {item("p", 3), item("b")},
      {
          // p has points, b has none
          {"", "p? 1/2", {"p. 1/2", "no", "no", "no", "b? 2/2", "no", "end 0/2", "p? 1/2"}},
          {"r", "p. 1/2", {"no", "p! 1/2", "no", "no", "b? 2/2", "no", "end 0/2", "no"}},
          {"ra", "p! 1/2", {"no", "p! 1/2", "no", "+b? 2/2", "b? 2/2", "p. 1/2", "end 0/2", "no"}},
          {"ra3", "b? 2/2", {"b! 2/2", "no", "no", "no", "end 2/2", "-p. 1/2", "end 1/2", "b? 2/2"}},
          {"ra3r", "b! 2/2", {"no", "no", "no", "+end 2/2", "end 2/2", "-p. 1/2", "end 1/2", "no"}},
          {"s", "b? 2/2", {"b! 2/2", "no", "no", "no", "end 2/2", "p? 1/2", "end 1/2", "b? 2/2"}},
          {"rs", "b? 2/2", {"b! 2/2", "no", "no", "no", "end 2/2", "p. 1/2", "end 1/2", "b? 2/2"}},
          {"sr", "b! 2/2", {"no", "no", "no", "+end 2/2", "end 2/2", "p? 1/2", "end 1/2", "no"}},
          {"ra1", "b? 2/3", {"b! 2/3", "no", "no", "no", "p? 3/3", "-p. 1/2", "end 1/3", "b? 2/3"}},
          {"ra1r3", "p? 3/3", {"p. 3/3", "no", "no", "no", "end 3/3", "-b! 2/3", "end 2/3", "p? 3/3"}},
          {"ra1r3ra", "p! 3/3", {"no", "p! 3/3", "no", "+end 3/3", "end 3/3", "p. 3/3", "end 2/3", "no"}},
          // with points missed, only those come again
          {"rt2", "b? 2/3", {"b! 2/3", "no", "no", "no", "p? 3/3", "-p. 1/2", "end 1/3", "b? 2/3"}},
          {"rt2r3", "p? 3/3", {"p. 3/3", "no", "no", "no", "end 3/3", "-b! 2/3", "end 2/3", "p? 3/3"}},
          {"rt2r3r", "p. 3/3", {"no", "p! 3/3", "no", "no", "end 3/3", "-b! 2/3", "end 2/3", "no"}},
          {"rt2r3ra", "p! 3/3", {"no", "p! 3/3", "no", "+end 3/3", "end 3/3", "p. 3/3", "end 2/3", "no"}},
          {"rt2r3ra3", "end 3/3", {"no", "no", "no", "no", "no", "-p. 3/3", "no", "no"}},
          {"rt2r3ra1", "end 3/3", {"no", "no", "no", "no", "no", "-p. 3/3", "no", "no"}},
          {"rt2r3s", "end 3/3", {"no", "no", "no", "no", "no", "p? 3/3", "no", "no"}},
          {"rt2r3rs", "end 3/3", {"no", "no", "no", "no", "no", "p. 3/3", "no", "no"}},
          {"rt2r3q", "end 2/3", {"no", "no", "no", "no", "no", "-b! 2/3", "no", "no"}},
          {"rt3", "b? 2/3", {"b! 2/3", "no", "no", "no", "p? 3/3", "-p. 1/2", "end 1/3", "b? 2/3"}},
          {"ra2", "b? 2/2", {"b! 2/2", "no", "no", "no", "end 2/2", "-p. 1/2", "end 1/2", "b? 2/2"}},
          {"ra3r3", "end 2/2", {"no", "no", "no", "no", "no", "-b! 2/2", "no", "no"}},
          {"ra3s", "end 2/2", {"no", "no", "no", "no", "no", "b? 2/2", "no", "no"}},
          {"q", "end 0/2", {"no", "no", "no", "no", "no", "no", "no", "no"}},
          {"raq", "end 0/2", {"no", "no", "no", "no", "no", "no", "no", "no"}},
          {"ra3q", "end 1/2", {"no", "no", "no", "no", "no", "-p. 1/2", "no", "no"}},
          {"sq", "end 1/2", {"no", "no", "no", "no", "no", "p? 1/2", "no", "no"}},
      });
  check_table({}, {{"", "end 0/0", {"no", "no", "no", "no", "no", "no", "no", "no"}}});
  check_table({item("b")},
              {
                  {"", "b? 1/1", {"b! 1/1", "no", "no", "no", "end 1/1", "no", "end 0/1", "b? 1/1"}},
                  {"r", "b! 1/1", {"no", "no", "no", "+end 1/1", "end 1/1", "no", "end 0/1", "no"}},
                  {"r1", "b? 2/2", {"b! 2/2", "no", "no", "no", "end 2/2", "-b! 1/1", "end 1/2", "b? 2/2"}},
                  {"r1r1", "end 2/2", {"no", "no", "no", "no", "no", "-b! 2/2", "no", "no"}},
              });
}

TEST_CASE("a tick again after the same tick is allowed and leaves all as it is", "[drill]") {
  Session session{{item("p", 3)}, "rt"};
  CHECK(session.view().ticked == std::vector<int>{1});
  const auto before = session.view();
  CHECK(session.step(Drill::Tick{{1}}).empty());
  CHECK(session.view() == before);
}

TEST_CASE("what there is to show is allowed once the hint is", "[drill]") {
  const auto allowed = [](Item shown) {
    Session session{{std::move(shown)}};
    CHECK_FALSE(session.view().allows(Action::answer));
    CHECK_FALSE(session.view().allows(Action::follow_ups));
    session.play("r");
    return std::pair{session.view().allows(Action::answer), session.view().allows(Action::follow_ups)};
  };
  auto with = [](auto member, auto value) {
    auto made = item("p", 1);
    made.*member = value;
    return made;
  };
  CHECK(allowed(item("p")) == std::pair{false, false});
  CHECK(allowed(with(&Item::answer, "So.")) == std::pair{true, false});
  CHECK(allowed(with(&Item::pitfalls, std::vector<std::string>{"Not so."})) == std::pair{true, false});
  CHECK(allowed(with(&Item::references, std::vector<Reference>{{"A", "https://a"}})) ==
        std::pair{true, false});
  CHECK(allowed(with(&Item::follow_ups, std::vector<std::string>{"Why?"})) == std::pair{false, true});
}

TEST_CASE("a drill of nothing is finished, and its summary is empty", "[drill]") {
  const Session session{{}};
  CHECK(session.view().allowed.empty());
  CHECK(session.view().summary == Drill::Summary{});
}

TEST_CASE("a rated answer leaves as a review with all there is to keep", "[drill]") {
  Session session{{item("kv", 4)}};
  session.step(Drill::Reveal{"keys and values"}, 61'999ms);
  session.step(Drill::Tick{{3, 1, 3}}, 5s);
  const auto effects = session.step(Drill::Rate{Rating::easy}, 1s);
  REQUIRE(effects.size() == 1);
  Review expected;
  expected.id = session.log.reviews.at(0).id;
  expected.bank = "sample";
  expected.item = "kv";
  expected.at = Instant{wednesday + 18h + 67'999ms};
  expected.day = wednesday;
  expected.rating = Rating::easy;
  expected.ticked = {1, 3};
  expected.points = 4;
  expected.asked = {"Point 1", "Point 2", "Point 3", "Point 4"};
  expected.seconds = 61;
  expected.mode = Mode::drill;
  expected.answer = "keys and values";
  CHECK(std::get<Drill::Append>(effects[0]).review == expected);
  const auto returns = due(*session.drill.progress()[0]);
  CHECK(session.view().rated == Drill::Rated{expected.id, 0, Rating::easy, returns, 2});
  CHECK(session.drill.progress() == session.log.replayed(session.bank));
}

TEST_CASE("an item without points is rated directly, without a proposal", "[drill]") {
  Session session{{item("kv")}, "r"};
  CHECK(session.view().phase == Phase::rating);
  CHECK(session.view().proposed == std::nullopt);
  session.play("3");
  CHECK(session.log.reviews.at(0).points == 0);
  CHECK(session.log.reviews.at(0).ticked.empty());
}

TEST_CASE("the rating proposed goes by the points ticked, and is shown only once they are", "[drill]") {
  const auto proposed = [](std::vector<int> points) {
    Session session{{item("kv", 5)}, "r"};
    CHECK(session.view().proposed == std::nullopt);
    session.step(Drill::Tick{std::move(points)});
    return session.view().proposed;
  };
  CHECK(proposed({}) == Rating::again);
  CHECK(proposed({1, 5}) == Rating::again);
  CHECK(proposed({1, 2, 5}) == Rating::hard);
  CHECK(proposed({1, 2, 4, 5}) == Rating::good);
  CHECK(proposed({1, 2, 3, 4, 5}) == Rating::good);
  CHECK(proposed({2, 2, 2, 2, 2}) == Rating::again);
}

TEST_CASE("the candidate may override the proposal, and tick anew before that", "[drill]") {
  Session session{{item("kv", 2)}, "rt"};
  CHECK(session.view().proposed == Rating::hard);
  session.step(Drill::Tick{{2}});
  CHECK(session.view().ticked == std::vector<int>{2});
  session.step(Drill::Tick{{}});
  CHECK(session.view().proposed == Rating::again);
  session.play("4");
  CHECK(session.log.reviews.at(0).rating == Rating::easy);
  CHECK(session.log.reviews.at(0).ticked.empty());
}

TEST_CASE("a tick of a point that is not there ticks nothing", "[drill]") {
  for (const auto& points : {std::vector<int>{0}, {-1}, {4}, {1, 2, 3, 4}}) {
    Session session{{item("kv", 3)}, "r"};
    CHECK(outcome(session, Drill::Tick{points}) == "no");
    session.play("a");
    CHECK(outcome(session, Drill::Tick{points}) == "no");
  }
}

TEST_CASE("an item rated Again comes back once more, at the end, and only once", "[drill]") {
  Session session{{item("a"), item("b")}, "r1"};
  CHECK(session.view().rated->once_more == 1);
  CHECK(session.place() == "b? 2/3");
  CHECK_FALSE(session.view().repeated);
  session.play("r3");
  CHECK(session.place() == "a? 3/3");
  CHECK(session.view().repeated);
  session.play("r1");
  CHECK(session.view().rated->once_more == 0);
  CHECK(session.place() == "end 3/3");
  CHECK(session.log.reviews.size() == 3);
}

TEST_CASE("the second turn of an item begins afresh: no answer, no ticks, its own time", "[drill]") {
  Session session{{item("a", 2)}};
  session.step(Drill::Reveal{"first answer"});
  session.play("t1");
  CHECK(session.view().ticked.empty());
  session.play("ra3");
  CHECK(session.log.reviews.at(0).answer == "first answer");
  CHECK(session.log.reviews.at(1).answer.empty());
  CHECK(session.log.reviews.at(1).ticked == std::vector<int>{1});
  CHECK(session.log.reviews.at(1).seconds == 10);
}

TEST_CASE("without points, Hard, Good and Easy do not come back", "[drill]") {
  CHECK(Session({item("a"), item("b"), item("c")}, "r2r3r4").place() == "end 3/3");
}

TEST_CASE("a second turn can be skipped: the item stays rated Again and is not counted twice", "[drill]") {
  const Session session{{item("a")}, "r1s"};
  CHECK(session.place() == "end 2/2");
  const auto summary = session.view().summary.value();
  CHECK(summary.items == 1);
  CHECK(summary.skipped == 0);
  CHECK(summary.left == 0);
  CHECK(summary.ratings == std::map<Rating, std::size_t>{{Rating::again, 1}});
}

TEST_CASE("what a view says of the last rating stays until something changes", "[drill]") {
  Session session{{item("a"), item("b", 1)}, "r3"};
  REQUIRE(session.view().rated);
  CHECK(session.view().rated->item == 0);
  session.play("3at");  // not allowed
  CHECK(session.view().rated);
  session.play("r");
  CHECK_FALSE(session.view().rated);
  session.play("a3");
  CHECK(session.view().rated->item == 1);
  CHECK(session.view().phase == Phase::finished);
}

TEST_CASE("when an item would return, for each rating, is what happens when it is rated", "[drill]") {
  const std::vector<std::optional<ItemProgress>> histories{std::nullopt, rated(Rating::again, wednesday),
                                                           rated(Rating::good, monday),
                                                           rated(Rating::easy, monday - days{200})};
  for (const auto& before : histories)
    for (const char rating : {'1', '2', '3', '4'}) {
      Session session{{item("a")}, {before}};
      CHECK(session.view().returns == std::array<std::optional<Day>, 4>{});
      session.play("r");
      const auto returns = session.view().returns;
      session.play({&rating, 1});
      CHECK(session.view().rated->returns == returns[static_cast<std::size_t>(rating - '1')]);
      CHECK(due(*session.drill.progress()[0]) == session.view().rated->returns);
    }
  CHECK(Session({item("a")}, "r").view().returns ==
        std::array<std::optional<Day>, 4>{wednesday + days{1}, wednesday + days{1}, wednesday + days{2},
                                          wednesday + days{8}});
}

TEST_CASE("due and new items are drilled, others practised", "[drill]") {
  Session session{{item("new"), item("due"), item("ahead")},
                  {std::nullopt, rated(Rating::good, monday), rated(Rating::easy, tuesday)}};
  std::vector<Mode> modes;
  for (int i = 0; i < 3; ++i) {
    modes.push_back(session.view().mode);
    session.play("r1");
  }
  CHECK(modes == std::vector{Mode::drill, Mode::drill, Mode::practice});
  // A second turn is part of the first, though the item is not due any more.
  session.play("r3r3r3");
  for (std::size_t i = 0; i < 6; ++i) CHECK(session.log.reviews.at(i).mode == modes[i % 3]);
}

TEST_CASE("past 04:00 a drill goes on in the new study day", "[drill]") {
  Session session{
      {item("a"), item("b"), item("c")}, {std::nullopt, std::nullopt, rated(Rating::good, tuesday)}, "r3"};
  const auto thursday = wednesday + days{1};
  session.now.day = thursday;  // c is due by now
  session.play("r");
  CHECK(session.view().returns[2] == thursday + days{2});
  session.play("3");
  CHECK(session.view().mode == Mode::drill);
  session.play("r3");
  CHECK(session.log.reviews.at(0).day == wednesday);
  CHECK(session.log.reviews.at(1).day == thursday);
  CHECK(session.log.reviews.at(2).mode == Mode::drill);
  CHECK(session.drill.progress()[1] == rated(Rating::good, thursday));
  CHECK(session.drill.progress() ==
        Progress{rated(Rating::good, wednesday), rated(Rating::good, thursday), [] {
                   auto c = rated(Rating::good, tuesday);
                   add(c, Rating::good, wednesday + days{1});
                   return c;
                 }()});
}

TEST_CASE("seconds run from question to hint, whole ones, never negative, at most a day", "[drill]") {
  const auto seconds = [](std::chrono::milliseconds answering, std::chrono::milliseconds rating) {
    Session session{{item("a"), item("b")}, "r3"};
    session.step(Drill::Reveal{}, answering);
    session.step(Drill::Rate{Rating::good}, rating);
    return session.log.reviews.at(1).seconds;
  };
  CHECK(seconds(0s, 0s) == 0);
  CHECK(seconds(1999ms, 1ms) == 1);
  CHECK(seconds(90s, 30s) == 90);
  CHECK(seconds(-3600s, 90s) == 0);
  CHECK(seconds(100h, 0s) == 86400);
}

TEST_CASE("the clock of a question stands while it is ticked and rated", "[drill]") {
  Session session{{item("a", 2), item("b")}};
  const auto clock = [&] { return session.drill.seconds(session.now.at); };
  session.now.at += 20s;
  CHECK(clock() == 20);
  session.step(Drill::Reveal{}, 5s);
  session.now.at += 100s;
  CHECK(clock() == 25);
  session.step(Drill::Tick{{1}});
  session.now.at += 100s;
  CHECK(clock() == 25);
  session.step(Drill::Rate{Rating::good});
  CHECK(clock() == 0);
  CHECK(session.log.reviews.at(0).seconds == 25);
  session.step(Drill::Undo{}, 7s);
  CHECK(clock() == 25);
}

TEST_CASE("ids are 32 hexadecimal digits, no two alike, the same for a seed", "[drill]") {
  const auto ids = [] {
    Session session{{item("a"), item("b"), item("c")}, "r1r1r1r3r3r3"};
    std::vector<std::string> all;
    for (const auto& review : session.log.reviews) all.push_back(review.id);
    return all;
  };
  auto all = ids();
  CHECK(all == ids());
  REQUIRE(all.size() == 6);
  for (const auto& id : all) {
    CHECK(id.size() == 32);
    CHECK(id.find_first_not_of("0123456789abcdef") == std::string::npos);
  }
  std::ranges::sort(all);
  CHECK(std::ranges::adjacent_find(all) == all.end());
}

TEST_CASE("a rating given anew after undo has an id of its own", "[drill]") {
  Session session{{item("a")}, "r3"};
  const auto first = session.log.reviews.at(0).id;
  session.play("u3");
  CHECK(session.log.reviews.at(0).id != first);
}

TEST_CASE("the summary: the first answer to each item counts, and what was missed twice comes first",
          "[drill]") {
  Session session{{item("a", 2), item("b", 3), item("c"), item("d"), item("e")}};
  session.play("rt1");  // a: point 1, Again
  session.play("rt2");  // b: point 1, Hard
  session.play("r4");   // c: Easy
  session.play("s");    // d
  session.play("s");    // e
  session.play("ra3");  // a once more: its second point
  session.play("rt3");  // b once more: its second point, not its third
  CHECK(session.place() == "end 7/7");
  Drill::Summary expected;
  expected.items = 3;
  expected.ratings = {{Rating::again, 1}, {Rating::hard, 1}, {Rating::easy, 1}};
  expected.skipped = 2;
  expected.seconds = 5 * 10;
  expected.points_made = 2;
  expected.points = 5;
  expected.missed = {{1, 2, true}, {0, 1, false}, {1, 1, false}};
  for (const std::size_t i : {0u, 1u, 2u}) ++expected.returns[due(*session.drill.progress()[i])];
  CHECK(session.view().summary == expected);
}

TEST_CASE("the summary of a drill that was stopped says what is left", "[drill]") {
  const Session stopped{{item("a", 1), item("b"), item("c"), item("d")}, "rt1srq"};
  Drill::Summary expected;
  expected.items = 1;
  expected.ratings = {{Rating::again, 1}};
  expected.skipped = 1;
  expected.left = 2;  // c, though its hint was read, and d; not the second turn of a
  expected.seconds = 10;
  expected.points_made = 1;
  expected.points = 1;
  expected.returns = {{wednesday + days{1}, 1}};
  CHECK(stopped.view().summary == expected);
}

TEST_CASE("quitting keeps what was rated, in every phase", "[drill]") {
  for (const auto* script : {"rt3q", "rt3rq", "rt3raq"}) {
    const Session session{{item("a", 1), item("b", 1)}, script};
    CHECK(session.place() == "end 1/2");
    CHECK(session.log.reviews.size() == 1);
    CHECK(session.view().summary->items == 1);
    CHECK(session.view().summary->left == 1);
    CHECK(session.drill.progress() == session.log.replayed(session.bank));
  }
}
