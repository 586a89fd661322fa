#include "render/html/stats_html.hpp"

#include <fmt/format.h>

#include <iterator>

#include "base/escape.hpp"
#include "render/html/html_page.hpp"
#include "render/stats_charts.hpp"
#include "render/stats_words.hpp"
#include "viva/base/text.hpp"

namespace viva {
namespace embedded {
extern const std::string_view stats_css;
}

namespace {

constexpr ChartRoom html_room{.weeks = 26, .rounds = 20};

std::string safe(std::string_view text) { return escape_html(printable(text)); }

// The page is appended to one string, one section after the other.
class StatsHtml {
 public:
  StatsHtml(const Bank& bank, const Stats& stats) : bank_(bank), stats_(stats) {}
  std::string write();

 private:
  template <typename... Values>
  void put(fmt::format_string<Values...> form, Values&&... values) {
    fmt::format_to(std::back_inserter(out_), form, std::forward<Values>(values)...);
  }

  void banner();
  void section(const StatsChart& chart);
  void figure(const StatsChart& chart);
  void table(const StatsChart& chart);

  const Bank& bank_;
  const Stats& stats_;
  std::string out_;
};

std::string StatsHtml::write() {
  out_ = html_head(clip(bank_.title, 200) + " – Statistics", "stats", embedded::stats_css);
  put("<body>\n<a class=\"skip\" href=\"#statistics\">Skip to the statistics</a>\n");
  banner();
  put("<main id=\"statistics\">\n");
  for (const auto& chart : stats_charts(bank_, stats_, html_room)) section(chart);
  put("</main>\n<footer><p>Made with viva, {}</p></footer>\n</body>\n</html>\n", format_day(stats_.today));
  return std::move(out_);
}

void StatsHtml::banner() {
  put("<header>\n<p class=\"kind\">Statistics</p>\n<h1 dir=\"auto\">{}</h1>\n", safe(bank_.title));
  put("<p class=\"facts\">{} · {}</p>\n", format_day(stats_.today), safe(summary_words(stats_)));
  if (stats_.answers == 0 && stats_.rounds.empty())
    put("<p class=\"note\">Nothing to count yet: the charts begin with your first rated answer.</p>\n");
  put("</header>\n");
}

// A heading and a sentence; where there is something to draw, the chart and its data, else the data alone.
void StatsHtml::section(const StatsChart& chart) {
  put("<section aria-labelledby=\"{0}\">\n<h2 id=\"{0}\">{1}</h2>\n", chart.about.id,
      safe(chart.about.title));
  if (!chart.about.description.empty()) put("<p>{}</p>\n", safe(chart.about.description));
  if (chart.picture)
    figure(chart);
  else if (!chart.rows.empty())
    table(chart);
  put("</section>\n");
}

void StatsHtml::figure(const StatsChart& chart) {
  put("<figure>\n{}", svg::draw(chart.about, *chart.picture));
  put("<details><summary>Data: {}</summary>\n", safe(chart.about.title));
  table(chart);
  put("</details>\n</figure>\n");
}

void StatsHtml::table(const StatsChart& chart) {
  put("<div class=\"scrolls\" role=\"group\" tabindex=\"0\" aria-labelledby=\"{}\"><table>\n<thead><tr>",
      chart.about.id);
  for (const auto& head : chart.heads) put("<th scope=\"col\">{}</th>", safe(head));
  put("</tr></thead>\n<tbody>\n");
  for (const auto& row : chart.rows) {
    put("<tr>");
    for (std::size_t i = 0; i < row.size(); ++i)
      put("<{0}{1} dir=\"auto\">{2}</{0}>", i == 0 ? "th" : "td", i == 0 ? " scope=\"row\"" : "",
          safe(row[i]));
    put("</tr>\n");
  }
  put("</tbody>\n</table></div>\n");
}

}  // namespace

std::string stats_html(const Bank& bank, const Stats& stats) { return StatsHtml{bank, stats}.write(); }

}  // namespace viva
