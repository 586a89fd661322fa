// What was missed comes once more before a drill ends: only that, and once.
#include "catch.hpp"
#include "session/drill_session.hpp"

using namespace viva;
using namespace viva::sample;
using std::chrono::days;
using Phase = Drill::Phase;
using Points = std::vector<std::size_t>;

namespace {

// Ticks these places, from 1, and gives this rating.
void answer(Session& session, std::vector<int> ticks, char rating) {
  session.play("r");
  session.step(Drill::Tick{std::move(ticks)});
  session.play({&rating, 1});
}

}  // namespace

TEST_CASE("points that were missed come once more, without the others, numbered anew", "[drill]") {
  Session session{{item("a", 4), item("b")}};
  CHECK(session.view().asked == Points{0, 1, 2, 3});
  answer(session, {1, 3}, '2');
  CHECK(session.view().rated->once_more == 2);
  CHECK(session.place() == "b? 2/3");
  CHECK(session.view().asked.empty());
  session.play("r3");
  CHECK(session.place() == "a? 3/3");
  CHECK(session.view().repeated);
  CHECK(session.view().asked == Points{1, 3});

  session.play("r");
  CHECK(session.step(Drill::Tick{{3}}).empty());
  CHECK(session.view().phase == Phase::points);  // there is no third one
  session.step(Drill::Tick{{2}});
  CHECK(session.view().ticked == std::vector{2});
  CHECK(session.view().proposed == Rating::hard);  // one of two
  session.play("2");
  CHECK(session.place() == "end 3/3");
  const auto& review = session.log.reviews.at(2);
  CHECK(review.asked == PointKeys{"Point 2", "Point 4"});
  CHECK(review.points == 2);
  CHECK(review.ticked == std::vector{2});
  CHECK(session.drill.progress() == session.log.replayed(session.bank));
}

TEST_CASE("what comes once more", "[drill]") {
  const auto asked_again = [](int points, std::vector<int> ticks, char rating) {
    Session session{{item("a", points)}};
    if (points > 0)
      answer(session, std::move(ticks), rating);
    else
      session.play(std::string{'r', rating});
    return session.view().phase == Phase::finished ? std::optional<Points>{} : session.view().asked;
  };
  CHECK(asked_again(3, {1, 2, 3}, '3') == std::nullopt);
  CHECK(asked_again(3, {1, 2, 3}, '2') == std::nullopt);
  CHECK(asked_again(3, {1, 2, 3}, '1') == Points{0, 1, 2});  // Again without a miss: the whole
  CHECK(asked_again(3, {1, 2}, '1') == Points{2});
  CHECK(asked_again(3, {1, 2}, '3') == Points{2});
  CHECK(asked_again(3, {1, 2}, '4') == Points{2});
  CHECK(asked_again(3, {}, '1') == Points{0, 1, 2});
  CHECK(asked_again(0, {}, '1') == Points{});
  CHECK(asked_again(0, {}, '2') == std::nullopt);
}

TEST_CASE("missed points come back after all others, in the order in which they were missed", "[drill]") {
  Session session{{item("a", 2), item("b", 1), item("c", 2)}};
  answer(session, {2}, '2');
  answer(session, {1}, '3');
  answer(session, {}, '1');
  CHECK(session.place() == "a? 4/5");
  CHECK(session.view().asked == Points{0});
  answer(session, {}, '1');
  CHECK(session.view().rated->once_more == 0);  // once is enough
  CHECK(session.place() == "c? 5/5");
  CHECK(session.view().asked == Points{0, 1});
  answer(session, {1}, '1');
  CHECK(session.place() == "end 5/5");
}

TEST_CASE("the repetition does not put off when an item comes back", "[drill]") {
  Session session{{item("a", 4)}};
  answer(session, {1, 2, 3}, '2');
  const auto once = due(*session.drill.progress()[0]);
  answer(session, {1}, '3');
  const auto& progress = *session.drill.progress()[0];
  CHECK(due(progress) == once);
  CHECK(share_made(progress) == 75);
  CHECK(progress.rating == Rating::hard);
  CHECK_FALSE(progress.points[3].known);
  CHECK(progress.points[3].times == 2);
  CHECK(session.view().rated->returns == once);
}

TEST_CASE("the repetition can be skipped and brought back", "[drill]") {
  Session session{{item("a", 3)}};
  answer(session, {1}, '1');
  session.step(Drill::Reveal{"half a sentence"});
  session.play("s");
  CHECK(session.place() == "end 2/2");
  const auto summary = session.view().summary.value();
  CHECK(summary.items == 1);
  CHECK(summary.skipped == 0);
  CHECK(summary.left == 0);
  CHECK(summary.missed == std::vector<Drill::Summary::Missed>{{0, 1, false}, {0, 2, false}});
  CHECK(summary.unrated == std::vector<std::string>{"half a sentence"});
  session.play("u");
  CHECK(session.place() == "a. 2/2");
  CHECK(session.view().asked == Points{1, 2});
  CHECK(session.view().answer == "half a sentence");
}

TEST_CASE("undo goes back over the repetition, and asks for what is missed then", "[drill]") {
  Session session{{item("a", 3), item("b")}};
  answer(session, {1}, '1');
  session.play("r3");
  answer(session, {2}, '2');
  CHECK(session.place() == "end 3/3");
  session.play("u");
  CHECK(session.place() == "a. 3/3");
  CHECK(session.view().asked == Points{1, 2});
  session.step(Drill::Undo{});
  CHECK(session.place() == "b! 2/3");
  session.step(Drill::Undo{});
  CHECK(session.place() == "a. 1/2");
  CHECK(session.view().asked == Points{0, 1, 2});
  CHECK(session.log.reviews.empty());
  CHECK(session.drill.progress() == Progress{std::nullopt, std::nullopt});
  session.step(Drill::Tick{{2, 3}});
  session.play("23");
  CHECK(session.place() == "a? 3/3");
  CHECK(session.view().asked == Points{0});
}

TEST_CASE("what was typed to a repetition that was taken back comes back with it", "[drill]") {
  Session session{{item("a", 2)}};
  answer(session, {1}, '2');
  session.step(Drill::Type{"the second one"});
  session.play("u");
  CHECK(session.place() == "a. 1/1");
  session.step(Drill::Tick{{1}});
  session.play("2");
  CHECK(session.place() == "a? 2/2");
  CHECK(session.view().answer == "the second one");
}

TEST_CASE("of what was missed, what was missed twice comes first", "[drill]") {
  Session session{{item("a", 3), item("b", 2)}};
  answer(session, {2}, '1');
  answer(session, {1}, '2');
  answer(session, {1}, '2');  // of a the first and third: the third is missed again
  answer(session, {}, '1');
  const auto summary = session.view().summary.value();
  CHECK(summary.missed == std::vector<Drill::Summary::Missed>{{0, 2, true}, {1, 1, true}, {0, 0, false}});
  CHECK(summary.points_made == 2);
  CHECK(summary.points == 5);
  CHECK(summary.ratings == std::map<Rating, std::size_t>{{Rating::again, 1}, {Rating::hard, 1}});
}

TEST_CASE("when an item comes back may be known by others than the drill", "[drill]") {
  const auto bank = sample::bank({item("a", 2), item("b")});
  const Now now{Instant{wednesday + 18h}, wednesday};
  const auto planned = [](const Progress& progress, std::size_t item) {
    return progress[item]->rating == Rating::easy ? std::nullopt
                                                  : std::optional{progress[item]->last + days{4}};
  };
  Drill drill{bank, Progress(2), {0, 1}, Random{1}, now, default_model(), planned};
  drill.step(Drill::Reveal{}, now);
  drill.step(Drill::Tick{{1}}, now);
  const std::optional<Day> planned_day = wednesday + days{4};
  CHECK(drill.view().returns ==
        std::array<std::optional<Day>, 4>{planned_day, planned_day, planned_day, std::nullopt});
  drill.step(Drill::Rate{Rating::hard}, now);
  CHECK(drill.view().rated->returns == wednesday + days{4});
  drill.step(Drill::Quit{}, now);
  CHECK(drill.view().summary->returns == std::map<std::optional<Day>, std::size_t>{{planned_day, 1}});
}

TEST_CASE("a drill asks with the model that it is given", "[drill]") {
  MemoryModel sceptic = default_model();
  sceptic.parameters = [] {
    auto w = fsrs::defaults().w;
    w[2] = 5;  // first stability after Good
    return fsrs::Parameters{w};
  }();
  const auto bank = sample::bank({item("a")});
  const Now now{Instant{wednesday + 18h}, wednesday};
  Drill drill{bank, Progress(1), {0}, Random{1}, now, sceptic};
  drill.step(Drill::Reveal{}, now);
  drill.step(Drill::Rate{Rating::good}, now);
  CHECK(drill.view().rated->returns == wednesday + days{5});
}
