#include "render/plan_words.hpp"

#include "catch.hpp"
#include "plan/plan_scene.hpp"

using namespace viva;
using namespace viva::sample;

TEST_CASE("every item says what it gains", "[plan]") {
  CHECK(reason({0, 180, 0.14, false}) == "+14 points on the day");
  CHECK(reason({0, 180, 0.576, true}) == "new: +58 points on the day");
  CHECK(reason({0, 180, 0.0104, false}) == "+1 point on the day");
}

TEST_CASE("what is left out is told, with the minutes that would do", "[plan]") {
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
