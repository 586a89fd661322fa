// What a plan takes from the history: one's own pace, and the days of rounds.
#include "viva/plan/request.hpp"

#include "catch.hpp"
#include "plan/plan_scene.hpp"

using namespace viva;
using namespace viva::sample;
using std::chrono::days;

namespace {

RatedAnswer answer(Day day, int seconds, Mode mode = Mode::drill) {
  RatedAnswer made;
  made.bank = "sample";
  made.item = "q0";
  made.at = made.day = day;
  made.rating = Rating::good;
  made.seconds = seconds;
  made.mode = mode;
  return made;
}

}  // namespace

TEST_CASE("what was spent on a day is its drills and its rounds with their scoring", "[plan]") {
  CHECK(seconds_spent({}, monday) == 0);
  CHECK(seconds_spent({answer(monday, 100), answer(monday, 20, Mode::practice)}, monday) == 120);
  CHECK(seconds_spent({answer(monday, 100), answer(tuesday, 50)}, tuesday) == 50);
  CHECK(seconds_spent({answer(monday, 600, Mode::round), answer(monday, 200, Mode::round)}, monday) == 1000);
  CHECK(seconds_spent({answer(monday, 2'000'000'000), answer(monday, 2'000'000'000)}, monday) == 3600);
}

TEST_CASE("a request holds what the history says", "[plan]") {
  const auto bank = questions(2, 3);
  Interview interview;
  interview.day = monday + days{10};
  const auto fresh = request_plan(bank, {}, interview, monday - days{6}, monday);
  CHECK(fresh.interview == interview);
  CHECK(fresh.begun == monday - days{6});
  CHECK(fresh.today == monday);
  CHECK(fresh.seconds == std::vector<int>{180, 180});
  CHECK(fresh.rounds.empty());

  const std::vector<RatedAnswer> answers{
      answer(monday - days{5}, 60),
      answer(monday - days{4}, 60),
      answer(monday - days{3}, 60),
      answer(monday - days{3}, 900, Mode::round),
      answer(monday - days{4}, 900, Mode::round),
      answer(monday - days{3}, 900, Mode::round),
      answer(monday, 77),
  };
  const auto later = request_plan(bank, answers, interview, monday - days{6}, monday);
  CHECK(later.seconds == std::vector<int>{60, 180});
  CHECK(later.rounds == std::vector<Day>{monday - days{4}, monday - days{3}});
}

TEST_CASE("time spent today does not shrink today's plan", "[plan]") {
  const auto bank = questions(12);
  const auto interview = request(bank, 20, 30).interview;
  const auto before = plan_today(bank, unseen(bank), request_plan(bank, {}, interview, monday, monday));
  const std::vector<RatedAnswer> answers{answer(monday, 1200)};
  const auto after = plan_today(bank, unseen(bank), request_plan(bank, answers, interview, monday, monday));
  CHECK(before.entries.size() == 10);
  CHECK(after == before);
}
