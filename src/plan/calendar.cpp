#include "plan/calendar.hpp"

#include <algorithm>

namespace viva {
namespace {

constexpr int last_look_days = 2;  // the 48 hours before the interview
constexpr std::chrono::days between_rounds{7};
constexpr int shortest_round = 5;  // minutes on the clock

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

// Those since the interview was set, before today.
std::vector<Day> rounds_done(const PlanRequest& request) {
  auto done = request.rounds;
  std::erase_if(done, [&](Day day) { return day < request.begun || day >= request.today; });
  return done;
}

Day first_round_day(const PlanRequest& request) {
  const auto begun = std::min(request.begun, request.today);
  std::vector<Day> study;
  for (auto day = begun; day < request.interview.day; day += std::chrono::days{1})
    if (!contains(request.interview.off, day)) study.push_back(day);
  if (study.empty()) return begun;
  const auto third = begun + (request.interview.day - begun) / 3;
  auto place = std::max<std::size_t>(study.size() / 3, 1) - 1;
  while (place > 0 && study[place] >= third) --place;
  return study[place];
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
    calendar.push_back(made);
  }
  return calendar;
}

void place_rounds(std::vector<CalendarDay>& calendar, const Bank& bank, const PlanRequest& request) {
  const auto rounds = possible_rounds(bank, 60 * std::clamp(request.interview.minutes, 0, most_minutes));
  if (!request.allow_rounds || rounds.empty()) return;
  const auto done = rounds_done(request);
  auto which = done.size();
  auto next = done.empty() ? first_round_day(request) : done.back() + between_rounds;
  const bool today = std::ranges::binary_search(request.rounds, request.today);
  for (auto& day : calendar) {
    if (day.day > request.today && today) next = std::max(next, request.today + between_rounds);
    const auto& round = rounds[which % rounds.size()];
    if (day.off || day.last_look || day.day < next || round.seconds > day.room) continue;
    day.round = round;
    day.round->done = today && day.day == request.today;
    next = day.day + between_rounds;
    ++which;
  }
}

int room_for_items(const CalendarDay& day) { return day.room - (day.round ? day.round->seconds : 0); }

int room_for_returns(const CalendarDay& day) {
  return day.last_look ? 0 : static_cast<int>(share_of_returns * room_for_items(day));
}

std::vector<int> room_for_new(const std::vector<CalendarDay>& calendar) {
  std::vector<int> room;
  for (const auto& day : calendar)
    room.push_back(day.last_look ? 0 : room_for_items(day) - room_for_returns(day));
  return room;
}

}  // namespace viva
