#include "render/chart.hpp"

#include "catch.hpp"
#include "viva/base/text.hpp"

using namespace viva;

namespace {

// After a line break, so that a chart can be compared with a raw string.
std::string shown(const Page& page) { return '\n' + render(page, {}); }
std::string in_ascii(const Page& page) { return '\n' + render(page, {false, true}); }

ColumnChart week() {
  return {.values = {0, 12, 5, 30, 1, 0, 20}, .labels = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"}};
}

}  // namespace

TEST_CASE("a bar shows a share to an eighth of a column") {
  CHECK(share_bar(0.5, 8) == "████░░░░");
  CHECK(share_bar(0.61, 20) == "████████████▎░░░░░░░");
  CHECK(share_bar(0.55, 10) == "█████▌░░░░");
  CHECK(to_ascii(share_bar(0.55, 10)) == "######....");
  CHECK(to_ascii(share_bar(0.53, 10)) == "#####.....");
  CHECK(share_bar(0.5, 0).empty());
}

TEST_CASE("only all fills a bar, and only nothing leaves it empty") {
  CHECK(share_bar(1, 4) == "████");
  CHECK(share_bar(7, 4) == "████");
  CHECK(share_bar(0.9999, 4) == "███▉");
  CHECK(share_bar(0.0001, 4) == "▏░░░");
  CHECK(share_bar(0, 4) == "░░░░");
  CHECK(share_bar(-1, 4) == "░░░░");
  CHECK(share_bar(0.0 / 0.0, 4) == "░░░░");
}

TEST_CASE("bars below each other are as long as each other") {
  const std::vector<Bar> bars{{"Expected", 0.61, "61 %", "31 of 50 seen"}, {"  Beginner", 1, "100 %", "5/5"}};
  CHECK(shown(bar_chart(bars, 60)) == R"(
Expected    ███████████████▉░░░░░░░░░░   61 %  31 of 50 seen
  Beginner  ██████████████████████████  100 %  5/5
)");
  CHECK(shown(bar_chart(bars, 30)) == R"(
Expected    ██████▊░░░░   61 %
  Beginner  ███████████  100 %
)");
  CHECK(shown(bar_chart(bars, 20)) == R"(
Expe…  ███▋░░   61 %
  Be…  ██████  100 %
)");
}

TEST_CASE("a column chart of counts") {
  CHECK(shown(column_chart(week(), 40)) == R"(
30 ┤            ███
   │            ███         ▃▃▃
   │            ███         ███
   │    ███     ███         ███
   │    ███ ▇▇▇ ███ ▁▁▁     ███
 0 └────────────────────────────
    Mon Tue Wed Thu Fri Sat Sun
)");
  CHECK(in_ascii(column_chart(week(), 40)) == R"(
30 +            ###
   |            ###         :::
   |            ###         ###
   |    ###     ###         ###
   |    ### ### ### ...     ###
 0 +----------------------------
    Mon Tue Wed Thu Fri Sat Sun
)");
}

TEST_CASE("a column chart of shares") {
  ColumnChart chart;
  chart.scale = ColumnChart::Scale::share;
  chart.height = 4;
  for (int day = 0; day < 18; ++day) {
    chart.values.push_back(0.4 + 0.03 * day);
    chart.labels.push_back(day % 7 == 0 ? "week " + std::to_string(day / 7 + 1) : "");
  }
  chart.labels.back() = "10 Dec";
  CHECK(shown(column_chart(chart, 60)) == R"(
100 % ┤                          ▁ ▂ ▃ ▄ ▅
      │        ▁ ▂ ▃ ▄ ▄ ▅ ▆ ▇ █ █ █ █ █ █
      │▅ ▆ ▇ █ █ █ █ █ █ █ █ █ █ █ █ █ █ █
      │█ █ █ █ █ █ █ █ █ █ █ █ █ █ █ █ █ █
    0 └────────────────────────────────────
       week 1        week 2              10 Dec
)");
  CHECK(shown(column_chart(chart, 30)) == R"(
100 % ┤             ▁▂▃▄▅
      │    ▁▂▃▄▄▅▆▇██████
      │▅▆▇███████████████
      │██████████████████
    0 └──────────────────
       week 1 week 2    10 Dec
)");
}

TEST_CASE("more values than columns are averaged") {
  ColumnChart chart;
  chart.height = 2;
  for (int i = 0; i < 100; ++i) {
    chart.values.push_back(i % 2 == 0 ? 0 : i);
    chart.labels.push_back(i % 10 == 3 ? std::to_string(i) : "");
  }
  CHECK(shown(column_chart(chart, 40)) == R"(
100 ┤                           ▁ ▁ ▂ ▇
    │▁▁▁▁▁▂▁▂▁▃▂▄▂▄▂▅▃▆▃▆▃▇▄▇▄█▄█▅█▅█▅█
  0 └──────────────────────────────────
     3   13 23 33  43 53 63  73 83 93
)");
}

TEST_CASE("a chart of nothing has its axes") {
  CHECK(shown(column_chart({.height = 2}, 20)) == R"(
1 ┤
  │
0 └─────────────────
)");
}

TEST_CASE("no chart is wider than it may be") {
  for (int columns = 20; columns <= 100; columns += 3)
    for (const std::size_t count : {1u, 7u, 14u, 60u, 400u}) {
      ColumnChart chart;
      chart.values.assign(count, 12345);
      chart.labels.assign(count, "Thu 10 Dec");
      for (const auto& line : column_chart(chart, columns)) CHECK(width(render(line, {})) <= columns);
    }
}

TEST_CASE("the axis of a count ends at a round number") {
  CHECK(axis_end(0) == 1);
  CHECK(axis_end(1) == 1);
  CHECK(axis_end(6) == 8);
  CHECK(axis_end(9) == 10);
  CHECK(axis_end(34) == 40);
  CHECK(axis_end(101) == 200);
}

TEST_CASE("the cells of a heat map differ without colour") {
  std::string cells;
  for (int level = 0; level < heat_levels; ++level) cells += heat_cell(level).text;
  CHECK(cells == "·░▒▓█");
  CHECK(to_ascii(cells) == "-.:=#");
  CHECK(heat_level(0, 10) == 0);
  CHECK(heat_level(1, 100) == 1);
  CHECK(heat_level(5, 10) == 2);
  CHECK(heat_level(10, 10) == 4);
}
