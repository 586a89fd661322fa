#include "render/stats_charts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "render/stats_words.hpp"
#include "viva/base/amount.hpp"
#include "viva/base/rich_text.hpp"
#include "viva/base/text.hpp"
#include "viva/memory/score.hpp"

namespace viva {
namespace {

using std::to_string;

constexpr std::chrono::days one_day{1}, one_week{7};

double highest(const std::vector<svg::Columns::Column>& columns) {
  double most = 1;
  for (const auto& column : columns) most = std::max(most, column.value);
  return most;
}

// From the Monday `first` on. `most`: answers of the fullest day.
HeatMap heat_map_of(const Stats& stats, Day first, int weeks, int most) {
  HeatMap map;
  map.weeks.resize(static_cast<std::size_t>(weeks));
  auto day = first;
  for (std::size_t week = 0; week < map.weeks.size(); ++week) {
    for (auto& cell : map.weeks[week]) {
      const int answers = stats.on(day).answers;
      cell = {day > stats.today ? -1 : heat_level(answers, most),
              fmt::format("{}: {}", format_day(day), counted(answers, "answer"))};
      day += one_day;
    }
    const std::chrono::year_month_day sunday{day - one_day};
    const auto name = month_names[static_cast<unsigned>(sunday.month()) - 1].substr(0, 3);
    const bool begins_month = static_cast<unsigned>(sunday.day()) <= 7;
    if (begins_month) map.months.push_back({week, std::string{name}});
  }
  return map;
}

StatsChart calendar(const Stats& stats, int weeks) {
  const auto monday = stats.today - (std::chrono::weekday{stats.today}.iso_encoding() - 1) * one_day;
  const auto first = monday - (weeks - 1) * one_week;
  StatsChart chart;
  int most = 1;
  for (const auto& [day, answers, seconds] : stats.days) {
    if (day < first) continue;
    most = std::max(most, answers);
    chart.rows.push_back({format_day(day), to_string(answers), duration_words(seconds)});
  }
  chart.words = habit_words(stats.habit);
  chart.about = {"days", fmt::format("Answers a day, the last {} weeks", weeks),
                 fmt::format("{} with answers in these weeks: the darker, the more. {}",
                             counted(chart.rows.size(), "day"), chart.words)};
  auto map = heat_map_of(stats, first, weeks, most);
  chart.text = map;
  chart.picture = std::move(map);
  chart.heads = {"Day", "Answers", "Time"};
  return chart;
}

StatsChart minutes(const Stats& stats) {
  constexpr int days_shown = 28;
  StatsChart chart;
  ColumnChart text;
  text.widest = 2;
  svg::Columns picture;
  std::int64_t seconds = 0;
  for (auto day = stats.today - (days_shown - 1) * one_day; day <= stats.today; day += one_day) {
    const auto studied = stats.on(day);
    seconds += studied.seconds;
    const bool monday = std::chrono::weekday{day} == std::chrono::Monday;
    const auto label = monday ? short_date(day) : "";
    const auto words = duration_words(studied.seconds);
    text.values.push_back(studied.seconds / 60.0);
    text.labels.push_back(label);
    picture.columns.push_back({label, studied.seconds / 60.0, format_day(day) + ": " + words});
    chart.rows.push_back({format_day(day), words});
  }
  picture.end = axis_end(highest(picture.columns));
  chart.words = fmt::format("{} in these weeks.", duration_words(seconds));
  chart.about = {"minutes", "Minutes a day, the last four weeks", chart.words};
  chart.text = std::move(text);
  chart.picture = std::move(picture);
  chart.heads = {"Day", "Time"};
  return chart;
}

std::string retention_words(const Stats::Retention& all) {
  if (all.tested == 0) return "No question has come back on a later day yet.";
  return fmt::format("{} of {} made when a question came back a day later or more.", all.recalled,
                     all.tested == 1 ? "1 point was" : fmt::format("{} points were", all.tested));
}

StatsChart retention(const Stats& stats) {
  StatsChart chart;
  chart.words = retention_words(stats.retention);
  chart.about = {"retention", "Retention", chart.words};
  if (stats.retention.tested == 0) return chart;
  std::vector<Bar> bars;
  const auto add = [&](const Stats::Retention& group, const std::string& name, bool opens_group = false) {
    if (group.tested == 0) return false;
    const auto share = percent(group.share());
    bars.push_back({name, group.share(), share, fmt::format("{} of {}", group.recalled, group.tested),
                    style_of_share(group.share()), opens_group});
    chart.rows.push_back({name, share, to_string(group.recalled), to_string(group.tested)});
    return true;
  };
  add(stats.retention, "All");
  for (const auto& tier : stats.tiers) add(tier, tier.name);
  bool first = true;
  for (const auto& topic : stats.topics)
    if (add(topic, topic.name, first)) first = false;
  chart.text = bars;
  chart.picture = std::move(bars);
  chart.heads = {"Tier or topic", "Share", "Points made", "Asked again"};
  return chart;
}

StatsChart ratings(const Stats& stats) {
  StatsChart chart;
  chart.about = {"ratings", "Ratings", "How the answers were rated."};
  std::vector<Bar> bars;
  for (const auto rating : {Rating::again, Rating::hard, Rating::good, Rating::easy}) {
    const int count = stats.ratings[static_cast<std::size_t>(rating) - 1];
    const double share = stats.answers == 0 ? 0 : static_cast<double>(count) / stats.answers;
    bars.push_back({std::string{name(rating)}, share, percent(share), counted(count, "answer")});
    chart.rows.push_back({std::string{name(rating)}, to_string(count), percent(share)});
  }
  chart.text = bars;
  chart.picture = std::move(bars);
  chart.heads = {"Rating", "Answers", "Share"};
  return chart;
}

std::string prediction_words(const Stats& stats) {
  int answers = 0;
  double predicted = 0, given = 0;
  for (std::size_t i = 0; i < stats.predictions.size(); ++i) {
    const auto& predictions = stats.predictions[i];
    answers += predictions.answers;
    predicted += static_cast<double>(i + 1) * predictions.answers;
    given += predictions.given * predictions.answers;
  }
  if (answers == 0) return "No mark was predicted in a round yet.";
  return describe_predictions(answers, predicted / answers, given / answers);
}

StatsChart predictions(const Stats& stats) {
  StatsChart chart;
  chart.words = prediction_words(stats);
  chart.about = {"predictions", "Calibration of the marks you predict in rounds", chart.words};
  std::vector<Bar> bars;  // the best mark first
  svg::Calibration picture{{}, {"1", "4"}, "Mark expected", "Mark given"};
  for (int mark = 1; mark <= 4; ++mark) {
    const auto& [answers, given] = stats.predictions[static_cast<std::size_t>(mark) - 1];
    if (answers == 0) continue;
    const auto mean = mean_words(given), times = counted(answers, "answer");
    bars.insert(bars.begin(),
                {fmt::format("{} {}", mark, mark_name(mark)), given / 4, mean + " given", times});
    picture.points.push_back({static_cast<double>(mark - 1) / 3, (given - 1) / 3,
                              fmt::format("expected {}, given {}, {}", mark, mean, times)});
    chart.rows.push_back({to_string(mark), mean, to_string(answers)});
  }
  if (bars.empty()) return chart;
  chart.text = std::move(bars);
  chart.picture = std::move(picture);
  chart.heads = {"Expected", "Given on average", "Answers"};
  return chart;
}

std::string forecast_words(const Stats& stats) {
  const int tested = stats.retention.tested;
  if (tested == 0) return "The memory model is compared with what happens once a question has come back.";
  constexpr int enough = 50;
  constexpr double noticeable = 0.05;
  double expected = 0;
  for (const auto& forecasts : stats.forecasts) expected += forecasts.expected * forecasts.tested;
  expected /= tested;
  const double share = stats.retention.share();
  return fmt::format("The memory model expected {}, {} of the points were made: {}.", percent(expected),
                     percent(share),
                     tested < enough                  ? "too few points to judge by"
                     : expected - share >= noticeable ? "it promises too much"
                     : share - expected >= noticeable ? "you do better than it says"
                                                      : "well judged");
}

// Of Stats::forecasts: "below 10 %", "70 to 80 %", "90 % and above".
std::string forecast_range(std::size_t bin) {
  if (bin == 0) return "below 10 %";
  return bin == 9 ? "90 % and above" : fmt::format("{} to {} %", bin * 10, bin * 10 + 10);
}

StatsChart forecasts(const Stats& stats) {
  StatsChart chart;
  chart.words = forecast_words(stats);
  chart.about = {"forecasts", "Calibration of the memory model", chart.words};
  std::vector<Bar> bars;  // the highest range first
  svg::Calibration picture{{}, {"0 %", "100 %"}, "Expected", "Made"};
  for (std::size_t bin = 0; bin < stats.forecasts.size(); ++bin) {
    const auto& forecasts = stats.forecasts[bin];
    if (forecasts.tested == 0) continue;
    const auto range = forecast_range(bin), expected = percent(forecasts.expected);
    const auto came = percent(forecasts.share()), times = counted(forecasts.tested, "point");
    bars.insert(bars.begin(),
                {range, forecasts.share(), came, fmt::format("expected {}, {}", expected, times)});
    picture.points.push_back({forecasts.expected, forecasts.share(),
                              fmt::format("expected {}, made {}, {}", expected, came, times)});
    chart.rows.push_back({range, expected, came, to_string(forecasts.tested)});
  }
  if (bars.empty()) return chart;
  chart.text = std::move(bars);
  chart.picture = std::move(picture);
  chart.heads = {"Expected", "Mean", "Made", "Points"};
  return chart;
}

// "1.4" times, as a reader would say it.
std::string times(double factor) { return fmt::format("{:.2f}", factor); }

std::string model_words(const Stats& stats) {
  if (!stats.fit) return "FSRS-6 with the 21 parameters of your settings.";
  const auto& fit = *stats.fit;
  constexpr std::size_t enough = 50;
  if (!fit.fitted() && fit.answers < enough)
    return fmt::format(
        "FSRS-6 with its published parameters. They are fitted to you once {} points were asked again on a "
        "later day; {} so far.",
        enough, fit.answers);
  if (!fit.fitted())
    return fmt::format("FSRS-6 with its published parameters: over {} they predict you no worse than a fit.",
                       counted(fit.answers, "point"));
  return fmt::format(
      "FSRS-6, fitted to you and trusted to {}: over {} its log loss was lower by {:.3f} than with "
      "the published parameters.",
      percent(fit.trust), counted(fit.answers, "point"), fit.gain);
}

StatsChart memory_model(const Stats& stats) {
  StatsChart chart;
  chart.words = model_words(stats);
  chart.about = {"model", "The memory model", chart.words};
  if (!stats.fit || !stats.fit->fitted()) return chart;
  const auto& fit = *stats.fit;
  std::vector<StatsChart::Entry> entries;
  const auto add = [&](const std::string& value, std::string_view what, std::string_view of) {
    entries.push_back({value, std::string{what}, std::string{of}});
    chart.rows.push_back({std::string{what}, value});
  };
  add(times(fit.first), "times the stability after a first answer", "w0 to w3");
  add(times(fit.growth), "times the growth with each point made", "e^w8");
  add(times(fit.lapse), "times the stability after a lapse", "w11");
  add(times(fit.decay), "times the decay", "w20");
  add(percent(fit.credit), "of the recall that FSRS-6 expects of a point never made", "one half by default");
  chart.text = std::move(entries);
  chart.heads = {"What was fitted", "Found"};
  return chart;
}

std::string due_words(const Stats& stats) {
  const int all = std::accumulate(stats.due.begin(), stats.due.end(), 0);
  if (all == 0) return fmt::format("Nothing is due in the next {} days.", stats.due.size());
  return fmt::format("{} today, {} in the next {} days.", stats.due[0], all, stats.due.size());
}

StatsChart due(const Stats& stats) {
  StatsChart chart;
  chart.words = due_words(stats);
  chart.about = {"due", "Due in the next two weeks", chart.words};
  ColumnChart text;
  svg::Columns picture;
  auto day = stats.today;
  for (const int count : stats.due) {
    const bool today = day == stats.today;
    const auto name = today ? "today" : short_date(day);
    const auto weekday = weekday_names[std::chrono::weekday{day}.c_encoding()].substr(0, 3);
    text.values.push_back(count);
    text.labels.push_back(today ? name : std::string{weekday});
    picture.columns.push_back({name, static_cast<double>(count), fmt::format("{}: {}", name, count)});
    chart.rows.push_back({format_day(day), to_string(count)});
    day += one_day;
  }
  picture.end = axis_end(highest(picture.columns));
  chart.text = std::move(text);
  chart.picture = std::move(picture);
  chart.heads = {"Day", "Questions"};
  return chart;
}

StatsChart rounds(const Stats& stats, std::size_t most) {
  if (stats.rounds.empty()) {
    const std::string none = "No round has a verdict yet.";
    return {.about = {"rounds", "Rounds", none}, .words = none};
  }
  StatsChart chart;
  std::vector<Bar> bars;
  svg::Columns picture{{}, 4};
  for (auto i = stats.rounds.size() - std::min(stats.rounds.size(), most); i < stats.rounds.size(); ++i) {
    const auto& round = stats.rounds[i];
    const std::string verdict{round.abandoned ? "Abandoned" : verdict_name(round.verdict)};
    const auto mean = mean_words(round.mean), day = format_day(round.day);
    bars.push_back({name_day(round.day, stats.today), round.mean / 4, mean + " of 4",
                    fmt::format("{} · {}", verdict, clip(round.name, 20)), style_of_share(round.mean / 4)});
    picture.columns.push_back({short_date(round.day), round.mean,
                               fmt::format("{}: {}, {} of 4, {}", day, round.name, mean, verdict)});
    chart.rows.push_back({day, round.name, mean, verdict});
  }
  const auto count = bars.size();
  chart.about = {"rounds", "Rounds",
                 fmt::format("The mean mark of {}, from 1 to 4.",
                             count == 1 ? "one round" : fmt::format("the last {} rounds", count))};
  chart.text = std::move(bars);
  chart.picture = std::move(picture);
  chart.heads = {"Day", "Round", "Mean mark", "Verdict"};
  return chart;
}

StatsChart missed(const Bank& bank, const Stats& stats) {
  constexpr std::string_view title = "Points missed most";
  if (stats.missed.empty()) {
    const std::string none = "None of late.";
    return {.about = {"missed", std::string{title}, none}, .words = none};
  }
  StatsChart chart;
  chart.about = {"missed", std::string{title}, "How often each was missed of the last times it was asked."};
  std::vector<StatsChart::Entry> entries;
  std::vector<Bar> bars;
  for (const auto& [index, number, missed, asked] : stats.missed) {
    const auto& item = bank.items[index];
    const auto point = one_line_of(item.points[number].text);
    const auto times = fmt::format("{} of {}", missed, asked);
    entries.push_back({times, point, item.id});
    bars.push_back({fmt::format("{}, {}", item.id, number + 1), static_cast<double>(missed) / asked, times});
    chart.rows.push_back({point, item.id, times});
  }
  chart.text = std::move(entries);
  chart.picture = std::move(bars);
  chart.heads = {"Point", "Question", "Missed"};
  return chart;
}

}  // namespace

std::vector<StatsChart> stats_charts(const Bank& bank, const Stats& stats, const ChartRoom& room) {
  return {calendar(stats, room.weeks), minutes(stats),     retention(stats),    ratings(stats),
          predictions(stats),          forecasts(stats),   memory_model(stats), due(stats),
          rounds(stats, room.rounds),  missed(bank, stats)};
}

}  // namespace viva
