#include "render/stats_page.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "render/keys.hpp"
#include "render/stats_charts.hpp"
#include "render/stats_words.hpp"
#include "viva/base/text.hpp"

namespace viva {
namespace {

constexpr int most_weeks = 26;
constexpr std::size_t rounds_shown = 8;

void add_words(Page& page, std::string_view text, int columns) {
  if (!text.empty()) add_wrapped(page, {{"  "}}, text, columns);
}

void add_indented(Page& page, Page lines) {
  for (auto& line : lines) {
    line.insert(line.begin(), {"  "});
    page.push_back(std::move(line));
  }
}

// Each kind of drawing with the words, which stand below what has an axis and above what has not.
void add_drawing(Page& page, std::monostate, std::string_view words, int columns) {
  add_words(page, words, columns);
}

void add_drawing(Page& page, const std::vector<Bar>& bars, std::string_view words, int columns) {
  add_words(page, words, columns);
  add_indented(page, bar_chart(bars, columns - 2));
}

void add_drawing(Page& page, const ColumnChart& chart, std::string_view words, int columns) {
  add_indented(page, column_chart(chart, columns - 2));
  add_words(page, words, columns);
}

void add_drawing(Page& page, const HeatMap& map, std::string_view words, int columns) {
  std::ranges::move(heat_map(map), std::back_inserter(page));
  add_words(page, words, columns);
}

void add_drawing(Page& page, const std::vector<StatsChart::Entry>& entries, std::string_view words,
                 int columns) {
  add_words(page, words, columns);
  for (const auto& [lead, text, below] : entries) {
    const auto indent = static_cast<std::size_t>(2 + width(lead) + 2);
    add_wrapped(page, {{fmt::format("  {}  ", lead)}}, text, columns);
    add_wrapped(page, {{std::string(indent, ' ')}}, below, columns, Style::dim);
  }
}

void add_title(Page& page, std::string_view title, int columns) {
  page.push_back({});
  add_wrapped(page, {}, title, columns, Style::strong);
}

void add_charts(Page& page, const Bank& bank, const Stats& stats, int columns) {
  const ChartRoom room{std::clamp(columns - 7, 4, most_weeks), rounds_shown};
  for (const auto& chart : stats_charts(bank, stats, room)) {
    add_title(page, chart.about.title, columns);
    std::visit([&](const auto& text) { add_drawing(page, text, chart.words, columns); }, chart.text);
  }
}

}  // namespace

Page stats_page(const Bank& bank, const Stats& stats, const NextStep& next, int columns) {
  Page page;
  add_wrapped(page, {}, bank.title, columns, Style::strong);
  if (stats.answers > 0 || !stats.rounds.empty()) {
    add_wrapped(page, {}, summary_words(stats), columns, Style::dim);
    add_charts(page, bank, stats, columns);
  } else {
    page.push_back({});
    add_wrapped(page, {},
                "Nothing to count yet: the charts begin with your first rated answer, and say more each day.",
                columns);
  }
  add_title(page, "Next", columns);
  add_command(page, next.command, columns);
  if (!next.reason.empty()) add_wrapped(page, {{"    "}}, next.reason, columns, Style::dim);
  return page;
}

}  // namespace viva
