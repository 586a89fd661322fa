#include "render/html/svg_chart.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>

#include "base/escape.hpp"
#include "viva/base/date.hpp"
#include "viva/base/text.hpp"

namespace viva::svg {
namespace {

// Pictures are as wide as the page lets them, and their text keeps its size: places across are per cent,
// those down are pixels. Pixels across, on the narrowest screen and beside wide text:
constexpr double narrow = 320, wide = 680;
constexpr double label_room = 46;  // pixels of a short date, with the space beside it

std::string text(std::string_view words, int columns = 400) { return escape_html(clip(words, columns)); }

// A picture; it is appended to one string.
class Canvas {
 public:
  Canvas(const About& about, int height)
      : Canvas{about, fmt::format("width=\"100%\" height=\"{}\"", height), "%"} {}

  // In pixels across, too.
  Canvas(const About& about, int width, int height)
      : Canvas{about, fmt::format("class=\"square\" viewBox=\"0 0 {} {}\"", width, height), ""} {}

  std::string take() { return std::move(out_) + "</svg>\n"; }

  void rectangle(std::string_view name, double x, double y, double width, double height,
                 std::string_view tip = {}) {
    put("<rect class=\"{}\" x=\"{:.2f}{}\" y=\"{:.1f}\" width=\"{:.2f}{}\" height=\"{:.1f}\"", name, x, unit_,
        y, width, unit_, height);
    tipped("rect", tip);
  }

  void dot(double x, double y, std::string_view tip) {
    put("<circle class=\"value\" cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"5\"", x, y);
    tipped("circle", tip);
  }

  void line(std::string_view name, double x1, double y1, double x2, double y2) {
    put("<line class=\"{}\" x1=\"{:.2f}{}\" y1=\"{:.1f}\" x2=\"{:.2f}{}\" y2=\"{:.1f}\"/>\n", name, x1, unit_,
        y1, x2, unit_, y2);
  }

  void path(std::string_view name, std::string_view way) {
    put("<path class=\"{}\" d=\"{}\"/>\n", name, way);
  }

  // `anchor`: start, middle or end.
  void words(std::string_view name, double x, double y, std::string_view anchor, std::string_view words) {
    put("<text class=\"{}\" x=\"{:.2f}{}\" y=\"{:.1f}\" text-anchor=\"{}\">{}</text>\n", name, x, unit_, y,
        anchor, words);
  }

 private:
  Canvas(const About& about, std::string_view size, std::string_view unit) : unit_{unit} {
    put("<svg {} role=\"img\" aria-labelledby=\"{}-title {}-text\">\n", size, about.id, about.id);
    put("<title id=\"{}-title\">{}</title>\n<desc id=\"{}-text\">{}</desc>\n", about.id, text(about.title),
        about.id, text(about.description));
  }

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

  std::string_view unit_;
  std::string out_;
};

// Rows of HTML, which wraps a label that is too long.
std::string draw_chart(const About& about, const Bars& bars) {
  auto out = fmt::format("<div class=\"bars\" role=\"img\" aria-label=\"{}: {}\">\n", text(about.title),
                         text(about.description));
  for (const auto& bar : bars) {
    const auto said = bar.note.empty() ? bar.value : bar.value + ", " + bar.note;
    out += fmt::format("<div class=\"bar{}\"><span dir=\"auto\">{}</span><span class=\"said\">{}</span>",
                       bar.opens_group ? " opens" : "", text(trimmed(bar.label)), text(said));
    out += fmt::format(
        "<svg width=\"100%\" height=\"12\"><rect class=\"ground\" width=\"100%\" height=\"12\"/>"
        "<rect class=\"value\" width=\"{:.2f}%\" height=\"12\"/></svg></div>\n",
        100 * std::clamp(bar.share, 0.0, 1.0));
  }
  return out + "</div>\n";
}

// Which of the labels below columns there is room for: always, only where the page is wide, or never.
enum class Shown { always, where_wide, never };

class Labels {
 public:
  explicit Labels(const std::vector<Columns::Column>& columns, double across) {
    std::size_t first = columns.size(), last = 0, count = 0;
    for (std::size_t i = 0; i < columns.size(); ++i)
      if (!columns[i].label.empty()) {
        first = std::min(first, i);
        last = i;
        ++count;
      }
    if (count < 2) return;
    // In per cent from one label to the next.
    const double apart = across / static_cast<double>(columns.size()) * static_cast<double>(last - first) /
                         static_cast<double>(count - 1);
    wide_step_ = steps(label_room / wide * 100 / apart);
    narrow_step_ = wide_step_ * steps(label_room / narrow * 100 / apart / wide_step_);
  }

  Shown shown(int number) const {
    if (number % narrow_step_ == 0) return Shown::always;
    return number % wide_step_ == 0 ? Shown::where_wide : Shown::never;
  }

 private:
  static int steps(double needed) { return std::max(1, static_cast<int>(std::ceil(needed))); }

  int wide_step_ = 1, narrow_step_ = 1;
};

// Below the column, but not beyond the picture.
void draw_label(Canvas& canvas, const Columns::Column& column, double left, double each, double y,
                Shown shown) {
  constexpr double half = label_room / 2 / narrow * 100;
  if (column.label.empty() || shown == Shown::never) return;
  const double middle = left + each / 2;
  const bool at_end = middle + half > 100;
  canvas.words(shown == Shown::where_wide ? "roomy" : "", at_end ? 100 : middle, y, at_end ? "end" : "middle",
               text(column.label, 12));
}

std::string draw_chart(const About& about, const Columns& chart) {
  constexpr double left = 9, across = 100 - left, widest = 9;
  constexpr int top = 10, height = 150, bottom = top + height;
  const auto& columns = chart.columns;
  Canvas canvas{about, bottom + 26};
  const double each = across / static_cast<double>(std::max<std::size_t>(columns.size(), 1));
  canvas.words("", left - 1.5, top + 8, "end", fmt::format("{:.0f}", chart.end));
  canvas.words("", left - 1.5, bottom + 2, "end", "0");
  const Labels labels{columns, across};
  double x = left;
  int number = 0;
  for (const auto& column : columns) {
    const double filled = std::clamp(column.value / chart.end, 0.0, 1.0) * height;
    const double gap = std::max(std::min(each * 0.25, 1.8), each - widest);
    if (filled > 0) canvas.rectangle("value", x + gap / 2, bottom - filled, each - gap, filled, column.tip);
    draw_label(canvas, column, x, each, bottom + 20,
               column.label.empty() ? Shown::never : labels.shown(number++));
    x += each;
  }
  canvas.line("axis", left, top, left, bottom);
  canvas.line("axis", left, bottom, 100, bottom);
  return canvas.take();
}

std::string draw_chart(const About& about, const Calibration& chart) {
  constexpr int left = 44, top = 30, size = 280, bottom = top + size, right = left + size;
  Canvas canvas{about, right + 16, bottom + 42};
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
  canvas.words("label", 0, 13, "start", text(chart.up));
  canvas.words("label", left + size / 2, bottom + 34, "middle", text(chart.across));
  return canvas.take();
}

std::string draw_chart(const About& about, const HeatMap& map) {
  constexpr double left = 10;
  constexpr int top = 20, row = 24, inner = 20;
  const double weeks = static_cast<double>(std::max<std::size_t>(map.weeks.size(), 1));
  const double column = (100 - left) / weeks, gap = column / 6;
  constexpr double month_room = 30 / narrow * 100;
  Canvas canvas{about, top + 7 * row};
  for (const auto& month : map.months) {
    const double x = left + static_cast<double>(month.week) * column;
    const bool at_end = x + month_room > 100;
    canvas.words("", at_end ? 100 : x, 13, at_end ? "end" : "start", text(month.name));
  }
  for (std::size_t day = 0; day < 7; day += 2)
    canvas.words("", 0, top + static_cast<double>(day) * row + 15, "start",
                 weekday_names[(day + 1) % 7].substr(0, 3));
  for (std::size_t week = 0; week < map.weeks.size(); ++week)
    for (std::size_t day = 0; day < 7; ++day) {
      const auto& [level, tip] = map.weeks[week][day];
      if (level < 0) continue;
      canvas.rectangle(level == 0 ? "ground" : fmt::format("level-{}", std::min(level, 4)),
                       left + static_cast<double>(week) * column, top + static_cast<double>(day) * row,
                       column - gap, inner, tip);
    }
  return canvas.take();
}

}  // namespace

std::string draw(const About& about, const Chart& chart) {
  return std::visit([&](const auto& any) { return draw_chart(about, any); }, chart);
}

}  // namespace viva::svg
