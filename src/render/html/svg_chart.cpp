#include "render/html/svg_chart.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "base/escape.hpp"
#include "viva/base/date.hpp"
#include "viva/base/text.hpp"

namespace viva::svg {
namespace {

constexpr int full_width = 680;

std::string text(std::string_view words, int columns = 400) { return escape_html(clip(words, columns)); }

// A picture, full_width wide; it is appended to one string.
class Canvas {
 public:
  Canvas(const About& about, int height) {
    put("<svg viewBox=\"0 0 {} {}\" role=\"img\" aria-labelledby=\"{}-title {}-text\">\n", full_width, height,
        about.id, about.id);
    put("<title id=\"{}-title\">{}</title>\n<desc id=\"{}-text\">{}</desc>\n", about.id, text(about.title),
        about.id, text(about.description));
  }

  std::string take() { return std::move(out_) + "</svg>\n"; }

  void rectangle(std::string_view name, double x, double y, double width, double height,
                 std::string_view tip = {}) {
    put("<rect class=\"{}\" x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\"", name, x, y, width,
        height);
    tipped("rect", tip);
  }

  void dot(double x, double y, std::string_view tip) {
    put("<circle class=\"value\" cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"5\"", x, y);
    tipped("circle", tip);
  }

  void path(std::string_view name, std::string_view way) {
    put("<path class=\"{}\" d=\"{}\"/>\n", name, way);
  }

  // `anchor`: start, middle or end.
  void words(std::string_view name, double x, double y, std::string_view anchor, std::string_view words) {
    put("<text class=\"{}\" x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"{}\">{}</text>\n", name, x, y, anchor,
        words);
  }

 private:
  template <typename... Values>
  void put(fmt::format_string<Values...> form, Values&&... values) {
    fmt::format_to(std::back_inserter(out_), form, std::forward<Values>(values)...);
  }

  void tipped(std::string_view element, std::string_view tip) {
    if (tip.empty())
      put("/>\n");
    else
      put("><title>{}</title></{}>\n", text(tip), element);
  }

  std::string out_;
};

std::string draw_chart(const About& about, const Bars& bars) {
  constexpr int row = 26, label = 200, value = 130, length = full_width - label - value;
  Canvas canvas{about, std::max(row * static_cast<int>(bars.size()), row)};
  double y = 0;
  for (const auto& bar : bars) {
    const double filled = std::clamp(bar.share, 0.0, 1.0) * length;
    canvas.words("label", 0, y + 17, "start", text(bar.label, 30));
    canvas.rectangle("ground", label, y + 6, length, 14);
    canvas.rectangle("value", label, y + 6, filled, 14);
    const auto said = bar.note.empty() ? bar.value : bar.value + ", " + bar.note;
    canvas.words("label", label + length + 10, y + 17, "start", text(said, 24));
    y += row;
  }
  return canvas.take();
}

std::string draw_chart(const About& about, const Columns& chart) {
  constexpr int left = 52, top = 10, height = 150, bottom = top + height, widest = 64, half_label = 22;
  const auto& columns = chart.columns;
  Canvas canvas{about, bottom + 24};
  const double each =
      static_cast<double>(full_width - left) / static_cast<double>(std::max<std::size_t>(columns.size(), 1));
  canvas.words("", left - 8, top + 8, "end", fmt::format("{:.0f}", chart.end));
  canvas.words("", left - 8, bottom + 4, "end", "0");
  double x = left;
  for (const auto& column : columns) {
    const double filled = std::clamp(column.value / chart.end, 0.0, 1.0) * height;
    const double gap = std::max(std::min(each * 0.25, 12.0), each - widest);
    if (filled > 0) canvas.rectangle("value", x + gap / 2, bottom - filled, each - gap, filled, column.tip);
    const double middle = x + each / 2;
    const bool at_end = middle + half_label > full_width;  // else the label would be cut off
    if (!column.label.empty())
      canvas.words("", at_end ? full_width : middle, bottom + 18, at_end ? "end" : "middle",
                   text(column.label, 12));
    x += each;
  }
  canvas.path("axis", fmt::format("M{} {}V{}H{}", left, top, bottom, full_width));
  return canvas.take();
}

std::string draw_chart(const About& about, const Calibration& chart) {
  constexpr int left = 190, top = 12, size = 300, bottom = top + size, right = left + size;
  Canvas canvas{about, bottom + 42};
  canvas.path("axis", fmt::format("M{} {}V{}H{}", left, top, bottom, right));
  canvas.path("ideal", fmt::format("M{} {}L{} {}", left, bottom, right, top));
  std::string way;
  for (const auto& point : chart.points)
    way += fmt::format("{}{:.1f} {:.1f}", way.empty() ? "M" : "L", left + point.x * size,
                       bottom - point.y * size);
  if (chart.points.size() > 1) canvas.path("curve", way);
  for (const auto& point : chart.points)
    canvas.dot(left + point.x * size, bottom - point.y * size, point.tip);
  canvas.words("", left - 8, bottom, "end", text(chart.ends[0]));
  canvas.words("", left - 8, top + 10, "end", text(chart.ends[1]));
  canvas.words("", left, bottom + 18, "middle", text(chart.ends[0]));
  canvas.words("", right, bottom + 18, "middle", text(chart.ends[1]));
  canvas.words("label", left - 8, top + size / 2, "end", text(chart.up));
  canvas.words("label", left + size / 2, bottom + 34, "middle", text(chart.across));
  return canvas.take();
}

std::string draw_chart(const About& about, const HeatMap& map) {
  constexpr int left = 40, top = 20, cell = 24, inner = 20;
  Canvas canvas{about, top + 7 * cell};
  for (const auto& month : map.months)
    canvas.words("", left + static_cast<double>(month.week) * cell, 13, "start", text(month.name));
  for (std::size_t day = 0; day < 7; day += 2)
    canvas.words("", 0, top + static_cast<double>(day) * cell + 15, "start",
                 weekday_names[(day + 1) % 7].substr(0, 3));
  for (std::size_t week = 0; week < map.weeks.size(); ++week)
    for (std::size_t day = 0; day < 7; ++day) {
      const auto& [level, tip] = map.weeks[week][day];
      if (level < 0) continue;
      canvas.rectangle(level == 0 ? "ground" : fmt::format("level-{}", std::min(level, 4)),
                       left + static_cast<double>(week) * cell, top + static_cast<double>(day) * cell, inner,
                       inner, tip);
    }
  return canvas.take();
}

}  // namespace

std::string draw(const About& about, const Chart& chart) {
  return std::visit([&](const auto& any) { return draw_chart(about, any); }, chart);
}

}  // namespace viva::svg
