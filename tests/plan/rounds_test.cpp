// The days of mock rounds: the first within the first third of the days, then one a week.
#include "catch.hpp"
#include "plan/plan_scene.hpp"

using namespace viva;
using namespace viva::sample;
using std::chrono::days;

namespace {

const Bank& thirty() {
  static const auto bank = questions(30);
  return bank;
}

std::vector<Day> rounds(const PlanRequest& asked) {
  return rounds_of(make_plan(thirty(), unseen(thirty()), asked));
}

// Of any length from any day, with days off or without.
PlanRequest any_request(Random& random) {
  auto asked = request(thirty(), 3 + static_cast<int>(below(random, 80)),
                       10 + static_cast<int>(below(random, 60)), monday + days{below(random, 400)});
  if (below(random, 2) == 0) asked.interview.off = parse_days_off("weekend").days;
  if (below(random, 4) == 0) asked.interview.off = Weekdays{1 + below(random, 126)};
  return asked;
}

bool studies_before(const PlanRequest& asked, Day end) {
  for (auto day = asked.begun; day < end; day += days{1})
    if (!contains(asked.interview.off, day)) return true;
  return false;
}

}  // namespace

TEST_CASE("the first round is within the first third of the days, then there is one a week", "[plan]") {
  Random random{6};
  for (int i = 0; i < 200; ++i) {
    const auto asked = any_request(random);
    const auto ahead = asked.interview.day - asked.today;
    CAPTURE(i, ahead.count(), asked.interview.off.to_string());
    const auto made = rounds(asked);
    const auto third = asked.today + ahead / 3;
    if (!studies_before(asked, third)) continue;
    REQUIRE_FALSE(made.empty());
    CHECK(made.front() < third);
    for (std::size_t k = 0; k < made.size(); ++k) {
      CHECK_FALSE(contains(asked.interview.off, made[k]));
      CHECK(made[k] < asked.interview.day - days{2});
      if (k > 0) CHECK((made[k] - made[k - 1] <= days{13} && made[k] > made[k - 1]));
    }
    const auto second = made.front() + days{7};
    if (asked.interview.off.none() && second < asked.interview.day - days{2})
      CHECK(made[1] - made[0] == days{7});
  }
}

TEST_CASE("a week without a round is a week without study", "[plan]") {
  Random random{7};
  for (int i = 0; i < 100; ++i) {
    const auto asked = any_request(random);
    const auto made = rounds(asked);
    if (made.empty()) continue;
    for (auto week = made.front(); week + days{6} < asked.interview.day - days{2}; week += days{7}) {
      bool studies = false;
      for (auto day = week; day < week + days{7}; day += days{1})
        studies |= !contains(asked.interview.off, day);
      const auto in_week = [&](Day day) { return day >= week && day < week + days{7}; };
      if (studies) CHECK(std::ranges::any_of(made, in_week));
    }
  }
}

TEST_CASE("a plan that is followed keeps its rounds", "[plan]") {
  auto asked = request(thirty(), 30, 20);
  asked.interview.off = parse_days_off("weekend").days;
  const auto planned = rounds(asked);
  REQUIRE(planned.size() == 3);
  std::vector<Day> done;
  for (; asked.today < asked.interview.day; asked.today += days{1}) {
    asked.rounds = done;
    if (const auto now = rounds(asked); !now.empty() && now.front() == asked.today)
      done.push_back(asked.today);
  }
  CHECK(done == planned);
}

TEST_CASE("a round that was missed moves to the next day of study", "[plan]") {
  auto asked = request(thirty(), 30, 20);
  const auto planned = rounds(asked);
  asked.today = planned[0] + days{1};
  CHECK(rounds(asked).front() == asked.today);
  asked.interview.off = parse_days_off("weekend").days;  // the first is on Wednesday, a week later the next
  asked.today = asked.begun = monday;
  const auto first = rounds(asked).front();
  asked.today = first + days{1};
  while (contains(asked.interview.off, asked.today)) asked.today += days{1};
  CHECK(rounds(asked).front() == asked.today);
}

TEST_CASE("a round done of one's own accord counts", "[plan]") {
  auto asked = request(thirty(), 30, 20);
  const auto planned = rounds(asked);
  REQUIRE(planned.size() > 1);
  asked.rounds = {planned[0] - days{2}};
  asked.today = planned[0] - days{1};
  CHECK(rounds(asked).front() == planned[1]);
}

TEST_CASE("rounds before the interview was set do not count", "[plan]") {
  auto asked = request(thirty(), 30, 20);
  const auto planned = rounds(asked);
  asked.rounds = {monday - days{20}};
  CHECK(rounds(asked) == planned);
}

TEST_CASE("a round leaves time for questions, and the minutes say which it is", "[plan]") {
  const auto first = [](int minutes) {
    const auto made = make_plan(thirty(), unseen(thirty()), request(thirty(), 30, minutes));
    const auto found =
        std::ranges::find_if(made.days, [](const PlanDay& day) { return day.round.has_value(); });
    return found == made.days.end() ? PlanDay{} : *found;
  };
  CHECK(first(60).round == PlannedRound{0, 30, 30 * 75});
  CHECK(first(20).round == PlannedRound{std::nullopt, 8, 8 * 75});
  CHECK_FALSE(first(5).round);
  for (const int minutes : {10, 20, 60, 120}) CHECK_FALSE(first(minutes).entries.empty());
}

TEST_CASE("a plan can be asked for without rounds", "[plan]") {
  CHECK(rounds(without_rounds(request(thirty(), 30, 60))).empty());
}
