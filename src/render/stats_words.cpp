#include "render/stats_words.hpp"

#include <fmt/format.h>

#include "viva/base/amount.hpp"

namespace viva {

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

}  // namespace viva
