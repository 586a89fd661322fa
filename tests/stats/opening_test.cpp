#include "viva/stats/opening.hpp"

#include "bank/sample_bank.hpp"
#include "catch.hpp"
#include "viva/plan/request.hpp"

using namespace viva;
using namespace viva::sample;

namespace {

constexpr std::chrono::days one_day{1};

RatedAnswer answer(const std::string& item, Day day) {
  RatedAnswer made;
  made.bank = "sample";
  made.item = item;
  made.at = day + 18h;
  made.day = day;
  made.rating = Rating::good;
  made.seconds = 120;
  return made;
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

Opening open(const std::vector<RatedAnswer>& answers, const std::vector<RoundState>& rounds = {},
             const std::vector<Interview>& interviews = {}) {
  const auto two = bank({item("a"), item("b")});
  const auto standing = stand(two, find_evidence(two, {answers, {}}), monday);
  std::optional<PlanRequest> request;
  if (const auto* next = next_interview(interviews, monday))
    request = request_plan(two, answers, *next, monday, monday);
  const auto work = find_today(two, standing, request, answers, monday);
  return make_opening(two, standing, work, answers, rounds, interviews);
}

}  // namespace

TEST_CASE("without answers and rounds all is fresh", "[opening]") {
  CHECK(open({}).no_history);
  CHECK_FALSE(open({answer("a", monday)}).no_history);
  CHECK_FALSE(open({}, {round(3, 1)}).no_history);
}

TEST_CASE("today's answers and their time are counted, and the days of study", "[opening]") {
  const auto opening = open({answer("a", monday - one_day), answer("a", monday), answer("b", monday)});
  CHECK(opening.answered == 2);
  CHECK(opening.seconds == 240);
  CHECK(opening.habit == Habit{true, 2, 2});
}

TEST_CASE("the interview is the next one, or the last where all have passed", "[opening]") {
  CHECK_FALSE(open({}).interview);
  CHECK_FALSE(open({}).has_interview_ahead());
  const auto past = open({}, {}, {interview_in(-9), interview_in(-1)});
  CHECK(past.interview->day == monday - one_day);
  CHECK_FALSE(past.has_interview_ahead());
  const auto ahead = open({}, {}, {interview_in(-9), interview_in(5), interview_in(30)});
  CHECK(ahead.interview->day == monday + 5 * one_day);
  CHECK(ahead.has_interview_ahead());
}

TEST_CASE("today's work and the next command are the ones that every screen shows", "[opening]") {
  for (const auto& interviews : {std::vector<Interview>{}, {interview_in(5)}}) {
    const auto opening = open({answer("a", monday)}, {}, interviews);
    CHECK(opening.today == monday);
    CHECK(opening.work.day == monday);
    CHECK(opening.work.request.has_value() == opening.has_interview_ahead());
    const auto next = next_step(bank({item("a"), item("b")}), opening.work);
    CHECK(opening.next.command == next.command);
    CHECK(opening.next.reason == next.reason);
  }
}

TEST_CASE("readiness is for the interview's day, or for today without one", "[opening]") {
  const auto today = open({answer("a", monday)}).readiness.all;
  const auto later = open({answer("a", monday)}, {}, {interview_in(20)}).readiness.all;
  CHECK(today.seen == 1);
  CHECK(later.now == today.now);
  CHECK(later.left_alone < today.left_alone);
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
