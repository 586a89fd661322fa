#include "catch.hpp"
#include "session/drill_session.hpp"

using namespace viva;
using namespace viva::sample;
using std::chrono::days;
using Phase = Drill::Phase;

TEST_CASE("undo of ticks goes back to the points and leaves earlier ratings alone", "[drill]") {
  Session session{{item("a"), item("b", 3)}, "r3ra"};
  CHECK(session.step(Drill::Undo{}).empty());
  CHECK(session.place() == "b. 2/2");
  CHECK(session.view().ticked.empty());
  CHECK(session.log.reviews.size() == 1);
}

TEST_CASE("undo of a rating retracts its review and asks for the rating again", "[drill]") {
  const Progress before{ticked({1, 2, 3}, 3, monday), std::nullopt};
  Session session{{item("a", 3), item("b")}, before, "ra"};
  session.play("4");
  const auto id = session.log.reviews.at(0).id;
  const auto effects = session.step(Drill::Undo{});
  REQUIRE(effects.size() == 1);
  CHECK(std::get<Drill::Retract>(effects[0]).review == id);
  CHECK(std::get<Drill::Retract>(effects[0]).at == session.now.at);
  CHECK(session.place() == "a. 1/2");
  CHECK(session.view().ticked.empty());
  CHECK_FALSE(session.view().rated);
  CHECK(session.drill.progress() == before);
  CHECK(session.log.reviews.empty());
}

TEST_CASE("undo of a first rating makes the item new again", "[drill]") {
  const Session session{{item("a")}, "r3u"};
  CHECK(session.drill.progress() == Progress{std::nullopt});
  CHECK(session.view().mode == Mode::drill);
}

TEST_CASE("undo keeps the typed answer and adds up the time of the item, neither of its rating nor of others",
          "[drill]") {
  Session session{{item("a"), item("b")}};
  session.step(Drill::Reveal{"typed"}, 30s);
  session.step(Drill::Rate{Rating::good}, 10s);
  session.step(Drill::Undo{}, 100s);  // b was in view
  session.step(Drill::Rate{Rating::hard}, 5s);
  REQUIRE(session.log.reviews.size() == 1);
  CHECK(session.log.reviews[0].answer == "typed");
  CHECK(session.log.reviews[0].rating == Rating::hard);
  CHECK(session.log.reviews[0].seconds == 30);
  session.step(Drill::Reveal{}, 1s);
  session.step(Drill::Rate{Rating::good}, 1s);
  CHECK(session.log.reviews[1].seconds == 101);
}

TEST_CASE("undo while the next answer is in hand keeps that answer too", "[drill]") {
  for (const int points : {0, 2}) {
    Session session{{item("a"), item("b", points)}, "r3"};
    session.step(Drill::Reveal{"in hand"});
    session.play("u");
    CHECK(session.place() == "a! 1/2");
    session.play("2");
    CHECK(session.place() == (points == 0 ? "b! 2/2" : "b. 2/2"));
    session.play("a3");
    CHECK(session.log.reviews.at(1).answer == "in hand");
    CHECK(session.log.reviews.at(1).seconds == 10);
  }
}

TEST_CASE("undo of Again takes its second turn away", "[drill]") {
  Session session{{item("a"), item("b")}, "r1u"};
  CHECK(session.place() == "a! 1/2");
  session.play("3r3");
  CHECK(session.place() == "end 2/2");
}

TEST_CASE("Again, given anew after undo, comes back once and not twice", "[drill]") {
  Session session{{item("a"), item("b")}, "r1u1"};
  CHECK(session.place() == "b? 2/3");
  session.play("r3r3");
  CHECK(session.place() == "end 3/3");
}

TEST_CASE("undo of the second turn leaves the first as it was", "[drill]") {
  Session session{{item("a")}, "r1r3"};
  const auto effects = session.step(Drill::Undo{});
  CHECK(effects.size() == 1);
  CHECK(session.place() == "a! 2/2");
  CHECK(session.view().repeated);
  CHECK(session.drill.progress() == Progress{rated(Rating::again, wednesday)});
  session.play("u");
  CHECK(session.place() == "a! 1/1");
  CHECK_FALSE(session.view().repeated);
  CHECK(session.drill.progress() == Progress{std::nullopt});
}

TEST_CASE("undo twice takes back the last two ratings, the later one first", "[drill]") {
  Session session{{item("a"), item("b"), item("c")}, "r1r1"};
  const auto first = session.log.reviews.at(0).id, second = session.log.reviews.at(1).id;
  CHECK(std::get<Drill::Retract>(session.step(Drill::Undo{}).at(0)).review == second);
  CHECK(session.place() == "b! 2/4");
  CHECK(std::get<Drill::Retract>(session.step(Drill::Undo{}).at(0)).review == first);
  CHECK(session.place() == "a! 1/3");
  CHECK_FALSE(session.view().allows(Drill::Action::undo));
  session.play("3r3r3");
  CHECK(session.place() == "end 3/3");
}

TEST_CASE("undo right after a skip brings the skipped item back and retracts nothing", "[drill]") {
  Session session{{item("a"), item("b"), item("c")}, "r3"};
  session.step(Drill::Reveal{"half an answer"});
  session.play("s");
  CHECK(session.place() == "c? 3/3");
  CHECK(session.step(Drill::Undo{}).empty());
  CHECK(session.place() == "b! 2/3");
  CHECK(session.log.reviews.size() == 1);
  session.play("3");
  CHECK(session.log.reviews.at(1).answer == "half an answer");
  CHECK(session.log.reviews.at(1).seconds == 10);  // up to the hint
}

TEST_CASE("undo goes back through ratings and skips in turn", "[drill]") {
  Session session{{item("a"), item("b"), item("c"), item("d")}, "sr3sr1"};
  std::vector<std::string> places{session.place()};
  while (session.view().allows(Drill::Action::undo)) {
    session.play("u");
    places.push_back(session.place());
  }
  CHECK(places == std::vector<std::string>{"d? 5/5", "d! 4/4", "c? 3/4", "b! 2/4", "a? 1/4"});
}

TEST_CASE("undo when finished takes the drill up again", "[drill]") {
  Session session{{item("a"), item("b")}, "r3r3"};
  CHECK(session.view().phase == Phase::finished);
  session.play("u");
  CHECK(session.place() == "b! 2/2");
  CHECK_FALSE(session.view().summary);
  session.play("4");
  CHECK(session.view().summary->ratings ==
        std::map<Rating, std::size_t>{{Rating::good, 1}, {Rating::easy, 1}});
}

TEST_CASE("undo after quitting takes the drill up again, with the item that was in view", "[drill]") {
  Session session{{item("a"), item("b")}, "r3"};
  session.step(Drill::Reveal{"in hand"});
  session.play("q");
  session.step(Drill::Undo{}, 1000s);
  CHECK(session.place() == "a! 1/2");
  session.play("3");
  CHECK(session.place() == "b! 2/2");
  session.play("3");
  CHECK(session.log.reviews.at(1).answer == "in hand");
  CHECK(session.log.reviews.at(1).seconds == 10);  // up to the hint
}

TEST_CASE("what was taken back is told until the next event", "[drill]") {
  Session session{{item("p", 3), item("b")}, "ra"};
  session.play("u");
  CHECK_FALSE(session.view().undone);  // only ticks
  session.play("a3u");
  CHECK(session.view().undone == 0);
  session.play("s");
  CHECK_FALSE(session.view().undone);
  session.play("r");  // an item without points: undo is of the skip before, though it is being rated
  session.play("u");
  CHECK(session.view().undone == 0);
}

TEST_CASE("undo on the next study day keeps the item's progress and rates for the new day", "[drill]") {
  Session session{{item("a")}, {rated(Rating::good, monday)}, "r3"};
  session.now.day += days{1};
  session.play("u");
  CHECK(session.drill.progress() == Progress{rated(Rating::good, monday)});
  session.play("3");
  auto expected = rated(Rating::good, monday);
  add(expected, Rating::good, wednesday + days{1});
  CHECK(session.drill.progress() == Progress{expected});
}
