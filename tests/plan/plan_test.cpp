// What holds of every plan, whatever is asked of it. What it promises: promises_test.cpp.
#include "viva/plan/plan.hpp"

#include "catch.hpp"
#include "plan/plan_scene.hpp"
#include "viva/memory/forecast.hpp"

using namespace viva;
using namespace viva::sample;
using Catch::Matchers::WithinAbs;
using std::chrono::days;
using Items = std::vector<std::size_t>;

namespace {

double points_of(const Bank& bank) { return static_cast<double>(points_each * bank.items.size()); }

void check_day(const PlanDay& planned, const PlanRequest& request, std::set<std::size_t>& met) {
  CHECK(planned.off == contains(request.interview.off, planned.day));
  CHECK(planned.seconds <= 60 * request.interview.minutes);
  if (planned.off) CHECK((planned.entries.empty() && !planned.round));
  if (planned.last_look) CHECK_FALSE(planned.round);
  int sum = planned.round ? planned.round->seconds : 0;
  for (const auto& entry : planned.entries) {
    sum += entry.seconds;
    const bool fresh = met.insert(entry.item).second;
    if (entry.seconds != request.seconds[entry.item] || (entry.reason == PlanReason::fresh) != fresh ||
        entry.done)
      FAIL_CHECK("entry " << entry.item);
  }
  CHECK(sum == planned.seconds);
  CHECK(items_of(planned).size() == planned.entries.size());
}

void check_sound(const Bank& bank, const Standing& standing, const PlanRequest& request, const Plan& plan) {
  std::set<std::size_t> met;
  for (std::size_t i = 0; i < standing.now.size(); ++i)
    if (standing.now[i]) met.insert(i);
  double expected = plan.readiness.all.left_alone;
  auto day = request.today;
  for (const auto& planned : plan.days) {
    CHECK(planned.day == day);
    check_day(planned, request, met);
    for (const auto& entry : planned.entries) expected += entry.gain / points_of(bank);
    CHECK_THAT(planned.readiness, WithinAbs(expected, 1e-9));
    day += days{1};
  }
  CHECK(met.size() + plan.left_out.size() == bank.items.size());
  CHECK_THAT(plan.readiness.all.planned, WithinAbs(expected, 1e-9));
}

}  // namespace

TEST_CASE("a plan is sound, whatever is asked of it", "[plan]") {
  Random random{1};
  for (const std::size_t count : {1u, 2u, 7u, 50u, 200u})
    for (const int ahead : {0, 1, 2, 5, 30, 90})
      for (const int minutes : {0, 2, 3, 10, 25, 60}) {
        CAPTURE(count, ahead, minutes);
        const auto bank = questions(count, 1 + static_cast<int>(below(random, 5)));
        auto asked = request(bank, ahead, minutes);
        for (auto& seconds : asked.seconds) seconds = 30 + static_cast<int>(below(random, 300));
        asked.interview.off = Weekdays{below(random, 127)};
        const auto standing = below(random, 2) == 0 ? unseen(bank) : mixed(bank);
        check_sound(bank, standing, asked, make_plan(bank, standing, asked));
      }
}

TEST_CASE("the same asked twice is planned the same", "[plan]") {
  const auto bank = questions(50);
  CHECK(make_plan(bank, mixed(bank), request(bank, 30, 20)) ==
        make_plan(bank, mixed(bank), request(bank, 30, 20)));
}

TEST_CASE("today's plan alone is the first day of the whole", "[plan]") {
  const auto bank = questions(50);
  for (const int ahead : {0, 1, 3, 10, 60})
    for (const int minutes : {0, 10, 40}) {
      const auto asked = request(bank, ahead, minutes);
      CHECK(plan_today(bank, mixed(bank), asked) == make_plan(bank, mixed(bank), asked).days.front());
    }
}

TEST_CASE("a plan runs from today to the eve of the interview", "[plan]") {
  const auto bank = questions(10);
  CHECK(plan(bank, 1, 20).days.size() == 1);
  CHECK(plan(bank, 18, 20).days.size() == 18);
  CHECK(plan(bank, 18, 20).days.back().day == monday + days{17});
  CHECK(plan(bank, 400, 20).days.size() == 400);
}

TEST_CASE("on the interview's day there is a last look, and after it no plan", "[plan]") {
  const auto bank = questions(10);
  const auto today = plan(bank, 0, 20);
  REQUIRE(today.days.size() == 1);
  CHECK(today.days[0].last_look);
  CHECK(today.days[0].entries.size() == 6);
  CHECK(plan(bank, -1, 20).days.empty());
  CHECK(plan_today(bank, unseen(bank), request(bank, -1, 20)).entries.empty());
}

TEST_CASE("zero minutes, an empty bank and days all off give an empty plan, not a fault", "[plan]") {
  const auto three = questions(3);
  CHECK(plan(three, 4, 0).days.size() == 4);
  CHECK(plan(three, 4, 0).left_out == Items{0, 1, 2});
  CHECK(plan(bank({}), 5, 20).days.size() == 5);
  CHECK(plan(bank({}), 5, 20).readiness.all == Readiness{});

  auto asked = request(three, 4, 20);
  asked.interview.off.set();
  const auto made = make_plan(three, unseen(three), asked);
  CHECK(made.left_out.size() == 3);
  CHECK(made.enough_minutes == std::nullopt);
}

TEST_CASE("one item is met at once, and again where that gains", "[plan]") {
  const auto bank = questions(1);
  const auto made = plan(bank, 10, 20);
  REQUIRE(made.days[0].entries.size() == 1);
  CHECK(made.days[0].entries[0].reason == PlanReason::fresh);
  CHECK_THAT(made.days[0].entries[0].gain,
             WithinAbs(points_each * expected_first(10, default_model()), 1e-9));
  std::size_t times = 0;
  for (const auto& day : made.days) times += day.entries.size();
  CHECK(times > 1);
}

TEST_CASE("everything is met before the last look where time allows, and what is left out is told",
          "[plan]") {
  // Of three questions a day one is a return, and the last two days hold nothing new while there are others.
  const auto fifty = questions(50);
  const auto met = [&](int ahead, int minutes) {
    return make_plan(fifty, unseen(fifty), without_rounds(request(fifty, ahead, minutes)));
  };
  CHECK(met(27, 10).left_out.empty());
  const auto short_of = met(14, 10);
  CHECK(short_of.left_out.size() >= 50 - 12 * 3);
  REQUIRE(short_of.enough_minutes);
  CHECK(met(14, *short_of.enough_minutes).left_out.empty());
}

TEST_CASE("the minutes said to be enough are", "[plan]") {
  Random random{2};
  for (int round = 0; round < 40; ++round) {
    CAPTURE(round);
    const auto bank = questions(5 + below(random, 60));
    auto asked = request(bank, 4 + static_cast<int>(below(random, 14)), static_cast<int>(below(random, 12)));
    for (auto& seconds : asked.seconds) seconds = 60 + static_cast<int>(below(random, 400));
    asked.interview.off = parse_days_off("tue,sat").days;
    const auto made = make_plan(bank, unseen(bank), asked);
    if (made.left_out.empty()) continue;
    REQUIRE(made.enough_minutes);
    CHECK(*made.enough_minutes >= asked.interview.minutes);
    asked.interview.minutes = *made.enough_minutes;
    CHECK(make_plan(bank, unseen(bank), asked).left_out.empty());
  }
}

TEST_CASE("a long item is met in time though short ones gain more a minute", "[plan]") {
  const auto bank = questions(20);
  for (const int minutes : {10, 15, 30}) {
    CAPTURE(minutes);
    auto asked = without_rounds(request(bank, 20, minutes));
    asked.seconds[7] = 540;
    CHECK(make_plan(bank, unseen(bank), asked).left_out.empty());
  }
}

TEST_CASE("a day takes what gains most a minute", "[plan]") {
  const auto three = questions(3);  // as well known as each other, but of different lengths
  Diary diary{three};
  for (std::size_t i = 0; i < 3; ++i) diary.answer(i, 5, monday - days{4});
  auto asked = request(three, 18, 6);
  asked.seconds = {200, 100, 50};
  const auto today = plan_today(three, diary.on(monday), asked);
  REQUIRE(today.entries.size() == 3);
  CHECK(today.entries[0].item == 2);
  CHECK(today.entries[1].item == 1);
  CHECK(today.entries[2].item == 0);
}

TEST_CASE("what gains hardly anything is left alone", "[plan]") {
  const auto ten = questions(10);
  Diary diary{ten};
  auto day = monday - days{1000};
  for (const int wait : {0, 3, 10, 30, 90, 200, 400}) {
    day += days{wait};
    for (std::size_t i = 0; i < 10; ++i) diary.answer(i, 5, day);
  }
  const auto asked = request(ten, 20, 60, day + days{1});
  const auto made = make_plan(ten, diary.on(asked.today), asked);
  for (const auto& planned : made.days)
    if (!planned.last_look) CHECK(planned.entries.empty());
  CHECK(made.readiness.all.left_alone > 0.98);
}

TEST_CASE("days missed are simply replanned", "[plan]") {
  const auto bank = questions(50);
  const auto made = plan(bank, 20, 20);
  auto asked = request(bank, 15, 20, monday + days{5});
  asked.begun = monday;
  const auto later = make_plan(bank, unseen(bank), asked);
  CHECK(later.days.size() == 15);
  CHECK(later.left_out.empty());
  CHECK(later.readiness.all.planned < made.readiness.all.planned);
}

TEST_CASE("more minutes never make a plan expect much less, and days off cost", "[plan]") {
  const auto bank = questions(50);
  double before = 0;
  for (const int minutes : {0, 5, 10, 20, 40}) {
    const auto planned = plan(bank, 21, minutes).readiness.all.planned;
    CHECK(planned > before - 0.01);
    before = planned;
  }
  auto asked = request(bank, 21, 10);
  asked.interview.off = parse_days_off("weekend").days;
  CHECK(make_plan(bank, unseen(bank), asked).readiness.all.planned <
        plan(bank, 21, 10).readiness.all.planned);
}

TEST_CASE("readiness is told of each tier, and the tiers make up the whole", "[plan]") {
  const auto bank = questions(31);
  const auto readiness = make_plan(bank, mixed(bank), request(bank, 12, 20)).readiness;
  double sum = 0;
  for (const auto& tier : readiness.tiers) {
    CHECK(tier.planned >= tier.left_alone);
    sum += tier.planned * static_cast<double>(tier.points);
  }
  CHECK_THAT(sum / points_of(bank), WithinAbs(readiness.all.planned, 1e-9));
}

TEST_CASE("the next interview is the soonest that has not passed", "[plan]") {
  const std::vector<Interview> three{
      {"second", tuesday, 20, {}}, {"first", monday, 20, {}}, {"also second", tuesday, 20, {}}};
  CHECK(next_interview(three, monday)->title == "first");
  CHECK(next_interview(three, tuesday)->title == "second");
  CHECK(next_interview(three, wednesday) == nullptr);
  CHECK(next_interview({}, monday) == nullptr);
}

TEST_CASE("1,000 items over 400 days are planned, and all of them met", "[plan]") {
  const auto bank = questions(1000);
  const auto asked = request(bank, 400, 60);
  const auto made = make_plan(bank, unseen(bank), asked);
  check_sound(bank, unseen(bank), asked, made);
  CHECK(made.left_out.empty());
  CHECK(fresh_of(made.days[0]) == 20);
}
