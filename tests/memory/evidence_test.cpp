#include "viva/memory/evidence.hpp"

#include "bank/sample_bank.hpp"
#include "catch.hpp"

using namespace viva;
using namespace viva::sample;

namespace {

Review answer(const std::string& item, int points, std::vector<int> ticked, Rating rating,
              Mode mode = Mode::drill) {
  Review made;
  made.bank = "sample";
  made.item = item;
  made.day = monday;
  made.rating = rating;
  made.points = points;
  made.ticked = std::move(ticked);
  made.mode = mode;
  return made;
}

Review about(PointKeys asked, std::vector<int> ticked, Rating rating, Mode mode = Mode::drill) {
  auto made = answer("a", static_cast<int>(asked.size()), std::move(ticked), rating, mode);
  made.asked = std::move(asked);
  return made;
}

Item with_points(std::vector<std::string> texts) {
  auto made = item("a");
  for (auto& text : texts) made.points.push_back({"", std::move(text)});
  return made;
}

// "0 Good, 2 Again": what one answer says of the points.
std::string grades(const Bank& bank, const Review& review) {
  const auto evidence = find_evidence(bank, log_of({review}));
  REQUIRE(evidence.answers.size() == 1);
  std::string text;
  for (const auto& [point, grade, made] : evidence.of(evidence.answers[0]))
    text += (text.empty() ? "" : ", ") + std::to_string(point) + " " + std::string{name(grade)};
  return text;
}

}  // namespace

TEST_CASE("what a tick says, where one rating was proposed and one was given", "[evidence]") {
  using enum Rating;
  const std::array<std::array<Rating, 4>, 4> made{{
      {good, good, good, easy},   // Again was proposed
      {again, good, good, easy},  // Hard
      {again, hard, good, easy},  // Good
      {again, hard, hard, easy},  // Easy, which viva never proposes
  }};
  const std::array<std::array<Rating, 4>, 4> missed{{
      {again, again, hard, hard},
      {again, again, again, hard},
      {again, again, again, again},
      {again, again, again, again},
  }};
  for (std::size_t proposed = 0; proposed < 4; ++proposed)
    for (std::size_t given = 0; given < 4; ++given) {
      CAPTURE(proposed, given);
      const auto p = static_cast<Rating>(proposed + 1), g = static_cast<Rating>(given + 1);
      CHECK(grade_point(true, p, g) == made[proposed][given]);
      CHECK(grade_point(false, p, g) == missed[proposed][given]);
    }
}

TEST_CASE("an answer says of each point whether it was made", "[evidence]") {
  const auto bank = sample::bank({with_points({"one", "two", "three", "four"})});
  const PointKeys all{"one", "two", "three", "four"};
  CHECK(grades(bank, about(all, {1, 3}, Rating::hard)) == "0 Good, 1 Again, 2 Good, 3 Again");
  CHECK(grades(bank, about(all, {1, 2, 3, 4}, Rating::good)) == "0 Good, 1 Good, 2 Good, 3 Good");
  CHECK(grades(bank, about(all, {1, 2, 3, 4}, Rating::easy)) == "0 Easy, 1 Easy, 2 Easy, 3 Easy");
  CHECK(grades(bank, about(all, {}, Rating::again)) == "0 Again, 1 Again, 2 Again, 3 Again");
  CHECK(grades(bank, about({"four", "two"}, {2}, Rating::hard)) == "3 Again, 1 Good");
}

TEST_CASE("in a round it is the mark that proposes", "[evidence]") {
  const auto bank = sample::bank({with_points({"1", "2", "3", "4", "5", "6", "7", "8", "9", "0"})});
  const PointKeys all{"1", "2", "3", "4", "5", "6", "7", "8", "9", "0"};
  const std::vector<int> seven{1, 2, 3, 4, 5, 6, 7};
  const auto made = [&](Mode mode, Rating rating) {
    return grades(bank, about(all, seven, rating, mode)).substr(2, 4);
  };
  // 70 % is a Hire, which counts as Good; in a drill it is Hard.
  CHECK(made(Mode::round, Rating::good) == "Good");
  CHECK(made(Mode::round, Rating::hard) == "Hard");
  CHECK(made(Mode::drill, Rating::hard) == "Good");
  CHECK(made(Mode::practice, Rating::hard) == "Good");
  // 40 % is a Lean no, which counts as Hard; in a drill it is Again.
  CHECK(grades(bank, about(all, {1, 2, 3, 4}, Rating::again, Mode::round)).starts_with("0 Again"));
  CHECK(grades(bank, about(all, {1, 2, 3, 4}, Rating::again, Mode::drill)).starts_with("0 Good"));
}

TEST_CASE("answers that do not say which points they were about go by place, if there are as many",
          "[evidence]") {
  const auto bank = sample::bank({item("a", 3), item("b")});
  CHECK(grades(bank, answer("a", 3, {1, 3}, Rating::hard)) == "0 Good, 1 Again, 2 Good");
  CHECK(grades(bank, answer("a", 4, {1, 3}, Rating::hard)) == "0 Hard, 1 Hard, 2 Hard");
  CHECK(grades(bank, answer("a", 0, {}, Rating::easy)) == "0 Easy, 1 Easy, 2 Easy");
  CHECK(grades(bank, answer("b", 0, {}, Rating::easy)) == "0 Easy");
}

TEST_CASE("an item that lost its points is one point, and goes by the rating", "[evidence]") {
  const auto bank = sample::bank({item("a")});
  CHECK(remembered_points(bank.items[0]) == 1);
  CHECK(grades(bank, about({"one", "two"}, {1}, Rating::hard)) == "0 Hard");
  CHECK(grades(bank, answer("a", 2, {1}, Rating::hard)) == "0 Hard");
}

TEST_CASE("of points that are gone nothing is said, and the proposal was that of all asked", "[evidence]") {
  const auto bank = sample::bank({with_points({"one"})});
  // Four of five: Good was proposed, so Hard doubts what was made.
  CHECK(grades(bank, about({"one", "old", "older", "oldest", "lost"}, {1, 2, 3, 4}, Rating::hard)) ==
        "0 Hard");
  CHECK(grades(bank, about({"old", "older"}, {1}, Rating::hard)).empty());
}

TEST_CASE("an item none of whose points was asked counts as never asked", "[evidence]") {
  const auto bank = sample::bank({with_points({"one"})});
  CHECK(replay(bank, log_of({about({"old", "older"}, {1}, Rating::hard)})) == Progress{std::nullopt});
}

TEST_CASE("answers stay in order of time, and those to other items are passed over", "[evidence]") {
  const auto bank = sample::bank({item("a", 2), item("b")});
  auto foreign = answer("a", 2, {1}, Rating::hard);
  foreign.bank = "other";
  const auto evidence = find_evidence(
      bank, log_of({answer("b", 0, {}, Rating::good), foreign, answer("gone", 0, {}, Rating::easy),
                    answer("a", 2, {2}, Rating::hard), answer("b", 0, {}, Rating::again)}));
  REQUIRE(evidence.answers.size() == 3);
  CHECK(evidence.answers[0].item == 1);
  CHECK(evidence.answers[1].item == 0);
  CHECK(evidence.answers[1].rating == Rating::hard);
  CHECK(evidence.answers[2].item == 1);
  CHECK(evidence.grades == std::vector<PointGrade>{{0, Rating::good, true},
                                                   {0, Rating::again, false},
                                                   {1, Rating::good, true},
                                                   {0, Rating::again, false}});
}
