// Charts as inline SVG, for HTML pages. Each has a title and a description for those who do not see it; what
// a chart is coloured with is left to the page's style. Texts may come from strangers: they are escaped and
// clipped here.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace viva::svg {

// What a chart is called and says; `id` is unique on the page, of letters and hyphens.
struct About {
  std::string_view id;
  std::string title, description;
};

struct Bar {
  std::string label;
  double share = 0;  // 0 to 1
  std::string value;
};

struct Column {
  std::string label;  // below it, or empty
  double value = 0;   // not negative
  std::string tip;    // shown where one points at it
};

struct Point {
  double x = 0, y = 0;  // 0 to 1
  std::string tip;
};

struct Cell {
  int level = 0;  // 0 to 4; -1: no cell
  std::string tip;
};

std::string bars(const About& about, const std::vector<Bar>& bars);

// From 0 to `end`, which is above 0 and reads `end_label`.
std::string columns(const About& about, const std::vector<Column>& columns, double end,
                    std::string_view end_label);

// What was expected (across) and what came (up), beside the line of perfect judgement.
std::string calibration(const About& about, const std::vector<Point>& points,
                        const std::array<std::string_view, 2>& ends, std::string_view across,
                        std::string_view up);

struct Month {
  std::size_t week = 0;
  std::string name;
};

// Seven cells a week, Monday first.
std::string heat_map(const About& about, const std::vector<std::array<Cell, 7>>& weeks,
                     const std::vector<Month>& months);

}  // namespace viva::svg
