#include "render/html/stats_html.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "base/html_escape.hpp"
#include "render/html/html_page.hpp"
#include "render/html/svg_chart.hpp"
#include "render/scale.hpp"
#include "render/stats_words.hpp"
#include "viva/base/amount.hpp"
#include "viva/base/text.hpp"

namespace viva {
namespace embedded {
extern const std::string_view stats_css;
}

namespace {

constexpr std::chrono::days one_day{1}, one_week{7};
constexpr int weeks_shown = 26, days_shown = 28;
constexpr std::size_t rounds_shown = 20;

using Row = std::vector<std::string>;

std::string safe(std::string_view text) { return escape_html(printable(text)); }

double highest(const std::vector<svg::Column>& columns) {
  double most = 1;
  for (const auto& column : columns) most = std::max(most, column.value);
  return axis_end(most);
}

// The page is appended to one string, one section after the other.
class Html {
 public:
  Html(const Bank& bank, const Stats& stats) : bank_(bank), stats_(stats) {}
  std::string write();

 private:
  template <typename... Values>
  void put(fmt::format_string<Values...> form, Values&&... values) {
    fmt::format_to(std::back_inserter(out_), form, std::forward<Values>(values)...);
  }

  // A section with its heading, a sentence, a chart and its data.
  void section(const svg::About& about, const std::string& chart, const Row& heads,
               const std::vector<Row>& rows);
  void plain_section(const svg::About& about);  // where there is nothing to draw
  void open(const svg::About& about);
  void table(const svg::About& about, const Row& heads, const std::vector<Row>& rows);

  void banner();
  void calendar();
  void minutes();
  void retention();
  void ratings();
  void predictions();
  void forecasts();
  void due();
  void rounds();
  void missed();

  const Bank& bank_;
  const Stats& stats_;
  std::string out_;
};

std::string Html::write() {
  out_ = html_head(clip(bank_.title, 200) + " – Statistics", "stats", embedded::stats_css);
  put("<body>\n<a class=\"skip\" href=\"#statistics\">Skip to the statistics</a>\n");
  banner();
  put("<main id=\"statistics\">\n");
  calendar();
  minutes();
  retention();
  ratings();
  predictions();
  forecasts();
  due();
  rounds();
  missed();
  put("</main>\n<footer><p>Made with viva, {}</p></footer>\n</body>\n</html>\n", format_day(stats_.today));
  return std::move(out_);
}

void Html::banner() {
  put("<header>\n<p class=\"kind\">Statistics</p>\n<h1 dir=\"auto\">{}</h1>\n", safe(bank_.title));
  put("<p class=\"facts\">{} · {}</p>\n", format_day(stats_.today), safe(summary_words(stats_)));
  if (stats_.answers == 0 && stats_.rounds.empty())
    put("<p class=\"note\">Nothing to count yet: the charts begin with your first rated answer.</p>\n");
  put("</header>\n");
}

void Html::open(const svg::About& about) {
  put("<section aria-labelledby=\"{0}\">\n<h2 id=\"{0}\">{1}</h2>\n", about.id, safe(about.title));
  if (!about.description.empty()) put("<p>{}</p>\n", safe(about.description));
}

void Html::plain_section(const svg::About& about) {
  open(about);
  put("</section>\n");
}

void Html::section(const svg::About& about, const std::string& chart, const Row& heads,
                   const std::vector<Row>& rows) {
  open(about);
  put("<figure>\n<div class=\"scrolls\" role=\"group\" tabindex=\"0\" aria-labelledby=\"{}\">\n{}</div>\n",
      about.id, chart);
  put("<details><summary>Data: {}</summary>\n", safe(about.title));
  table(about, heads, rows);
  put("</details>\n</figure>\n</section>\n");
}

void Html::table(const svg::About& about, const Row& heads, const std::vector<Row>& rows) {
  put("<div class=\"scrolls\" role=\"group\" tabindex=\"0\" aria-labelledby=\"{}\"><table>\n<thead><tr>",
      about.id);
  for (const auto& head : heads) put("<th scope=\"col\">{}</th>", safe(head));
  put("</tr></thead>\n<tbody>\n");
  for (const auto& row : rows) {
    put("<tr>");
    for (std::size_t i = 0; i < row.size(); ++i)
      put("<{0}{1} dir=\"auto\">{2}</{0}>", i == 0 ? "th" : "td", i == 0 ? " scope=\"row\"" : "",
          safe(row[i]));
    put("</tr>\n");
  }
  put("</tbody>\n</table></div>\n");
}

void Html::calendar() {
  const auto monday = stats_.today - (std::chrono::weekday{stats_.today}.iso_encoding() - 1) * one_day;
  const auto first = monday - (weeks_shown - 1) * one_week;
  int most = 1;
  std::vector<Row> rows;
  for (const auto& [day, answers, seconds] : stats_.days) {
    if (day < first) continue;
    most = std::max(most, answers);
    rows.push_back({format_day(day), std::to_string(answers), duration_words(seconds)});
  }
  std::vector<std::array<svg::Cell, 7>> weeks(weeks_shown);
  std::vector<svg::Month> months;
  auto day = first;
  for (std::size_t week = 0; week < weeks.size(); ++week) {
    for (auto& cell : weeks[week]) {
      const int answers = stats_.on(day).answers;
      cell = {day > stats_.today ? -1 : heat_level(answers, most),
              fmt::format("{}: {}", format_day(day), counted(answers, "answer"))};
      day += one_day;
    }
    const std::chrono::year_month_day last{day - one_day};
    if (static_cast<unsigned>(last.day()) <= 7)
      months.push_back({week, short_date(day - one_day).substr(short_date(day - one_day).find(' ') + 1)});
  }
  const svg::About about{
      "days", fmt::format("Answers a day, the last {} weeks", weeks_shown),
      fmt::format("{} in these weeks: the darker, the more. {}",
                  counted(rows.size(), "day") + " with answers", habit_words(stats_.habit))};
  section(about, svg::heat_map(about, weeks, months), {"Day", "Answers", "Time"}, rows);
}

void Html::minutes() {
  std::vector<svg::Column> columns;
  std::vector<Row> rows;
  std::int64_t seconds = 0;
  for (auto day = stats_.today - (days_shown - 1) * one_day; day <= stats_.today; day += one_day) {
    const auto studied = stats_.on(day);
    seconds += studied.seconds;
    const bool monday = std::chrono::weekday{day} == std::chrono::Monday;
    const auto words = duration_words(studied.seconds);
    columns.push_back(
        {monday ? short_date(day) : "", studied.seconds / 60.0, format_day(day) + ": " + words});
    rows.push_back({format_day(day), words});
  }
  const double end = highest(columns);
  const svg::About about{"minutes", "Minutes a day, the last four weeks",
                         fmt::format("{} in these weeks.", duration_words(seconds))};
  section(about, svg::columns(about, columns, end, fmt::format("{:.0f}", end)), {"Day", "Time"}, rows);
}

void Html::retention() {
  const svg::About about{"retention", "Retention", retention_words(stats_)};
  if (stats_.retention.tested == 0) return plain_section(about);
  std::vector<svg::Bar> bars;
  std::vector<Row> rows;
  const auto add = [&](const Stats::Retention& group, const std::string& name) {
    if (group.tested == 0) return;
    const auto share = percent(group.share());
    bars.push_back({name, group.share(), fmt::format("{}, {} of {}", share, group.recalled, group.tested)});
    rows.push_back({name, share, std::to_string(group.recalled), std::to_string(group.tested)});
  };
  add(stats_.retention, "All");
  for (const auto& tier : stats_.tiers) add(tier, tier.name);
  for (const auto& topic : stats_.topics) add(topic, topic.name);
  section(about, svg::bars(about, bars), {"Tier or topic", "Share", "Recalled", "Asked again"}, rows);
}

void Html::ratings() {
  std::vector<svg::Bar> bars;
  std::vector<Row> rows;
  for (const auto rating : {Rating::again, Rating::hard, Rating::good, Rating::easy}) {
    const int count = stats_.ratings[static_cast<std::size_t>(rating) - 1];
    const double share = stats_.answers == 0 ? 0 : static_cast<double>(count) / stats_.answers;
    bars.push_back(
        {std::string{name(rating)}, share, fmt::format("{}, {}", percent(share), counted(count, "answer"))});
    rows.push_back({std::string{name(rating)}, std::to_string(count), percent(share)});
  }
  const svg::About about{"ratings", "Ratings", "How the answers were rated."};
  section(about, svg::bars(about, bars), {"Rating", "Answers", "Share"}, rows);
}

void Html::predictions() {
  const svg::About about{"predictions", "Calibration of the marks you predict in rounds",
                         prediction_words(stats_)};
  std::vector<svg::Point> points;
  std::vector<Row> rows;
  for (std::size_t i = 0; i < stats_.predictions.size(); ++i) {
    const auto& [answers, given] = stats_.predictions[i];
    if (answers == 0) continue;
    const auto words =
        fmt::format("expected {}, given {}, {}", i + 1, mean_words(given), counted(answers, "answer"));
    points.push_back({static_cast<double>(i) / 3, (given - 1) / 3, words});
    rows.push_back({std::to_string(i + 1), mean_words(given), std::to_string(answers)});
  }
  if (points.empty()) return plain_section(about);
  section(about, svg::calibration(about, points, {"1", "4"}, "Mark expected", "Mark given"),
          {"Expected", "Given on average", "Answers"}, rows);
}

void Html::forecasts() {
  const svg::About about{"forecasts", "Calibration of the memory model", forecast_words(stats_)};
  std::vector<svg::Point> points;
  std::vector<Row> rows;
  for (std::size_t bin = 0; bin < stats_.forecasts.size(); ++bin) {
    const auto& forecasts = stats_.forecasts[bin];
    if (forecasts.tested == 0) continue;
    const auto expected = percent(forecasts.expected), came = percent(forecasts.share());
    points.push_back(
        {forecasts.expected, forecasts.share(),
         fmt::format("expected {}, recalled {}, {}", expected, came, counted(forecasts.tested, "answer"))});
    rows.push_back({forecast_range(bin), expected, came, std::to_string(forecasts.tested)});
  }
  if (points.empty()) return plain_section(about);
  section(about, svg::calibration(about, points, {"0 %", "100 %"}, "Recall expected", "Recalled"),
          {"Expected", "Mean", "Recalled", "Answers"}, rows);
}

void Html::due() {
  std::vector<svg::Column> columns;
  std::vector<Row> rows;
  auto day = stats_.today;
  for (const int count : stats_.due) {
    const auto name = day == stats_.today ? "today" : short_date(day);
    columns.push_back({name, static_cast<double>(count), fmt::format("{}: {}", name, count)});
    rows.push_back({format_day(day), std::to_string(count)});
    day += one_day;
  }
  const double end = highest(columns);
  const svg::About about{"due", "Due in the next two weeks", due_words(stats_)};
  section(about, svg::columns(about, columns, end, fmt::format("{:.0f}", end)), {"Day", "Questions"}, rows);
}

void Html::rounds() {
  const auto from = stats_.rounds.size() - std::min(stats_.rounds.size(), rounds_shown);
  std::vector<svg::Column> columns;
  std::vector<Row> rows;
  for (auto i = from; i < stats_.rounds.size(); ++i) {
    const auto& round = stats_.rounds[i];
    const std::string verdict{round.abandoned ? "Abandoned" : verdict_name(round.verdict)};
    columns.push_back({short_date(round.day), round.mean,
                       fmt::format("{}: {}, {} of 4, {}", format_day(round.day), round.name,
                                   mean_words(round.mean), verdict)});
    rows.push_back({format_day(round.day), round.name, mean_words(round.mean), verdict});
  }
  if (columns.empty()) return plain_section({"rounds", "Rounds", "No round has a verdict yet."});
  const svg::About about{
      "rounds", "Rounds",
      fmt::format("The mean mark of {}, from 1 to 4.",
                  columns.size() == 1 ? "one round" : fmt::format("the last {} rounds", columns.size()))};
  section(about, svg::columns(about, columns, 4, "4"), {"Day", "Round", "Mean mark", "Verdict"}, rows);
}

void Html::missed() {
  if (stats_.missed.empty())
    return plain_section({"missed", "Points missed most", "None in the last answers."});
  std::vector<svg::Bar> bars;
  std::vector<Row> rows;
  for (const auto& [item, point, missed, answers] : stats_.missed) {
    const auto& asked = bank_.items[item];
    const auto times = fmt::format("{} of {}", missed, answers);
    bars.push_back(
        {fmt::format("{}, {}", clip(asked.id, 26), point), static_cast<double>(missed) / answers, times});
    rows.push_back({asked.points[static_cast<std::size_t>(point) - 1], asked.id, times});
  }
  const svg::About about{"missed", "Points missed most",
                         "Each by its question and number; the data has them in full."};
  section(about, svg::bars(about, bars), {"Point", "Question", "Missed"}, rows);
}

}  // namespace

std::string stats_html(const Bank& bank, const Stats& stats) { return Html{bank, stats}.write(); }

}  // namespace viva
