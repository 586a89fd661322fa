#include "plan/calendar.hpp"

#include <algorithm>

namespace viva {
namespace {

constexpr int last_look_days = 2;  // the 48 hours before the interview
constexpr int days_between_rounds = 7;
constexpr int rest_after_round = 3;  // days; one done of one's own accord counts
constexpr int shortest_round = 10;   // minutes on the clock

PlannedRound round_of(std::optional<std::size_t> preset, int minutes) {
  return {preset, minutes, with_scoring(60 * minutes)};
}

// What may be done in so many seconds, in the bank's order; none where there is not even time for a short
// round of one's own.
std::vector<PlannedRound> possible_rounds(const Bank& bank, int seconds) {
  std::vector<PlannedRound> rounds;
  for (std::size_t i = 0; i < bank.rounds.size(); ++i)
    if (with_scoring(60 * bank.rounds[i].minutes) <= seconds)
      rounds.push_back(round_of(i, bank.rounds[i].minutes));
  const int own = seconds / with_scoring(60);
  if (rounds.empty() && own >= shortest_round) rounds.push_back(round_of(std::nullopt, own));
  return rounds;
}

}  // namespace

int with_scoring(int seconds) { return seconds + seconds / 4; }

std::vector<CalendarDay> make_calendar(const PlanRequest& request) {
  const auto& interview = request.interview;
  const int minutes = std::clamp(interview.minutes, 0, most_minutes);
  std::vector<CalendarDay> calendar;
  if (interview.day < request.today) return calendar;
  const auto end = std::clamp(interview.day, request.today + std::chrono::days{1},
                              request.today + std::chrono::days{furthest_ahead});
  for (auto day = request.today; day < end; ++day) {
    CalendarDay made;
    made.day = day;
    made.off = contains(interview.off, day);
    made.last_look = day >= interview.day - std::chrono::days{last_look_days};
    if (!made.off) made.room = 60 * minutes;
    if (day == request.today) made.room = std::max(0, made.room - request.spent);
    calendar.push_back(made);
  }
  return calendar;
}

void place_rounds(std::vector<CalendarDay>& calendar, const Bank& bank, const PlanRequest& request) {
  const auto& interview = request.interview;
  const auto rounds = possible_rounds(bank, 60 * std::clamp(interview.minutes, 0, most_minutes));
  if (!request.rounds || rounds.empty() || calendar.empty()) return;
  std::size_t next = rounds.size();
  for (auto slot = interview.day - std::chrono::days{last_look_days + 1}; slot >= request.today;
       slot -= std::chrono::days{days_between_rounds}) {
    next = (next == 0 ? rounds.size() : next) - 1;
    auto day = slot;
    while (day >= request.today && contains(interview.off, day)) day -= std::chrono::days{1};
    if (day < request.today) break;
    if (request.last_round && day < *request.last_round + std::chrono::days{rest_after_round}) continue;
    const auto index = static_cast<std::size_t>((day - request.today).count());
    if (index >= calendar.size()) continue;
    auto& chosen = calendar[index];
    if (rounds[next].seconds <= chosen.room) chosen.round = rounds[next];
  }
}

std::size_t count_rounds(const std::vector<CalendarDay>& calendar) {
  return static_cast<std::size_t>(
      std::ranges::count_if(calendar, [](const CalendarDay& day) { return day.round.has_value(); }));
}

void keep_last_rounds(std::vector<CalendarDay>& calendar, std::size_t count) {
  auto dropped = count_rounds(calendar) - count;
  for (auto& day : calendar)
    if (day.round && dropped > 0) {
      day.round.reset();
      --dropped;
    }
}

std::vector<int> room_for_items(const std::vector<CalendarDay>& calendar) {
  std::vector<int> room;
  for (const auto& day : calendar) room.push_back(day.room - (day.round ? day.round->seconds : 0));
  return room;
}

}  // namespace viva
