// The charts of the statistics as values, in the order in which they are shown. A page draws them as text,
// HTML as pictures with their data in tables. A new chart is a function of the source and a line of its list.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "render/chart.hpp"
#include "render/html/svg_chart.hpp"
#include "viva/bank/bank.hpp"
#include "viva/stats/stats.hpp"

namespace viva {

struct StatsChart {
  using Row = std::vector<std::string>;
  // An entry of a list: what opens it, its text, and what stands below.
  struct Entry {
    std::string lead, text, below;
  };
  using Text = std::variant<std::monostate, std::vector<Bar>, ColumnChart, HeatMap, std::vector<Entry>>;

  svg::About about{};   // its description is for HTML
  std::string words{};  // what it says on a page; empty: nothing but the drawing
  Text text{};
  std::optional<svg::Chart> picture{};  // none: there is nothing to draw yet
  Row heads{};                          // of the table
  std::vector<Row> rows{};
};

// How much there is room for.
struct ChartRoom {
  int weeks;           // of the calendar
  std::size_t rounds;  // the last of them
};

std::vector<StatsChart> stats_charts(const Bank& bank, const Stats& stats, const ChartRoom& room);

}  // namespace viva
