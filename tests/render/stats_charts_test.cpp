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
    CHECK(chart.picture);
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

TEST_CASE("the memory model is judged by enough answers only") {
  auto stats = none();
  CHECK(words(stats, "forecasts") ==
        "The memory model is compared with what happens once a question has come back.");
  stats.retention = {"", "", 40, 30};
  stats.forecasts[9] = {40, 30, 0.95};
  CHECK(words(stats, "forecasts") ==
        "The memory model expected 95 %, 75 % were recalled: too few answers to judge by.");
  stats.retention = {"", "", 100, 75};
  stats.forecasts[9] = {100, 75, 0.95};
  CHECK(words(stats, "forecasts") ==
        "The memory model expected 95 %, 75 % were recalled: it promises too much.");
  stats.forecasts[9] = {100, 75, 0.6};
  CHECK(words(stats, "forecasts") ==
        "The memory model expected 60 %, 75 % were recalled: you do better than it says.");
  stats.forecasts[9] = {100, 75, 0.76};
  CHECK(words(stats, "forecasts") == "The memory model expected 76 %, 75 % were recalled: well judged.");
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
