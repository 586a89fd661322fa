#include "render/plan_page.hpp"

#include "catch.hpp"
#include "golden.hpp"
#include "render/sample_plan.hpp"
#include "viva/base/text.hpp"

using namespace viva;
using namespace viva::sample;
using std::chrono::days;
using viva::test::check_golden;

namespace {

std::string shown(const Page& page) { return render(page, {}); }
std::string in_ascii(const Page& page) { return render(page, {false, true}); }

// Nothing is left to gain.
Scene mastered() {
  Scene scene;
  for (std::size_t i = 0; i < 12; ++i) {
    auto& item = scene.standing.now[i].emplace(scene.bank.items[i].points.size());
    std::vector<PointGrade> grades;
    for (std::uint32_t point = 0; point < item.points.size(); ++point)
      grades.push_back({point, Rating::easy, true});
    for (int before = 60; before > 0; before -= 6) item.add(Rating::easy, monday - days{before}, grades);
  }
  scene.standing.morning = scene.standing.now;
  return scene;
}

Page plan_of(const Scene& scene, int columns, std::string_view places = {}) {
  return plan_page(scene.bank, scene.plan(), scene.today(), columns, places);
}

Page day_of(const Scene& scene, int columns) {
  return plan_day_page(scene.bank, scene.today(), scene.standing.morning, columns);
}

}  // namespace

TEST_CASE("a plan, wide and narrow") {
  const Scene scene;
  check_golden("plan-80.txt", shown(plan_of(scene, 80, " --bank my.json")));
  check_golden("plan-40.txt", shown(plan_of(scene, 40)));
}

TEST_CASE("a plan in ASCII") {
  const Scene scene;
  const auto text = in_ascii(plan_of(scene, 78));
  check_golden("plan-ascii.txt", text);
  CHECK(text.find('?') == std::string::npos);
  check_golden("plan-ascii-40.txt", in_ascii(plan_of(scene, 38)));
}

TEST_CASE("a plan that cannot meet every question says so") {
  const Scene scene{4, 3};
  REQUIRE(scene.plan().left_out.size() == 7);
  check_golden("plan-left-out.txt", shown(plan_of(scene, 80)));
}

TEST_CASE("a plan on the eve, on the day, and of nothing left to gain") {
  std::string all;
  for (const int ahead : {1, 0}) {
    const Scene scene{ahead, 20};
    all += shown(plan_of(scene, 80)) + '\n';
  }
  all += shown(plan_of(mastered(), 80));
  check_golden("plan-last-days.txt", all);
}

TEST_CASE("today's questions, each with its reason") {
  const Scene scene;
  check_golden("plan-day-80.txt", shown(day_of(scene, 80)));
  check_golden("plan-day-40.txt", shown(day_of(scene, 40)));
  check_golden("plan-day-ascii.txt", in_ascii(day_of(scene, 78)));
  auto nothing = mastered();
  nothing.asked.allow_rounds = false;
  CHECK(shown(day_of(nothing, 80)).find("Today: nothing more to gain\n") != std::string::npos);
}

TEST_CASE("today's questions stay while one works, and those that are done say so") {
  Scene scene;
  const auto before = scene.today().work;
  REQUIRE(before.entries.size() == 12);
  scene.answered(before.entries[0].item, {1}, monday);
  scene.answered(before.entries[2].item, {1, 2, 3, 4}, monday);
  const auto text = shown(day_of(scene, 80));
  check_golden("plan-day-begun.txt", text);
}

TEST_CASE("a round that is planned for today comes with its command") {
  const Scene scene;
  auto today = scene.today();
  const auto page = [&] { return shown(plan_day_page(scene.bank, today, scene.standing.morning, 80)); };
  today.work.round = PlannedRound{0, 30, 2250};
  CHECK(page().find("\n\nA mock round is planned: Phone screen, 30 min and the scoring.\n\nNext\n"
                    "  viva drill\n  viva mock screen\n") != std::string::npos);
  today.work.entries.clear();
  today.work.round = PlannedRound{std::nullopt, 12, 900};
  CHECK(page().find("A mock round is planned: of your own, 12 min and the scoring.\n\nNext\n"
                    "  viva mock --minutes 12\n") != std::string::npos);
  today.work.round->done = true;
  CHECK(page().find("A mock round is done: of your own, 12 min and the scoring.\n") != std::string::npos);
  CHECK(page().find("viva mock") == std::string::npos);
}

TEST_CASE("without an interview ahead, what to type") {
  const Scene scene;
  std::string all = shown(no_plan_page({}, monday, 80)) + '\n';
  all += shown(no_plan_page({scene.asked.interview}, monday + days{12}, 80, " --history h.db")) + '\n';
  all += shown(no_plan_page({scene.asked.interview}, monday + days{14}, 40));
  check_golden("plan-none.txt", all);
}

TEST_CASE("what is left when a day of the plan is done") {
  Scene scene;
  scene.answer_all();
  auto today = scene.today();
  REQUIRE(today.work.left().empty());
  std::string all = shown(day_done_page(scene.bank, today, {15, 2700}, 80)) + '\n';
  today.work.round = PlannedRound{1, 45, 3375, false};
  all += shown(day_done_page(scene.bank, today, {2, 300}, 40)) + '\n';
  today.work.round->done = true;
  all += shown(day_done_page(scene.bank, today, {2, 300}, 40)) + '\n';
  today.work.round.reset();
  today.work.entries.clear();
  all += shown(day_done_page(scene.bank, today, {}, 80)) + '\n';
  today.work.off = true;
  all += shown(day_done_page(scene.bank, today, {}, 80, " --bank my.json"));
  check_golden("plan-day-done.txt", all);
}

TEST_CASE("what is left when a day without an interview is done") {
  const Scene scene;
  Today today;
  today.day = monday;
  today.work.entries = {{0, 180, 0, PlanReason::fading, true}};
  std::string all = shown(day_done_page(scene.bank, today, {10, 1700}, 80)) + '\n';
  today.weak = 2;
  all += shown(day_done_page(scene.bank, today, {10, 1700}, 80)) + '\n';
  today.due_beyond = 30;
  all += shown(day_done_page(scene.bank, today, {1, 20}, 40));
  check_golden("day-done.txt", all);
}

TEST_CASE("no line of a plan is wider than it may be") {
  auto scene = Scene{};
  scene.bank.items[5].id = "a-question-with-quite-a-long-identifier-that-goes-on";
  scene.bank.tiers[1].name = "A tier with a name that is far too long for a table";
  scene.asked.interview.title = "漢字 \x1b[2J and more words than fit in a narrow place";
  for (const int columns : {30, 40, 63, 64, 80, 90}) {
    auto all = plan_of(scene, columns);
    for (const auto& page :
         {day_of(scene, columns), no_plan_page({scene.asked.interview}, monday + days{30}, columns)})
      all.insert(all.end(), page.begin(), page.end());
    for (const auto& line : all) {
      INFO(columns << ": " << render(line, {}));
      CHECK((width(render(line, {})) <= columns || render(line, {}).find("viva plan") != std::string::npos));
      CHECK(render(line, {}).find('\x1b') == std::string::npos);
    }
  }
}

TEST_CASE("every item says why it is planned") {
  const auto seven = item("kv-cache", 7), whole = item("npu");
  const auto yesterday = monday - days{1};
  const auto why = [&](PlanReason reason, const Item& item, const std::optional<ItemProgress>& morning,
                       double gain = 0) {
    return viva::reason({0, 180, gain, reason, false}, item, morning, monday);
  };
  CHECK(why(PlanReason::fresh, seven, {}, 3.5) == "new: 7 points");
  CHECK(why(PlanReason::fresh, whole, {}, 0.5) == "new: 1 point");
  CHECK(why(PlanReason::missed, seven, ticked({1, 3, 5}, 7, yesterday), 0.4) == "missed 4 of 7, yesterday");
  CHECK(why(PlanReason::missed, whole, rated(Rating::again, yesterday)) == "rated Again yesterday");
  CHECK(why(PlanReason::fading, seven, ticked({1, 2, 3, 4, 5, 6, 7}, 7, yesterday), 1.24) ==
        "+1.2 points on the day");
  CHECK(why(PlanReason::last_look, seven, ticked({1}, 7, yesterday), 1.96) == "+2.0 points on the day");
  CHECK(why(PlanReason::fading, seven, ticked({1}, 7, yesterday)) == "due");  // without an interview
}

TEST_CASE("what is left out is told, with the minutes that would do") {
  const auto three = questions(3), fifty = questions(50);
  const auto plan = [](const Bank& bank, int days_ahead, int minutes) {
    const Progress none(bank.items.size());
    return make_plan(bank, {none, none}, request(bank, days_ahead, minutes));
  };
  CHECK(describe_left_out(plan(three, 6, 0)) ==
        "at 0 min a day none of 3 can be met; 3 are left out; 3 min would cover all");
  CHECK(describe_left_out(plan(fifty, 14, 10)) ==
        "at 10 min a day 32 of 50 can be met; 18 are left out; 15 min would cover all");
  CHECK(describe_left_out(plan(fifty, 14, 24)).empty());

  auto asked = request(three, 2, 20);
  asked.interview.off = parse_days_off("mon,tue").days;
  CHECK(describe_left_out(make_plan(three, {Progress(3), Progress(3)}, asked)) ==
        "at 20 min a day none of 3 can be met; 3 are left out; no daily time would cover all");
}
