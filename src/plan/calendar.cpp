#include "plan/calendar.hpp"

#include <algorithm>

#include "plan/packing.hpp"

namespace viva {
namespace {

constexpr std::chrono::days last_look{2};  // the 48 hours before the interview
constexpr std::chrono::days week{7};
constexpr std::chrono::days near{3};  // a round so near to one that is planned takes its place
constexpr int shortest_round = 5;     // minutes on the clock

PlannedRound round_of(std::optional<std::size_t> preset, int minutes) {
  return {preset, minutes, with_scoring(60 * minutes)};
}

// What a day of so many seconds holds beside questions: presets up to two thirds of it, in the bank's order,
// else a round of one's own in half of it, or the shortest; none where there is no time even for that.
std::vector<PlannedRound> possible_rounds(const Bank& bank, int seconds) {
  std::vector<PlannedRound> rounds;
  for (std::size_t i = 0; i < bank.rounds.size(); ++i)
    if (3 * with_scoring(60 * bank.rounds[i].minutes) <= 2 * seconds)
      rounds.push_back(round_of(i, bank.rounds[i].minutes));
  const auto own = round_of(std::nullopt, std::max(shortest_round, seconds / 2 / with_scoring(60)));
  if (rounds.empty() && own.seconds <= seconds) rounds.push_back(own);
  return rounds;
}

// The days of study from the one on which the interview was set to this one, which is left out.
std::vector<Day> study_days(const PlanRequest& request, Day end) {
  std::vector<Day> days;
  for (auto day = std::min(request.begun, request.today); day < end; day += std::chrono::days{1})
    if (!contains(request.interview.off, day)) days.push_back(day);
  return days;
}

// The last day of study in the first third of all days.
Day first_round_day(const PlanRequest& request) {
  const auto begun = std::min(request.begun, request.today);
  const auto third = begun + (request.interview.day - begun) / 3;
  const auto study = study_days(request, request.interview.day);
  auto place = std::max<std::size_t>(study.size() / 3, 1) - 1;
  while (place > 0 && study[place] >= third) --place;
  return study[place];
}

bool is_done(const PlanRequest& request, Day slot, Day until) {
  return std::ranges::any_of(request.rounds, [&](Day round) {
    return round >= slot - near && round <= slot + near && round < until;
  });
}

// The day of the round that is due in a slot: the day of study on it or after it, and once more the next one
// where that was missed. Nullopt: it is past. The slot is not after the last of them.
std::optional<Day> day_of_round(const std::vector<Day>& study, Day slot, Day today) {
  auto day = std::ranges::lower_bound(study, slot);
  if (*day < today && day + 1 != study.end()) ++day;
  return *day < today ? std::nullopt : std::optional{*day};
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
    made.last_look = day >= interview.day - last_look;
    if (!made.off) made.room = 60 * minutes;
    calendar.push_back(made);
  }
  return calendar;
}

void place_rounds(std::vector<CalendarDay>& calendar, const Bank& bank, const PlanRequest& request) {
  const auto rounds = possible_rounds(bank, 60 * std::clamp(request.interview.minutes, 0, most_minutes));
  const auto study = study_days(request, request.interview.day - last_look);
  if (!request.allow_rounds || rounds.empty() || study.empty()) return;
  std::size_t which = 0;
  for (auto slot = first_round_day(request); slot <= study.back(); slot += week, ++which) {
    const auto day = day_of_round(study, slot, request.today);
    if (!day || is_done(request, slot, request.today)) continue;
    const bool today = *day == request.today;
    if (!today && is_done(request, slot, request.today + std::chrono::days{1})) continue;
    const auto place = static_cast<std::size_t>(days_between(request.today, *day));
    if (place >= calendar.size() || calendar[place].round) continue;
    calendar[place].round = rounds[which % rounds.size()];
    calendar[place].round->done = today && std::ranges::binary_search(request.rounds, request.today);
  }
}

int room_for_items(const CalendarDay& day) { return day.room - (day.round ? day.round->seconds : 0); }

std::vector<int> latest_for_new(std::vector<int> seconds, const std::vector<CalendarDay>& calendar,
                                const Promises& promises) {
  std::vector<int> room;
  int longest = 0, most = 0;
  for (const auto& day : calendar) {
    const bool none = day.last_look && promises.nothing_new_at_last;
    const double share = promises.returns && !day.last_look ? promises.share_of_returns : 0;
    const int whole = none ? 0 : room_for_items(day);
    room.push_back(static_cast<int>((1 - share) * whole));
    longest = std::max(longest, whole);
    most = std::max(most, room.back());
  }
  for (auto& size : seconds)
    if (size <= longest) size = std::min(size, most);
  return latest_days(seconds, room);
}

}  // namespace viva
