#include "viva/stats/opening.hpp"

#include "bank/sample_bank.hpp"
#include "catch.hpp"

using namespace viva;
using namespace viva::sample;

namespace {

constexpr std::chrono::days one_day{1};

Answer answer(const std::string& item, Day day) {
  return {"sample", item, day + 18h, day, Rating::good, 120, Mode::drill};
}

Interview interview_in(int days) {
  Interview interview;
  interview.day = monday + days * one_day;
  return interview;
}

// Of one question that was given `mark`, so many days ago.
RoundState round(int mark, int days_ago) {
  RoundQuestion question;
  question.reach = Reach::reached;
  question.mark = mark;
  RoundState made;
  made.id = std::to_string(days_ago);
  made.preset = made.name = "screen";
  made.phase = RoundPhase::finished;
  made.day = monday - days_ago * one_day;
  made.begun = made.day + 10h;
  made.questions = {question};
  return made;
}

Opening open(const std::vector<Answer>& answers, const std::vector<RoundState>& rounds = {},
             const std::vector<Interview>& interviews = {}) {
  return make_opening(bank({item("a"), item("b")}), answers, rounds, interviews, monday);
}

}  // namespace

TEST_CASE("without answers and rounds all is fresh", "[opening]") {
  CHECK(open({}).fresh);
  CHECK_FALSE(open({answer("a", monday)}).fresh);
  CHECK_FALSE(open({}, {round(3, 1)}).fresh);
}

TEST_CASE("today's answers and their time are counted, and the days of study", "[opening]") {
  const auto opening = open({answer("a", monday - one_day), answer("a", monday), answer("b", monday)});
  CHECK(opening.answered == 2);
  CHECK(opening.seconds == 240);
  CHECK(opening.habit == Habit{true, 2, 2});
}

TEST_CASE("there is a plan for today only with an interview ahead", "[opening]") {
  CHECK_FALSE(open({}).plan);
  CHECK_FALSE(open({}, {}, {interview_in(-1)}).plan);
  const auto opening = open({}, {}, {interview_in(-9), interview_in(5), interview_in(30)});
  CHECK(opening.interview->day == monday + 5 * one_day);
  CHECK(opening.plan->day == monday);
}

TEST_CASE("the last round is the last that was scored to the end", "[opening]") {
  auto abandoned = round(4, 1), unscored = round(4, 0);
  abandoned.abandoned = true;
  unscored.questions[0].mark.reset();
  const auto last = open({}, {round(2, 9), round(3, 5), abandoned, unscored}).round;
  REQUIRE(last);
  CHECK(last->day == monday - 5 * one_day);
  CHECK(last->mean == 3);
  CHECK(last->trend == Trend::better);
  CHECK_FALSE(open({}, {abandoned}).round);
  CHECK_FALSE(open({}, {round(3, 5)}).round->trend);
}

TEST_CASE("a round that is open is there to be gone on with", "[opening]") {
  auto begun = round(3, 1);
  begun.phase = RoundPhase::scoring;
  CHECK(open({}, {begun, round(2, 0)}).unfinished->id == begun.id);
  CHECK_FALSE(open({}, {round(2, 0)}).unfinished);
}
