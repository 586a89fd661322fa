#include "tui/clock_heading.hpp"

#include <fmt/format.h>

#include <chrono>

#include "render/chart.hpp"
#include "viva/base/amount.hpp"

namespace viva {
namespace {

// Seconds from `now` to `deadline`, rounded up; negative once it is over.
int seconds_left(Instant deadline, Instant now) {
  return static_cast<int>(std::chrono::ceil<std::chrono::seconds>(deadline - now).count());
}

// "2:10", or "0:12 over"
Span clock_span(int left, int warning) {
  if (left < 0) return {minutes_and_seconds(-left) + " over", Style::bad};
  return {minutes_and_seconds(left), left <= warning ? Style::warn : Style::strong};
}

}  // namespace

std::vector<Line> clock_lines(const Round::View& view, Instant now) {
  if (!view.deadline) return {};
  constexpr int last_minute = 60;
  const auto round = clock_span(std::max(seconds_left(*view.deadline, now), 0), last_minute);
  if (!view.question_deadline) return {{{"round ", Style::dim}, round}, {round}};
  const auto budget = minutes_and_seconds(view.question.budget);
  const int left = seconds_left(*view.question_deadline, now);
  const auto question = clock_span(left, view.question.budget / 5);
  const auto* of = left < 0 ? " {} · round " : " of {} · round ";
  return {{question, {fmt::format(fmt::runtime(of), budget), Style::dim}, round},
          {question, {" · round ", Style::dim}, round},
          {question, {" · ", Style::dim}, round}};
}

std::vector<Line> clock_lines(int seconds, int minutes) {
  constexpr int bar_columns = 10;
  const int budget = minutes * 60;
  const bool over = seconds > budget;
  const double used = budget > 0 ? static_cast<double>(seconds) / budget : 1;
  const Span bar{share_bar(used, bar_columns), over ? Style::warn : Style::good};
  const Span time{minutes_and_seconds(seconds), over ? Style::warn : Style::plain};
  const Span of{fmt::format(" of {} min", minutes), Style::dim};
  return {{bar, {"  "}, time, of}, {time, of}, {time}};
}

}  // namespace viva
