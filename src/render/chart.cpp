#include "render/chart.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <string_view>

#include "viva/base/date.hpp"
#include "viva/base/text.hpp"

namespace viva {
namespace {

constexpr std::array<std::string_view, 8> left_eighths{"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
constexpr std::array<std::string_view, 9> lower_eighths{" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};

std::string repeated(std::string_view text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += text;
  return out;
}

// How many of `all` eighths a share takes; something is never nothing, and not all is never all.
int eighths_of(double share, int all) {
  if (!(share > 0)) return 0;
  if (share >= 1) return all;
  return std::clamp(static_cast<int>(std::lround(share * all)), std::min(1, all), std::max(all - 1, 0));
}

std::size_t at(int index) { return static_cast<std::size_t>(index); }

// Where everything stands.
struct ColumnLayout {
  int axis = 0;  // columns left of the axis
  int cell = 1;  // columns of a value with the gap after it
  int bar = 1;   // and without
  int values = 0;
  int room() const { return values * cell; }
};

double end_of(const ColumnChart& chart) {
  if (chart.scale == ColumnChart::Scale::share) return 1;
  return axis_end(chart.values.empty() ? 0 : *std::ranges::max_element(chart.values));
}

std::string end_label(const ColumnChart& chart) {
  if (chart.scale == ColumnChart::Scale::share) return "100 %";
  return fmt::format("{:.0f}", end_of(chart));
}

// Averages neighbours until each value has a column.
ColumnChart condense(ColumnChart chart, std::size_t most) {
  const auto count = chart.values.size();
  const auto each = (count + most - 1) / most;
  if (each <= 1) return chart;
  std::vector<double> values;
  std::vector<std::string> labels;
  for (std::size_t from = 0; from < count; from += each) {
    const auto to = std::min(from + each, count);
    double sum = 0;
    for (auto i = from; i < to; ++i) sum += chart.values[i];
    values.push_back(sum / static_cast<double>(to - from));
    const auto named =
        std::find_if(chart.labels.begin() + static_cast<std::ptrdiff_t>(std::min(from, chart.labels.size())),
                     chart.labels.begin() + static_cast<std::ptrdiff_t>(std::min(to, chart.labels.size())),
                     [](const auto& label) { return !label.empty(); });
    if (!chart.labels.empty()) labels.push_back(named == chart.labels.end() ? "" : *named);
  }
  chart.values = std::move(values);
  chart.labels = std::move(labels);
  return chart;
}

Line draw_row(const ColumnChart& chart, const ColumnLayout& layout, int row, double end) {
  const bool top = row == chart.height - 1;
  const auto label = top ? end_label(chart) : "";
  Line line{{fmt::format("{:>{}} {}", label, layout.axis, top ? "┤" : "│"), Style::dim}};
  std::string text;
  for (const double value : chart.values) {
    const int filled = std::clamp(eighths_of(value / end, chart.height * 8) - row * 8, 0, 8);
    text += repeated(lower_eighths[at(filled)], layout.bar) + repeated(" ", layout.cell - layout.bar);
  }
  while (text.ends_with(' ')) text.pop_back();
  if (!text.empty()) line.push_back({text, chart.style});
  return line;
}

// Writes `label` where it and a space before it are free; near the right end it moves left.
void place(std::vector<std::string>& cells, const std::string& label, int column, int room) {
  const int size = width(printable(label));
  column = std::max(std::min(column, room - size), 0);
  if (label.empty() || column + size > room) return;
  for (int i = std::max(column - 1, 0); i < std::min(column + size + 1, room); ++i)
    if (cells[at(i)] != " ") return;
  cells[at(column)] = printable(label);
  for (int i = column + 1; i < column + size; ++i) cells[at(i)].clear();
}

std::string draw_labels(const ColumnChart& chart, const ColumnLayout& layout, int room) {
  std::vector<std::string> cells(at(room), " ");
  const int count = static_cast<int>(chart.labels.size());
  const auto place_one = [&](int i) { place(cells, chart.labels[at(i)], i * layout.cell, room); };
  if (count > 0) place_one(0);
  if (count > 1) place_one(count - 1);
  for (int i = 1; i < count - 1; ++i) place_one(i);
  std::string text;
  for (const auto& cell : cells) text += cell;
  while (text.ends_with(' ')) text.pop_back();
  return text;
}

// The names of the months, each above its week.
std::string month_row(const HeatMap& map) {
  std::string text(map.weeks.size(), ' ');
  std::size_t free = 0;
  for (const auto& [week, name] : map.months) {
    if (week < free || week + name.size() > text.size()) continue;
    text.replace(week, name.size(), name);
    free = week + name.size() + 1;
  }
  return text;
}

}  // namespace

double axis_end(double highest) {
  double power = 1;
  while (highest > 10 * power) power *= 10;
  for (const double step : {1, 2, 3, 4, 5, 8})
    if (highest <= step * power) return step * power;
  return 10 * power;
}

std::string share_bar(double share, int columns) {
  const int eighths = eighths_of(share, columns * 8);
  const int part = eighths % 8;
  return repeated("█", eighths / 8) + std::string{left_eighths[at(part)]} +
         repeated("░", columns - eighths / 8 - (part > 0 ? 1 : 0));
}

Style style_of_share(double share) {
  return share >= 0.8 ? Style::good : share >= 0.5 ? Style::plain : Style::bad;
}

Page bar_chart(const std::vector<Bar>& bars, int columns) {
  constexpr int gap = 2, shortest_bar = 6, longest_bar = 28;
  int label = 0, value = 0, note = 0;
  for (const auto& bar : bars) {
    label = std::max(label, width(printable(bar.label)));
    value = std::max(value, width(printable(bar.value)));
    note = std::max(note, width(printable(bar.note)));
  }
  const int room = columns - value - 2 * gap;
  const bool notes = note > 0 && label + shortest_bar + gap + note <= room;
  const int rest = notes ? room - gap - note : room;
  label = std::clamp(label, 0, std::max(rest - shortest_bar, 4));
  const int length = std::clamp(rest - label, 1, longest_bar);
  Page page;
  for (const auto& bar : bars) {
    if (bar.opens_group) page.push_back({});
    const int before = value - width(printable(bar.value));
    page.push_back({{fit(bar.label, label) + std::string(gap, ' ')},
                    {share_bar(bar.share, length), bar.style},
                    {std::string(at(gap + before), ' ') + bar.value}});
    if (notes) page.back().push_back({std::string(gap, ' ') + bar.note, Style::dim});
  }
  return page;
}

Page column_chart(const ColumnChart& wanted, int columns) {
  ColumnLayout layout;
  layout.axis = width(end_label(wanted));
  const int room = std::max(columns, 20) - layout.axis - 2;
  const auto chart = condense(wanted, at(room));
  const double end = end_of(wanted);
  layout.values = static_cast<int>(chart.values.size());
  layout.cell = std::clamp(room / std::max(layout.values, 1), 1, std::max(chart.widest, 1));
  layout.bar = std::max(layout.cell - 1, 1);
  Page page;
  for (int row = chart.height - 1; row >= 0; --row) page.push_back(draw_row(chart, layout, row, end));
  const int base = layout.values > 0 ? std::max(layout.room(), 1) : room;
  page.push_back({{fmt::format("{:>{}} └{}", "0", layout.axis, repeated("─", base)), Style::dim}});
  if (const auto labels = draw_labels(chart, layout, room); !labels.empty())
    page.push_back({{std::string(at(layout.axis + 2), ' ') + labels, Style::dim}});
  return page;
}

int heat_level(double value, double most) {
  if (!(value > 0)) return 0;
  return std::clamp(static_cast<int>(std::ceil(4 * value / std::max(most, value))), 1, heat_levels - 1);
}

Page heat_map(const HeatMap& map) {
  Page page{{{"       " + month_row(map), Style::dim}}};
  for (std::size_t day = 0; day < 7; ++day) {
    const auto name = weekday_names[(day + 1) % 7].substr(0, 3);
    Line line{{fmt::format("  {}  ", name), Style::dim}};
    for (const auto& week : map.weeks)
      if (week[day].level >= 0) line.push_back(heat_cell(week[day].level));
    page.push_back(std::move(line));
  }
  Line legend{{"       fewer ", Style::dim}};
  for (int level = 0; level < heat_levels; ++level) legend.push_back(heat_cell(level));
  legend.push_back({" more", Style::dim});
  page.push_back(std::move(legend));
  return page;
}

Span heat_cell(int level) {
  constexpr std::array<std::string_view, heat_levels> cells{"·", "░", "▒", "▓", "█"};
  return {std::string{cells[at(std::clamp(level, 0, heat_levels - 1))]},
          level > 0 ? Style::good : Style::dim};
}

}  // namespace viva
