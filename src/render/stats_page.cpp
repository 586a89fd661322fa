#include "render/stats_page.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "render/chart.hpp"
#include "render/keys.hpp"
#include "render/stats_words.hpp"
#include "viva/base/amount.hpp"
#include "viva/base/text.hpp"

namespace viva {
namespace {

constexpr std::chrono::days one_day{1}, one_week{7};
constexpr int most_weeks = 26, days_shown = 28;
constexpr std::size_t rounds_shown = 8;

// Draws one section after the other.
class Drawing {
 public:
  Drawing(const Bank& bank, const Stats& stats, int columns)
      : bank_(bank), stats_(stats), columns_(columns) {}

  Page take() { return std::move(page_); }
  bool has_any() const { return stats_.answers > 0 || !stats_.rounds.empty(); }
  void head();
  void nothing_yet();
  void charts();
  void next(const NextStep& step);

 private:
  void calendar();
  void minutes();
  void retention();
  void ratings();
  void predictions();
  void forecasts();
  void due();
  void rounds();
  void missed();

  void heading(std::string_view text);
  void sentence(std::string_view text, Style style = Style::plain);
  void add(Page lines);
  void bars(const std::vector<Bar>& bars) { add(bar_chart(bars, columns_ - 2)); }
  Line month_names(Day first, int weeks) const;
  void week_rows(Day first, int weeks);

  const Bank& bank_;
  const Stats& stats_;
  int columns_;
  Page page_;
};

void Drawing::heading(std::string_view text) {
  page_.push_back({});
  add_wrapped(page_, {}, text, columns_, Style::strong);
}

void Drawing::sentence(std::string_view text, Style style) {
  if (!text.empty()) add_wrapped(page_, {{"  "}}, text, columns_, style);
}

void Drawing::add(Page lines) {
  for (auto& line : lines) {
    line.insert(line.begin(), {"  "});
    page_.push_back(std::move(line));
  }
}

void Drawing::head() {
  add_wrapped(page_, {}, bank_.title, columns_, Style::strong);
  if (has_any()) add_wrapped(page_, {}, summary_words(stats_), columns_, Style::dim);
}

void Drawing::nothing_yet() {
  page_.push_back({});
  add_wrapped(page_, {},
              "Nothing to count yet: the charts begin with your first rated answer, and say more each day.",
              columns_);
}

// Above the week that a month begins in.
Line Drawing::month_names(Day first, int weeks) const {
  std::string text(static_cast<std::size_t>(weeks), ' ');
  std::size_t free = 0;
  for (int week = 0; week < weeks; ++week) {
    const auto name = short_date(first + week * one_week + 6 * one_day);
    const auto day = name.find(' ');
    const auto from = static_cast<std::size_t>(week);
    const bool begins = std::stoi(name.substr(0, day)) <= 7;
    if (!begins || from < free || from + 3 > text.size()) continue;
    text.replace(from, 3, name.substr(day + 1));
    free = from + 4;
  }
  return {{"       " + text, Style::dim}};
}

void Drawing::week_rows(Day first, int weeks) {
  constexpr std::array names{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
  int most = 1;
  for (auto day = first; day <= stats_.today; day += one_day) most = std::max(most, stats_.on(day).answers);
  for (std::size_t weekday = 0; weekday < names.size(); ++weekday) {
    Line line{{fmt::format("  {}  ", names[weekday]), Style::dim}};
    for (int week = 0; week < weeks; ++week) {
      const auto day = first + week * one_week + static_cast<int>(weekday) * one_day;
      if (day <= stats_.today) line.push_back(heat_cell(heat_level(stats_.on(day).answers, most)));
    }
    page_.push_back(std::move(line));
  }
}

void Drawing::calendar() {
  const int weeks = std::clamp(columns_ - 7, 4, most_weeks);
  const auto monday = stats_.today - (std::chrono::weekday{stats_.today}.iso_encoding() - 1) * one_day;
  const auto first = monday - (weeks - 1) * one_week;
  heading(fmt::format("Answers a day, the last {} weeks", weeks));
  page_.push_back(month_names(first, weeks));
  week_rows(first, weeks);
  Line legend{{"       fewer ", Style::dim}};
  for (int level = 0; level < heat_levels; ++level) legend.push_back(heat_cell(level));
  legend.push_back({" more", Style::dim});
  page_.push_back(std::move(legend));
  sentence(habit_words(stats_.habit));
}

void Drawing::minutes() {
  ColumnChart chart;
  chart.widest = 2;
  std::int64_t seconds = 0;
  for (auto day = stats_.today - (days_shown - 1) * one_day; day <= stats_.today; day += one_day) {
    seconds += stats_.on(day).seconds;
    chart.values.push_back(stats_.on(day).seconds / 60.0);
    const bool monday = std::chrono::weekday{day} == std::chrono::Monday;
    chart.labels.push_back(monday ? short_date(day) : "");
  }
  heading("Minutes a day, the last four weeks");
  add(column_chart(chart, columns_ - 2));
  sentence(fmt::format("{} in these weeks.", duration_words(seconds)));
}

void Drawing::retention() {
  heading("Retention");
  sentence(retention_words(stats_));
  if (stats_.retention.tested == 0) return;
  std::vector<Bar> all;
  const auto add_group = [&](const Stats::Retention& group, std::string_view name) {
    if (group.tested > 0)
      all.push_back({std::string{name}, group.share(), percent(group.share()),
                     fmt::format("{} of {}", group.recalled, group.tested), style_of_share(group.share())});
  };
  add_group(stats_.retention, "All");
  for (const auto& tier : stats_.tiers) add_group(tier, tier.name);
  const auto tiers = all.size();
  for (const auto& topic : stats_.topics) add_group(topic, topic.name);
  auto lines = bar_chart(all, columns_ - 2);
  lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(tiers), Line{});
  add(std::move(lines));
}

void Drawing::ratings() {
  heading("Ratings");
  std::vector<Bar> all;
  for (const auto rating : {Rating::again, Rating::hard, Rating::good, Rating::easy}) {
    const int count = stats_.ratings[static_cast<std::size_t>(rating) - 1];
    const double share = stats_.answers == 0 ? 0 : static_cast<double>(count) / stats_.answers;
    all.push_back({std::string{name(rating)}, share, percent(share), counted(count, "answer")});
  }
  bars(all);
}

void Drawing::predictions() {
  heading("Calibration of the marks you predict in rounds");
  sentence(prediction_words(stats_));
  std::vector<Bar> marks;
  for (int mark = 4; mark >= 1; --mark) {
    const auto& predictions = stats_.predictions[static_cast<std::size_t>(mark) - 1];
    if (predictions.answers > 0)
      marks.push_back({fmt::format("{} {}", mark, mark_name(mark)), predictions.given / 4,
                       mean_words(predictions.given) + " given", counted(predictions.answers, "answer")});
  }
  bars(marks);
}

void Drawing::forecasts() {
  heading("Calibration of the memory model");
  sentence(forecast_words(stats_));
  std::vector<Bar> recall;
  for (std::size_t bin = stats_.forecasts.size(); bin-- > 0;) {
    const auto& forecasts = stats_.forecasts[bin];
    if (forecasts.tested > 0)
      recall.push_back(
          {forecast_range(bin), forecasts.share(), percent(forecasts.share()),
           fmt::format("expected {}, {}", percent(forecasts.expected), counted(forecasts.tested, "answer"))});
  }
  bars(recall);
}

void Drawing::due() {
  ColumnChart chart;
  auto day = stats_.today;
  for (const int count : stats_.due) {
    chart.values.push_back(count);
    chart.labels.push_back(day == stats_.today ? "today" : name_day(day, day).substr(0, 3));
    day += one_day;
  }
  heading("Due in the next two weeks");
  add(column_chart(chart, columns_ - 2));
  sentence(due_words(stats_));
}

void Drawing::rounds() {
  heading("Rounds");
  if (stats_.rounds.empty()) return sentence("No round has a verdict yet.");
  const auto from = stats_.rounds.size() - std::min(stats_.rounds.size(), rounds_shown);
  std::vector<Bar> all;
  for (auto i = from; i < stats_.rounds.size(); ++i) {
    const auto& round = stats_.rounds[i];
    const auto verdict = round.abandoned ? "Abandoned" : verdict_name(round.verdict);
    all.push_back({name_day(round.day, stats_.today), round.mean / 4, mean_words(round.mean) + " of 4",
                   fmt::format("{} · {}", verdict, clip(round.name, 20)), style_of_share(round.mean / 4)});
  }
  bars(all);
}

void Drawing::missed() {
  heading("Points missed most");
  if (stats_.missed.empty()) return sentence("None in the last answers.");
  for (const auto& [item, point, missed, answers] : stats_.missed) {
    const auto& asked = bank_.items[item];
    add_wrapped(page_, {{fmt::format("  {} of {}  ", missed, answers)}},
                asked.points[static_cast<std::size_t>(point) - 1], columns_);
    add_wrapped(page_, {{"          "}}, asked.id, columns_, Style::dim);
  }
}

void Drawing::charts() {
  calendar();
  minutes();
  retention();
  ratings();
  predictions();
  forecasts();
  due();
  rounds();
  missed();
}

void Drawing::next(const NextStep& step) {
  heading("Next");
  add_command(page_, step.command, columns_);
  if (!step.reason.empty()) add_wrapped(page_, {{"    "}}, step.reason, columns_, Style::dim);
}

}  // namespace

Page stats_page(const Bank& bank, const Stats& stats, const NextStep& step, int columns) {
  Drawing drawing{bank, stats, columns};
  drawing.head();
  if (drawing.has_any())
    drawing.charts();
  else
    drawing.nothing_yet();
  drawing.next(step);
  return drawing.take();
}

}  // namespace viva
