// What a plan takes from the history: time spent, the last round, one's own pace.
#include "viva/plan/request.hpp"

#include "catch.hpp"
#include "plan/plan_scene.hpp"

using namespace viva;
using namespace viva::sample;
using std::chrono::days;

namespace {

RatedAnswer answer(Day day, int seconds, Mode mode = Mode::drill) {
  return {"sample", "q0", day, day, Rating::good, seconds, mode};
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
  const auto fresh = request_plan(bank, {}, interview, monday);
  CHECK(fresh.interview == interview);
  CHECK(fresh.seconds == std::vector<int>{180, 180});
  CHECK(fresh.spent == 0);
  CHECK_FALSE(fresh.last_round);

  const std::vector<RatedAnswer> answers{answer(monday - days{5}, 60),
                                         answer(monday - days{4}, 60),
                                         answer(monday - days{3}, 60),
                                         answer(monday - days{3}, 900, Mode::round),
                                         answer(monday - days{4}, 900, Mode::round),
                                         answer(monday, 77)};
  const auto later = request_plan(bank, answers, interview, monday);
  CHECK(later.seconds == std::vector<int>{60, 180});
  CHECK(later.spent == 77);
  CHECK(later.last_round == monday - days{3});
}

TEST_CASE("a round today leaves less of the day's minutes", "[plan]") {
  const auto bank = questions(12);
  auto asked = request_plan(bank, {}, request(bank, 20, 30).interview, monday);
  const auto before = plan_today(bank, Progress(12), asked);
  asked = request_plan(bank, {answer(monday, 1200, Mode::round)}, asked.interview, monday);
  const auto after = plan_today(bank, Progress(12), asked);
  CHECK(before.entries.size() == 10);
  CHECK(after.entries.size() == 1);
}
