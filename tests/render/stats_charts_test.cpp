// What the charts of the statistics say. How they look: stats_page_test.cpp and html/stats_html_test.cpp.
#include "render/stats_charts.hpp"

#include <algorithm>

#include "catch.hpp"
#include "render/sample_history.hpp"

using namespace viva;
using namespace viva::sample;

namespace {

StatsChart chart_of(const Stats& stats, std::string_view id, const ChartRoom& room = {26, 20}) {
  for (auto& chart : stats_charts(studied_bank(), stats, room))
    if (chart.about.id == id) return chart;
  FAIL("there is no chart " << id);
  return {};
}

Stats none() { return make_stats(studied_bank(), {}, {}, monday); }

std::string words(const Stats& stats, std::string_view id) { return chart_of(stats, id).words; }

}  // namespace

TEST_CASE("every chart has a table as wide as its heads") {
  for (const auto& chart : stats_charts(studied_bank(), six_weeks_stats(), {26, 20})) {
    INFO(chart.about.id);
    CHECK((chart.picture || chart.about.id == "model"));  // numbers alone
    CHECK_FALSE(chart.rows.empty());
    for (const auto& row : chart.rows) CHECK(row.size() == chart.heads.size());
  }
}

TEST_CASE("a chart without anything to draw says why") {
  for (const auto* id : {"retention", "predictions", "forecasts", "rounds", "missed"}) {
    INFO(id);
    const auto chart = chart_of(none(), id);
    CHECK_FALSE(chart.picture);
    CHECK_FALSE(chart.words.empty());
    CHECK(chart.about.description == chart.words);
  }
}

TEST_CASE("charts take no more weeks and rounds than there is room for") {
  const auto stats = six_weeks_stats();
  const auto narrow = chart_of(stats, "days", {5, 20});
  CHECK(std::get<HeatMap>(narrow.text).weeks.size() == 5);
  CHECK(narrow.about.title == "Answers a day, the last 5 weeks");
  CHECK(chart_of(stats, "rounds", {26, 1}).rows.size() == 1);
  CHECK(chart_of(stats, "rounds", {26, 1}).rows.front().front() == format_day(monday));
}

TEST_CASE("the memory model is judged by enough points only") {
  auto stats = none();
  CHECK(words(stats, "forecasts") ==
        "The memory model is compared with what happens once a question has come back.");
  stats.retention = {"", "", 40, 30};
  stats.forecasts[9] = {40, 30, 0.95};
  CHECK(words(stats, "forecasts") ==
        "The memory model expected 95 %, 75 % of the points were made: too few points to judge by.");
  stats.retention = {"", "", 100, 75};
  stats.forecasts[9] = {100, 75, 0.95};
  CHECK(words(stats, "forecasts") ==
        "The memory model expected 95 %, 75 % of the points were made: it promises too much.");
  stats.forecasts[9] = {100, 75, 0.6};
  CHECK(words(stats, "forecasts") ==
        "The memory model expected 60 %, 75 % of the points were made: you do better than it says.");
  stats.forecasts[9] = {100, 75, 0.76};
  CHECK(words(stats, "forecasts") ==
        "The memory model expected 76 %, 75 % of the points were made: well judged.");
}

TEST_CASE("the memory model says how it came about") {
  auto stats = none();
  stats.fit->answers = 12;
  CHECK(words(stats, "model") ==
        "FSRS-6 with its published parameters. They are fitted to you once 50 points were asked again on a "
        "later day; 12 so far.");
  stats.fit->answers = 120;
  stats.fit->gain = -0.004;
  CHECK(words(stats, "model") ==
        "FSRS-6 with its published parameters: over 120 points they predict you no worse than a fit.");
  CHECK(chart_of(stats, "model").rows.empty());
  stats.fit->trust = 0.4;
  stats.fit->gain = 0.0123;
  CHECK(words(stats, "model") ==
        "FSRS-6, fitted to you and trusted to 40 %: over 120 points its log loss was lower by 0.012 than "
        "with the published parameters.");
  stats.fit.reset();
  CHECK(words(stats, "model") == "FSRS-6 with the 21 parameters of your settings.");
  CHECK(chart_of(stats, "model").rows.empty());
}

TEST_CASE("a memory model that is fitted says what was found") {
  auto stats = none();
  stats.fit =
      Fit{.model = {}, .trust = 1, .first = 0.5, .growth = 1.25, .lapse = 2, .decay = 0.875, .credit = 0.62};
  const auto chart = chart_of(stats, "model");
  REQUIRE(chart.rows.size() == 5);
  CHECK(chart.rows[0] == StatsChart::Row{"times the stability after a first answer", "0.50"});
  CHECK(chart.rows[1] == StatsChart::Row{"times the growth with each point made", "1.25"});
  CHECK(chart.rows[2] == StatsChart::Row{"times the stability after a lapse", "2.00"});
  CHECK(chart.rows[4] == StatsChart::Row{"of the recall that FSRS-6 expects of a point never made", "62 %"});
}

TEST_CASE("retention is told by points") {
  auto stats = none();
  CHECK(words(stats, "retention") == "No question has come back on a later day yet.");
  stats.retention = {"", "", 1, 1};
  CHECK(words(stats, "retention") == "1 of 1 point was made when a question came back a day later or more.");
  stats.retention.tested = 40;
  stats.retention.recalled = 30;
  CHECK(words(stats, "retention") ==
        "30 of 40 points were made when a question came back a day later or more.");
}

TEST_CASE("forecasts are shown by ranges, on a page the highest first") {
  auto stats = none();
  for (const std::size_t bin : {0u, 7u, 9u}) stats.forecasts[bin] = {1, 1, 0.5};
  const auto chart = chart_of(stats, "forecasts");
  std::vector<std::string> labels;
  for (const auto& bar : std::get<std::vector<Bar>>(chart.text)) labels.push_back(bar.label);
  CHECK(labels == std::vector<std::string>{"90 % and above", "70 to 80 %", "below 10 %"});
}

TEST_CASE("predictions are told over all marks") {
  auto stats = none();
  CHECK(words(stats, "predictions") == "No mark was predicted in a round yet.");
  stats.predictions[3] = {2, 2.5};
  stats.predictions[1] = {2, 2};
  CHECK(words(stats, "predictions") == "Over 4 answers you expected 3.0 and then gave 2.2: too hopeful.");
}

TEST_CASE("what is due is told for today and in all") {
  auto stats = none();
  CHECK(words(stats, "due") == "Nothing is due in the next 14 days.");
  stats.due[0] = 3;
  stats.due[5] = 2;
  CHECK(words(stats, "due") == "3 today, 5 in the next 14 days.");
}

TEST_CASE("an empty line parts the topics from the tiers") {
  const auto chart = chart_of(six_weeks_stats(), "retention");
  const auto& bars = std::get<std::vector<Bar>>(chart.text);
  CHECK(std::ranges::count(bars, true, &Bar::opens_group) == 1);
  CHECK(std::ranges::find(bars, true, &Bar::opens_group)->label == studied_bank().topics.front().name);
}
