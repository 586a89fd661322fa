// What a plan promises, whatever it costs; see viva/plan/plan.hpp.
#include "catch.hpp"
#include "plan/plan_scene.hpp"

using namespace viva;
using namespace viva::sample;
using std::chrono::days;

namespace {

// Fifty questions and an interview in thirty days, of which some are over.
struct Course {
  Bank bank;
  PlanRequest asked;
  Diary diary{bank};

  explicit Course(std::size_t items = 50, int ahead = 30, int minutes = 20)
      : bank(questions(items)), asked(without_rounds(request(bank, ahead, minutes))) {}
  PlanDay today() const { return plan_today(bank, diary.on(asked.today), asked); }
  Plan plan() const { return make_plan(bank, diary.on(asked.today), asked); }
  std::optional<Day> comes_back(std::size_t item) const {
    return planned_return(bank, diary.on(asked.today), asked, item);
  }
};

bool returned_within(const Plan& plan, std::size_t item, int study_days) {
  for (const auto& day : plan.days) {
    if (day.off) continue;
    if (holds(day, item)) return true;
    if (--study_days == 0) return false;
  }
  return false;
}

}  // namespace

TEST_CASE("what was failed comes back within the next two days of study", "[plan]") {
  Random random{3};
  for (const int minutes : {10, 20, 40})
    for (int round = 0; round < 20; ++round) {
      CAPTURE(minutes, round);
      Course course{50, 10 + static_cast<int>(below(random, 40)), minutes};
      if (round % 2 == 0) course.asked.interview.off = parse_days_off("weekend").days;
      course.asked.today += days{below(random, 7)};
      // No more than a quarter of two days holds.
      const std::size_t failed = minutes == 10 ? 2 : static_cast<std::size_t>(minutes / 10);
      for (std::size_t i = 0; i < failed; ++i)
        course.diary.answer(i, static_cast<int>(below(random, 3)), course.asked.today - days{1});
      for (std::size_t i = 10; i < 15; ++i) course.diary.answer(i, 5, course.asked.today - days{1});
      for (std::size_t i = 0; i < failed; ++i) CHECK(returned_within(course.plan(), i, 2));
    }
}

TEST_CASE("where there is time, all of a day's failures are back within two days", "[plan]") {
  Course course{20, 30, 20};
  for (std::size_t i = 0; i < 6; ++i) course.diary.answer(i, 1, monday - days{1});
  for (std::size_t i = 0; i < 6; ++i) CHECK(returned_within(course.plan(), i, 2));
}

TEST_CASE("what was failed has a share of a day, never all of it while questions are unseen", "[plan]") {
  for (const std::size_t failed : {1u, 5u, 20u})
    for (const int minutes : {6, 10, 20, 40})
      for (const int ahead : {5, 14, 60}) {
        CAPTURE(failed, minutes, ahead);
        Course course{60, ahead, minutes};
        for (std::size_t i = 0; i < failed; ++i) course.diary.answer(i, 0, monday - days{2});
        const auto today = course.today();
        CHECK(std::ranges::count(today.entries, PlanReason::missed, &PlanEntry::reason) >= 1);
        CHECK(fresh_of(today) >= 1);
      }
}

TEST_CASE("where a day holds one question, returns and new ones take turns", "[plan]") {
  Course course{30, 40, 3};
  std::size_t fresh = 0, missed = 0;
  for (int day = 0; day < 20; ++day) {
    const auto today = course.today();
    REQUIRE(today.entries.size() == 1);
    (today.entries[0].reason == PlanReason::fresh ? fresh : missed) += 1;
    course.diary.answer(today.entries[0].item, 1, course.asked.today);
    course.asked.today += days{1};
  }
  CHECK(fresh >= 5);
  CHECK(missed >= 5);
}

TEST_CASE("what has the least time left to come back goes first, and what is late waits", "[plan]") {
  Course course{60, 14, 10};
  course.diary.answer(0, 1, monday - days{5});
  course.diary.answer(1, 1, monday - days{2});
  course.diary.answer(2, 1, monday - days{1});
  const auto made = course.plan();
  CHECK(made.days[0].entries[0].item == 1);
  CHECK(made.days[1].entries[0].item == 2);
  CHECK_FALSE((holds(made.days[0], 0) || holds(made.days[1], 0)));
}

TEST_CASE("the last 48 hours hold nothing new, unless nothing else is left", "[plan]") {
  for (const int minutes : {10, 20, 60})
    for (const int ahead : {3, 10, 30}) {
      CAPTURE(minutes, ahead);
      const auto made = Course{40, ahead, minutes}.plan();
      for (const auto& day : made.days) {
        CHECK(day.last_look == (day.day >= made.interview.day - days{2}));
        if (day.last_look && day.seconds < 60 * minutes - 180) FAIL_CHECK("idle");
        if (!day.last_look) continue;
        std::size_t seen = 0;
        for (const auto& entry : day.entries) seen += entry.reason == PlanReason::last_look ? 1u : 0u;
        if (fresh_of(day) > 0)
          CHECK(seen == 40 - made.left_out.size() - fresh_of(day) - [&] {
            std::size_t later = 0;
            for (const auto& other : made.days)
              if (other.day > day.day) later += fresh_of(other);
            return later;
          }());
      }
    }
  const auto eve = Course{40, 1, 20}.plan();  // nothing was ever asked
  CHECK(fresh_of(eve.days[0]) == 6);
}

TEST_CASE("each tier is touched before any is exhausted where time is short", "[plan]") {
  Course course{30, 6, 10};
  for (std::size_t i = 0; i < 30; ++i)
    course.bank.items[i].tier = i < 20 ? beginner : i < 28 ? advanced : scenario;
  std::set<std::size_t> tiers;
  std::size_t met = 0;
  for (const auto& day : course.plan().days)
    for (const auto& entry : day.entries) {
      if (entry.reason != PlanReason::fresh) continue;
      if (++met <= 3) tiers.insert(course.bank.items[entry.item].tier);
    }
  CHECK(met < 20);
  CHECK(tiers.size() == 3);
}

TEST_CASE("a tier that has fallen behind goes first where time is short", "[plan]") {
  Course course{30, 6, 10};
  for (std::size_t i = 0; i < 30; i += 3) course.diary.answer(i, 5, monday - days{1});
  for (const auto& entry : course.today().entries)
    if (entry.reason == PlanReason::fresh) CHECK(course.bank.items[entry.item].tier != beginner);
}

TEST_CASE("today's target does not move while one works through it", "[plan]") {
  Random random{4};
  for (int round = 0; round < 60; ++round) {
    CAPTURE(round);
    Course course{10 + below(random, 60), 1 + static_cast<int>(below(random, 40)),
                  5 + static_cast<int>(below(random, 50))};
    course.asked.allow_rounds = true;
    for (int ago = 9; ago > 0; --ago)
      for (std::size_t i = 0; i < course.bank.items.size(); ++i)
        if (below(random, 20) == 0) course.diary.answer_at_random(i, random, monday - days{ago});
    const auto morning = course.today();
    auto order = morning.left();
    seeded_shuffle(order, random);
    for (std::size_t done = 0; done < order.size(); ++done) {
      CHECK(course.today().left().size() == order.size() - done);
      course.diary.answer_at_random(order[done].item, random, monday);
      if (below(random, 3) == 0) course.diary.answer_at_random(order[done].item, random, monday);
    }
    const auto evening = course.today();
    CHECK(evening.left().empty());
    CHECK(evening.seconds == morning.seconds);
    CHECK(items_of(evening) == items_of(morning));
  }
}

TEST_CASE("what was asked beyond the plan changes later days, not today's", "[plan]") {
  Course course;
  const auto morning = course.today();
  course.diary.answer(40, 0, monday);
  CHECK(course.today().left() == morning.left());
  CHECK(course.comes_back(40) == tuesday);
}

TEST_CASE("the round that was done stays in the day, done", "[plan]") {
  Course course{30, 3, 60};
  course.asked.allow_rounds = true;
  const auto morning = course.today();
  REQUIRE(morning.round_left());
  course.asked.rounds = {monday};
  const auto evening = course.today();
  REQUIRE(evening.round);
  CHECK_FALSE(evening.round_left());
  CHECK(evening.entries == morning.entries);
}

TEST_CASE("a return that was announced is what the next day's plan holds", "[plan]") {
  Random random{5};
  for (int round = 0; round < 20; ++round) {
    CAPTURE(round);
    Course course{20 + below(random, 40), 6 + static_cast<int>(below(random, 30)),
                  10 + static_cast<int>(below(random, 30))};
    std::vector<std::size_t> back;
    const auto entries = course.today().entries;
    for (const auto& entry : entries) course.diary.answer_at_random(entry.item, random, monday);
    for (const auto& entry : entries)
      if (course.comes_back(entry.item) == tuesday) back.push_back(entry.item);
    const auto announced = course.plan().days[1];
    course.asked.today = tuesday;
    const auto today = course.today();
    CHECK(items_of(today) == items_of(announced));
    for (const auto item : back) CHECK(holds(today, item));
  }
}

TEST_CASE("what comes no more before the interview has no return", "[plan]") {
  Course course{50, 1, 20};
  course.diary.answer(0, 2, monday);
  CHECK(course.comes_back(0) == std::nullopt);
}
