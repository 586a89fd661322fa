// Charts as inline SVG, for HTML pages; bars are rows of HTML with an SVG each. Each chart has a title and a
// description for those who do not see it. Its colours are the page's style. It fits pages from 320 pixels
// on without scrolling, and no label is clipped or lies over another. Texts may come from strangers: they are
// escaped here.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "render/chart.hpp"

namespace viva::svg {

// What a chart is called and says.
struct About {
  std::string_view id;  // unique on the page, of letters and hyphens
  std::string title, description;
};

using Bars = std::vector<Bar>;

struct Columns {
  struct Column {
    std::string label;  // below it, or empty
    double value = 0;   // not negative
    std::string tip;    // shown where one points at it
  };
  std::vector<Column> columns;
  double end = 1;  // of the axis; above 0
};

// What was expected (across) and what came (up), beside the line of perfect judgement.
struct Calibration {
  struct Point {
    double x = 0, y = 0;  // 0 to 1
    std::string tip;
  };
  std::vector<Point> points;
  std::array<std::string_view, 2> ends;  // labels of both axes
  std::string_view across, up;
};

using Chart = std::variant<Bars, Columns, Calibration, HeatMap>;

std::string draw(const About& about, const Chart& chart);

}  // namespace viva::svg
