#include "render/plan_page.hpp"

#include "catch.hpp"
#include "golden.hpp"
#include "plan/plan_scene.hpp"
#include "viva/base/text.hpp"

using namespace viva;
using namespace viva::sample;
using std::chrono::days;
using viva::test::check_golden;

namespace {

std::string shown(const Page& page) { return render(page, {}); }
std::string in_ascii(const Page& page) { return render(page, {false, true}); }

Plan mastered() {
  Scene scene;
  for (std::size_t i = 0; i < 12; ++i)
    for (int before = 60; before > 0; before -= 6)
      rate(scene.progress, i, Rating::easy, monday - days{before});
  return scene.plan();
}

}  // namespace

TEST_CASE("a plan, wide and narrow") {
  const Scene scene;
  check_golden("plan-80.txt", shown(plan_page(scene.bank, scene.plan(), 80, " --bank my.json")));
  check_golden("plan-40.txt", shown(plan_page(scene.bank, scene.plan(), 40)));
}

TEST_CASE("a plan in ASCII") {
  const Scene scene;
  const auto text = in_ascii(plan_page(scene.bank, scene.plan(), 78));
  check_golden("plan-ascii.txt", text);
  CHECK(text.find('?') == std::string::npos);
  check_golden("plan-ascii-40.txt", in_ascii(plan_page(scene.bank, scene.plan(), 38)));
}

TEST_CASE("a plan that cannot meet every question says so") {
  const Scene scene{4, 3};
  const auto plan = scene.plan();
  REQUIRE(plan.left_out.size() == 4);
  check_golden("plan-left-out.txt", shown(plan_page(scene.bank, plan, 80)));
}

TEST_CASE("a plan on the eve, on the day, and of nothing left to gain") {
  std::string all;
  for (const int ahead : {1, 0}) {
    const Scene scene{ahead, 20};
    all += shown(plan_page(scene.bank, scene.plan(), 80)) + '\n';
  }
  all += shown(plan_page(Scene{}.bank, mastered(), 80));
  check_golden("plan-last-days.txt", all);
}

TEST_CASE("today's questions, each with its reason") {
  const Scene scene;
  check_golden("plan-day-80.txt", shown(plan_day_page(scene.bank, scene.plan(), 80)));
  check_golden("plan-day-40.txt", shown(plan_day_page(scene.bank, scene.plan(), 40)));
  check_golden("plan-day-ascii.txt", in_ascii(plan_day_page(scene.bank, scene.plan(), 78)));
  auto nothing = mastered();
  nothing.days.front().entries.clear();
  CHECK(shown(plan_day_page(scene.bank, nothing, 80)).find("Today: nothing that would gain a point.") !=
        std::string::npos);
}

TEST_CASE("a round that is planned for today comes with its command") {
  const Scene scene;
  auto plan = scene.plan();
  auto& today = plan.days.front();
  today.round = PlannedRound{0, 30, 2250};
  const auto text = shown(plan_day_page(scene.bank, plan, 80));
  CHECK(text.find("A mock round is planned: Phone screen, 30 min and the scoring.\nToday: ") !=
        std::string::npos);
  CHECK(text.find("  viva drill\n  viva mock screen\n") != std::string::npos);
  today.entries.clear();
  today.round = PlannedRound{std::nullopt, 12, 900};
  const auto alone = shown(plan_day_page(scene.bank, plan, 80));
  CHECK(alone.find("A mock round is planned: of your own, 12 min and the scoring.\n\nNext\n"
                   "  viva mock --minutes 12\n") != std::string::npos);
}

TEST_CASE("without an interview ahead, what to type") {
  const Scene scene;
  std::string all = shown(no_plan_page({}, monday, 80)) + '\n';
  all += shown(no_plan_page({scene.asked.interview}, monday + days{12}, 80, " --history h.db")) + '\n';
  all += shown(no_plan_page({scene.asked.interview}, monday + days{14}, 40));
  check_golden("plan-none.txt", all);
}

TEST_CASE("how far today is, and what is left when it is done") {
  const Scene scene;
  const auto& interview = scene.asked.interview;
  auto left = scene.plan().days.front();
  CHECK(describe_today(interview, left, {4, 560}) ==
        "Today's plan: 9 of 45 min and 4 questions done, 12 to go.");
  CHECK(describe_today(interview, left, {}) == "Today's plan: nothing done yet, 12 to go.");
  std::string all;
  left.entries.clear();
  all += shown(day_done_page(scene.bank, interview, left, {15, 2700}, true, 80)) + '\n';
  all += shown(day_done_page(scene.bank, interview, left, {}, false, 80)) + '\n';
  left.round = PlannedRound{1, 45, 3375};
  all += shown(day_done_page(scene.bank, interview, left, {2, 300}, false, 40)) + '\n';
  left.round.reset();
  left.off = true;
  all += shown(day_done_page(scene.bank, interview, left, {}, false, 80, " --bank my.json"));
  check_golden("plan-day-done.txt", all);
}

TEST_CASE("no line of a plan is wider than it may be") {
  auto scene = Scene{};
  scene.bank.items[5].id = "a-question-with-quite-a-long-identifier-that-goes-on";
  scene.bank.tiers[1].name = "A tier with a name that is far too long for a table";
  scene.asked.interview.title = "漢字 \x1b[2J and more words than fit in a narrow place";
  for (const int columns : {30, 40, 63, 64, 80, 90}) {
    auto all = plan_page(scene.bank, scene.plan(), columns);
    for (const auto& page : {plan_day_page(scene.bank, scene.plan(), columns),
                             no_plan_page({scene.asked.interview}, monday + days{30}, columns)})
      all.insert(all.end(), page.begin(), page.end());
    for (const auto& line : all) {
      INFO(columns << ": " << render(line, {}));
      CHECK((width(render(line, {})) <= columns || render(line, {}).find("viva plan") != std::string::npos));
      CHECK(render(line, {}).find('\x1b') == std::string::npos);
    }
  }
}

TEST_CASE("every item says what it gains") {
  CHECK(reason({0, 180, 0.14, false}) == "+14 points on the day");
  CHECK(reason({0, 180, 0.576, true}) == "new: +58 points on the day");
  CHECK(reason({0, 180, 0.0104, false}) == "+1 point on the day");
}

TEST_CASE("what is left out is told, with the minutes that would do") {
  const auto three = questions(3), fifty = questions(50);
  CHECK(describe_left_out(plan(three, 2, 0)) ==
        "at 0 min a day none of 3 can be met; 3 are left out; 6 min would cover all");
  CHECK(describe_left_out(plan(fifty, 14, 10)) ==
        "at 10 min a day 42 of 50 can be met; 8 are left out; 12 min would cover all");
  CHECK(describe_left_out(plan(fifty, 14, 12)).empty());

  auto asked = request(three, 2, 20);
  asked.interview.off = parse_days_off("mon,tue").days;
  CHECK(describe_left_out(make_plan(three, Progress(3), asked)) ==
        "at 20 min a day none of 3 can be met; 3 are left out; no daily time would cover all");
}
