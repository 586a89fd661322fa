#include "viva/plan/plan.hpp"

#include <algorithm>

#include "catch.hpp"
#include "plan/plan_scene.hpp"
#include "viva/base/random.hpp"
#include "viva/memory/forecast.hpp"

using namespace viva;
using namespace viva::sample;
using Catch::Matchers::WithinAbs;
using std::chrono::days;
using Items = std::vector<std::size_t>;

namespace {

// What holds of every plan.
void check_sound(const Bank& bank, const Progress& progress, const PlanRequest& request, const Plan& plan) {
  std::set<std::size_t> met;
  for (std::size_t i = 0; i < progress.size(); ++i)
    if (progress[i]) met.insert(i);
  double readiness = plan.readiness.all.left_alone;
  auto day = request.today;
  for (const auto& planned : plan.days) {
    CHECK(planned.day == day);
    CHECK(planned.off == contains(request.interview.off, day));
    const int budget = 60 * request.interview.minutes - (day == request.today ? request.spent : 0);
    CHECK(planned.seconds <= std::max(0, budget));
    if (planned.off) CHECK((planned.entries.empty() && !planned.round));
    int sum = planned.round ? planned.round->seconds : 0;
    for (const auto& entry : planned.entries) {
      sum += entry.seconds;
      readiness += entry.gain / static_cast<double>(bank.items.size());
      if (entry.gain < 0.01 || entry.seconds != request.seconds[entry.item] ||
          entry.fresh != met.insert(entry.item).second)
        FAIL_CHECK("entry " << entry.item);
    }
    CHECK(sum == planned.seconds);
    CHECK(items_of(planned).size() == planned.entries.size());
    CHECK_THAT(planned.readiness, WithinAbs(readiness, 1e-9));
    day += days{1};
  }
  CHECK(met.size() + plan.left_out.size() == bank.items.size());
  CHECK_THAT(plan.readiness.all.planned, WithinAbs(readiness, 1e-9));
}

// Half of the items seen, some weeks ago and well, some yesterday and badly.
Progress mixed(std::size_t count) {
  Progress progress(count);
  for (std::size_t i = 0; i < count; i += 2)
    progress[i] = rated(static_cast<Rating>(1 + i % 4), monday - days{1 + i % 20});
  return progress;
}

std::size_t fresh_of(const PlanDay& day) {
  return static_cast<std::size_t>(
      std::ranges::count_if(day.entries, [](const PlanEntry& entry) { return entry.fresh; }));
}

}  // namespace

TEST_CASE("a plan holds what it promises, whatever is asked of it", "[plan]") {
  Random random{1};
  for (const std::size_t count : {1u, 2u, 7u, 50u, 200u})
    for (const int ahead : {0, 1, 2, 5, 30, 90})
      for (const int minutes : {0, 2, 3, 10, 25, 60}) {
        CAPTURE(count, ahead, minutes);
        const auto bank = questions(count, 1 + static_cast<int>(below(random, 5)));
        auto asked = request(bank, ahead, minutes);
        for (auto& seconds : asked.seconds) seconds = 30 + static_cast<int>(below(random, 300));
        asked.interview.off = Weekdays{below(random, 127)};
        asked.spent = static_cast<int>(below(random, 3)) * 200;
        const auto progress = below(random, 2) == 0 ? Progress(count) : mixed(count);
        check_sound(bank, progress, asked, make_plan(bank, progress, asked));
      }
}

TEST_CASE("the same asked twice is planned the same", "[plan]") {
  const auto bank = questions(50);
  CHECK(make_plan(bank, mixed(50), request(bank, 30, 20)) ==
        make_plan(bank, mixed(50), request(bank, 30, 20)));
}

TEST_CASE("today's plan alone is the first day of the whole", "[plan]") {
  for (const int ahead : {0, 1, 3, 10, 60})
    for (const int minutes : {0, 10, 40}) {
      const auto bank = questions(50);
      const auto asked = request(bank, ahead, minutes);
      CHECK(plan_today(bank, mixed(50), asked) == make_plan(bank, mixed(50), asked).days.front());
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
  CHECK(plan_today(bank, Progress(10), request(bank, -1, 20)).entries.empty());
}

TEST_CASE("the final 48 hours are a last look at what gains most, without rounds", "[plan]") {
  const auto bank = questions(20);
  const auto made = plan(bank, 30, 60);
  for (std::size_t i = 0; i < 30; ++i) CHECK(made.days[i].last_look == (i >= 28));
  CHECK_FALSE(made.days[28].entries.empty());
  CHECK_FALSE(made.days[29].entries.empty());
  CHECK_FALSE((made.days[28].round || made.days[29].round));
}

TEST_CASE("zero minutes, an empty bank and days all off give an empty plan, not a fault", "[plan]") {
  const auto three = questions(3);
  CHECK(plan(three, 2, 0).days.size() == 2);
  CHECK(plan(three, 2, 0).left_out == Items{0, 1, 2});
  CHECK(plan(three, 2, 0).enough_minutes == 6);
  CHECK(plan(bank({}), 5, 20).days.size() == 5);
  CHECK(plan(bank({}), 5, 20).readiness.all == Readiness{});

  auto asked = request(three, 2, 20);
  asked.interview.off = parse_days_off("mon,tue").days;
  const auto made = make_plan(three, Progress(3), asked);
  CHECK(made.left_out.size() == 3);
  CHECK(made.enough_minutes == std::nullopt);
  asked.interview.off.set();
  CHECK(make_plan(three, Progress(3), asked).left_out.size() == 3);
}

TEST_CASE("one item is met at once, and again where that gains a point", "[plan]") {
  const auto made = plan(questions(1), 10, 20);
  REQUIRE(made.days[0].entries.size() == 1);
  CHECK(made.days[0].entries[0].fresh);
  CHECK_THAT(made.days[0].entries[0].gain, WithinAbs(expected_first(10), 1e-12));
  std::size_t times = 0;
  for (const auto& day : made.days) times += day.entries.size();
  CHECK(times > 1);
}

TEST_CASE("everything is met before the date where time allows, and what is left out is told", "[plan]") {
  // 50 items of 3 minutes, 3 of them a day at 10 minutes.
  const auto fifty = questions(50);
  CHECK(plan(fifty, 17, 10).left_out.empty());
  const auto short_of = plan(fifty, 14, 10);
  CHECK(short_of.left_out.size() == 50 - 14 * 3);
  CHECK(short_of.enough_minutes == 12);
  CHECK(plan(fifty, 14, 12).left_out.empty());
}

TEST_CASE("the minutes said to cover all do, and a minute less does not", "[plan]") {
  Random random{2};
  for (int round = 0; round < 40; ++round) {
    const auto bank = questions(5 + below(random, 60));
    auto asked = request(bank, 1 + static_cast<int>(below(random, 14)), static_cast<int>(below(random, 12)));
    for (auto& seconds : asked.seconds) seconds = 60 + static_cast<int>(below(random, 400));
    asked.interview.off = parse_days_off("tue,sat").days;
    const Progress unseen(bank.items.size());
    const auto made = make_plan(bank, unseen, asked);
    if (made.left_out.empty()) continue;
    REQUIRE(made.enough_minutes);
    CHECK(*made.enough_minutes > asked.interview.minutes);
    asked.interview.minutes = *made.enough_minutes;
    CHECK(make_plan(bank, unseen, asked).left_out.empty());
  }
}

TEST_CASE("a long item is met in time though short ones gain more a minute", "[plan]") {
  const auto bank = questions(30);
  auto asked = request(bank, 20, 10);
  asked.seconds[7] = 600;  // a day's worth
  for (std::size_t i = 0; i < 30; ++i)
    if (i != 7) asked.seconds[i] = 20;
  CHECK(make_plan(bank, Progress(30), asked).left_out.empty());
  asked.seconds[7] = 601;
  CHECK(make_plan(bank, Progress(30), asked).left_out == Items{7});
}

TEST_CASE("the gain is the expected recall on the day, less that if left alone", "[plan]") {
  const auto one = questions(1);
  const Progress progress{rated(Rating::hard, monday - days{4})};
  const auto today = plan_today(one, progress, request(one, 18, 20));
  REQUIRE(today.entries.size() == 1);
  const auto& memory = progress[0]->memory;
  CHECK_THAT(today.entries[0].gain,
             WithinAbs(expected_next(memory, 4, 18) - fsrs::retrievability(22, memory.stability), 1e-12));
}

TEST_CASE("a day takes what gains most a minute", "[plan]") {
  // As well known as each other, but of different lengths; and one that hardly gains.
  const auto four = questions(4);
  Progress progress(4, rated(Rating::hard, monday - days{4}));
  auto asked = request(four, 18, 6);
  asked.seconds = {200, 100, 50, 100};
  for (int i = 0; i < 6; ++i) progress[3]->add(Rating::easy, due(*progress[3]));
  progress[3]->last = monday - days{1};
  const auto today = plan_today(four, progress, asked);
  REQUIRE(today.entries.size() == 3);
  CHECK(today.entries[0].item == 2);
  CHECK(today.entries[1].item == 1);
  CHECK(today.entries[2].item == 0);
}

TEST_CASE("what gains more by waiting gives way, unless there is no day to wait for", "[plan]") {
  const auto bank = questions(2);  // of which a day holds one
  const Progress progress{rated(Rating::good, monday - days{1}), rated(Rating::easy, monday - days{5})};
  auto asked = request(bank, 7, 3);
  const auto waited = plan_today(bank, progress, asked);
  asked.interview.off = parse_days_off("tue,wed,thu,fri,sat,sun").days;
  const auto only_day = plan_today(bank, progress, asked);
  REQUIRE((waited.entries.size() == 1 && only_day.entries.size() == 1));
  CHECK(only_day.entries[0].item == 0);
  CHECK(waited.entries[0].item == 1);
  CHECK(only_day.entries[0].gain > waited.entries[0].gain);
}

TEST_CASE("what gains less than a point is left alone", "[plan]") {
  const auto ten = questions(10);
  auto known = rated(Rating::easy, monday - days{300});
  for (int i = 0; i < 12; ++i) known.add(Rating::easy, due(known));
  known.last = monday - days{1};
  const auto made = make_plan(ten, Progress(10, known), request(ten, 20, 60));
  for (const auto& day : made.days) CHECK(day.entries.empty());
  CHECK_THAT(made.readiness.all.planned, WithinAbs(made.readiness.all.left_alone, 1e-9));
  CHECK(made.readiness.all.planned > 0.99);
}

TEST_CASE("what is left of a plan followed in part is the rest of it", "[plan]") {
  const auto bank = questions(50);
  Random random{3};
  for (const auto& before : {Progress(50), mixed(50)})
    for (const int ahead : {1, 6, 40})
      for (int round = 0; round < 20; ++round) {
        CAPTURE(ahead, round);
        auto asked = request(bank, ahead, 31);
        auto progress = before;
        auto rest = plan_today(bank, before, asked).entries;
        std::erase_if(rest, [&](const PlanEntry& entry) {
          if (below(random, 2) == 0) return false;
          rate(progress, entry.item, static_cast<Rating>(1 + below(random, 4)), monday);
          asked.spent += entry.seconds;
          return true;
        });
        CHECK(plan_today(bank, progress, asked).entries == rest);
      }
}

TEST_CASE("once the day's round is done, its questions are left", "[plan]") {
  const auto bank = questions(30);
  auto asked = request(bank, 10, 50);
  const Progress seen(30, rated(Rating::hard, monday - days{5}));
  const auto before = plan_today(bank, seen, asked);
  REQUIRE(before.round);
  REQUIRE_FALSE(before.entries.empty());
  asked.last_round = monday;
  asked.spent = before.round->seconds;
  const auto after = plan_today(bank, seen, asked);
  CHECK_FALSE(after.round);
  CHECK(after.entries == before.entries);
}

TEST_CASE("time spent otherwise today is time gone, and what was rated is not asked again", "[plan]") {
  const auto bank = questions(50);
  auto asked = request(bank, 20, 20);
  Progress progress(50);
  for (std::size_t i = 40; i < 45; ++i) rate(progress, i, Rating::again, monday);
  asked.spent = 15 * 60;
  const auto today = plan_today(bank, progress, asked);
  CHECK(today.entries.size() == 1);
  CHECK(today.seconds == 180);
  asked.spent = 3 * 60 * 60;
  CHECK(plan_today(bank, progress, asked).entries.empty());
  asked.spent = 0;
  for (const auto item : items_of(plan_today(bank, progress, asked))) CHECK(item < 40);
}

TEST_CASE("days missed are simply replanned", "[plan]") {
  const auto bank = questions(50);
  const auto made = plan(bank, 20, 20);
  const auto later = make_plan(bank, Progress(50), request(bank, 15, 20, monday + days{5}));
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
  CHECK(make_plan(bank, Progress(50), asked).readiness.all.planned <
        plan(bank, 21, 10).readiness.all.planned);
}

TEST_CASE("readiness is told of each tier, and the tiers make up the whole", "[plan]") {
  const auto bank = questions(31);
  const auto readiness = make_plan(bank, mixed(31), request(bank, 12, 20)).readiness;
  double sum = 0;
  for (const auto& tier : readiness.tiers) {
    CHECK(tier.planned >= tier.left_alone);
    sum += tier.planned * static_cast<double>(tier.items);
  }
  CHECK_THAT(sum / 31, WithinAbs(readiness.all.planned, 1e-9));
}

TEST_CASE("rounds come weekly once half is met, the last three days before the interview", "[plan]") {
  const auto bank = questions(30);
  const auto made = plan(bank, 30, 60);
  std::vector<std::ptrdiff_t> ahead;
  for (const auto& day : made.days)
    if (day.round) ahead.push_back((made.interview.day - day.day).count());
  CHECK(ahead == std::vector<std::ptrdiff_t>{24, 17, 10, 3});
  CHECK(made.days[27].round == PlannedRound{1, 45, 45 * 75});
  CHECK(made.days[20].round == PlannedRound{0, 30, 30 * 75});
}

TEST_CASE("a round that the minutes do not hold is one of one's own, or none", "[plan]") {
  const auto bank = questions(20);
  CHECK(plan(bank, 20, 20).days[17].round == PlannedRound{std::nullopt, 16, 20 * 60});
  CHECK(plan(bank, 20, 45).days[17].round == PlannedRound{0, 30, 30 * 75});
  CHECK(rounds_of(plan(bank, 40, 10)) == 0);
}

TEST_CASE("a plan can be asked for without rounds", "[plan]") {
  const auto bank = questions(20);
  auto asked = request(bank, 30, 60);
  REQUIRE(rounds_of(make_plan(bank, Progress(20), asked)) > 0);
  asked.allow_rounds = false;
  CHECK(rounds_of(make_plan(bank, Progress(20), asked)) == 0);
}

TEST_CASE("no round keeps an item unmet", "[plan]") {
  const auto bank = questions(50);
  CHECK(plan(bank, 8, 20).left_out.size() == 2);
  CHECK(rounds_of(plan(bank, 8, 20)) == 0);
  CHECK(plan(bank, 9, 20).left_out.empty());
  CHECK(rounds_of(plan(bank, 9, 20)) == 0);
  CHECK(rounds_of(plan(bank, 10, 20)) == 1);
}

TEST_CASE("a round moves to the day before where it falls on a day off, and waits after another", "[plan]") {
  const auto bank = questions(10);
  auto asked = request(bank, 20, 60);  // a Sunday; the round falls on Thursday
  const auto thursday = std::size_t{17};
  REQUIRE(make_plan(bank, Progress(10), asked).days[thursday].round);
  asked.interview.off = parse_days_off("thu,wed").days;
  CHECK(make_plan(bank, Progress(10), asked).days[thursday - 2].round);

  asked.interview.off.reset();
  asked.today = asked.interview.day - days{3};
  const Progress seen(10, rated(Rating::good, monday));
  CHECK(plan_today(bank, seen, asked).round);
  asked.last_round = asked.today - days{2};
  CHECK_FALSE(plan_today(bank, seen, asked).round);
  asked.last_round = asked.today - days{3};
  CHECK(plan_today(bank, seen, asked).round);
}

TEST_CASE("the next interview is the soonest that has not passed", "[plan]") {
  const std::vector<Interview> three{
      {"second", tuesday, 20, {}}, {"first", monday, 20, {}}, {"also second", tuesday, 20, {}}};
  CHECK(next_interview(three, monday)->title == "first");
  CHECK(next_interview(three, tuesday)->title == "second");
  CHECK(next_interview(three, wednesday) == nullptr);
  CHECK(next_interview({}, monday) == nullptr);
}

TEST_CASE("5,000 items over 400 days are planned, and all of them met", "[plan]") {
  const auto bank = questions(5000);
  const auto asked = request(bank, 400, 60);
  const Progress unseen(5000);
  const auto made = make_plan(bank, unseen, asked);
  check_sound(bank, unseen, asked, made);
  CHECK(made.left_out.empty());
  CHECK(fresh_of(made.days[0]) == 20);
}
