#include "render/html/svg_chart.hpp"

#include "catch.hpp"

using namespace viva;
using namespace viva::svg;

namespace {

const About about{"one", "Title", "Text"};

Columns columns(std::size_t count, const std::string& label = "24 Nov") {
  Columns chart;
  for (std::size_t i = 0; i < count; ++i) chart.columns.push_back({label, 1, "tip"});
  return chart;
}

std::size_t count(std::string_view text, std::string_view part) {
  std::size_t found = 0;
  for (auto at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++found;
  return found;
}

struct Shown {
  std::size_t always, where_wide;
};

Shown labels(const Chart& chart) {
  const auto drawn = draw(about, chart);
  const auto where_wide = count(drawn, "<text class=\"roomy\"");
  return {count(drawn, ">24 Nov</text>") - where_wide, where_wide};
}

}  // namespace

TEST_CASE("labels of columns leave out what they would lie over") {
  CHECK(labels(columns(3)).always == 3);
  CHECK(labels(columns(6)).always == 6);
  CHECK(labels(columns(12)).always == 6);
  CHECK(labels(columns(12)).where_wide == 6);
  CHECK(labels(columns(20)).always == 5);
  CHECK(labels(columns(20)).where_wide == 5);
  CHECK(labels(columns(0)).always == 0);
}

TEST_CASE("labels that are far apart already are all shown") {
  auto chart = columns(28, "");
  for (std::size_t i = 0; i < 28; i += 7) chart.columns[i].label = "24 Nov";
  CHECK(labels(chart).always == 4);
}

TEST_CASE("a bar says its whole label and value, as text") {
  const std::string label(60, 'x');
  const auto drawn =
      draw(about, Bars{{.label = "  " + label + "<b>", .share = 0.5, .value = "50 %", .note = "1 of 2"}});
  CHECK(count(drawn, "<span dir=\"auto\">" + label +
                         "&lt;b&gt;</span><span class=\"said\">50 %, 1 of 2</span>") == 1);
  CHECK(count(drawn, "class=\"value\" width=\"50.00%\"") == 1);
}

TEST_CASE("a calendar ends at the right edge of its picture") {
  HeatMap map;
  map.weeks.resize(26);
  map.months = {{0, "Jun"}, {25, "Nov"}};
  const auto drawn = draw(about, map);
  CHECK(count(drawn, "<rect ") == 26 * 7);
  CHECK(count(drawn, "x=\"96.54%\"") == 7);
  CHECK(count(drawn, "x=\"100.00%\" y=\"13.0\" text-anchor=\"end\">Nov</text>") == 1);
}
