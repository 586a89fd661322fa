#include "render/stats_words.hpp"

#include <fmt/format.h>

#include <numeric>
#include <string_view>

#include "viva/base/amount.hpp"

namespace viva {

std::string short_date(Day day) {
  constexpr std::string_view weekday = "Thu ";
  return name_day(day, day).substr(weekday.size());
}

std::string summary_words(const Stats& stats) {
  const auto time = stats.seconds > 0 ? ", " + duration_words(stats.seconds) : "";
  return fmt::format("{} on {}{}. {} of {} seen.", counted(stats.answers, "answer"),
                     counted(stats.days.size(), "day"), time, stats.seen, counted(stats.items, "question"));
}

std::string habit_words(const Habit& habit) {
  if (habit.recent == 0) return "";
  const auto recent = fmt::format("{} of the last {} days", habit.recent, habit_days);
  if (habit.in_a_row < 2) return recent + ".";
  return fmt::format("{} days in a row, {}.", habit.in_a_row, recent);
}

std::string retention_words(const Stats& stats) {
  const auto& [id, name, tested, recalled] = stats.retention;
  if (tested == 0) return "No question has come back on a later day yet.";
  return fmt::format("{} of {} recalled when a question came back a day later or more.", recalled,
                     tested == 1 ? "1 answer was" : fmt::format("{} answers were", tested));
}

std::string forecast_words(const Stats& stats) {
  double expected = 0;
  for (const auto& forecasts : stats.forecasts) expected += forecasts.expected * forecasts.tested;
  const int tested = stats.retention.tested;
  if (tested == 0) return "The memory model is compared with what happens once a question has come back.";
  expected /= tested;
  constexpr int enough = 50;
  constexpr double noticeable = 0.05;
  const double share = stats.retention.share();
  return fmt::format("The memory model expected {}, {} were recalled: {}.", percent(expected), percent(share),
                     tested < enough                  ? "too few answers to judge by"
                     : expected - share >= noticeable ? "it promises too much"
                     : share - expected >= noticeable ? "you do better than it says"
                                                      : "well judged");
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

std::string due_words(const Stats& stats) {
  const int all = std::accumulate(stats.due.begin(), stats.due.end(), 0);
  if (all == 0) return fmt::format("Nothing is due in the next {} days.", stats.due.size());
  return fmt::format("{} today, {} in the next {} days.", stats.due[0], all, stats.due.size());
}

std::string forecast_range(std::size_t bin) {
  if (bin == 0) return "below 10 %";
  return bin == 9 ? "90 % and above" : fmt::format("{} to {} %", bin * 10, bin * 10 + 10);
}

}  // namespace viva
