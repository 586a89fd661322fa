#include "plan/planner.hpp"

#include <algorithm>
#include <cassert>
#include <tuple>
#include <utility>

#include "plan/packing.hpp"
#include "viva/memory/score.hpp"

namespace viva {
namespace {

constexpr double least_gain = 0.01;                                // of an item's points
constexpr double pace_of_new = 2;                                  // times as fast as they must be met
constexpr int days_to_return = 2;                                  // of study, for what was failed
constexpr double no_rate = std::numeric_limits<double>::lowest();  // nothing fits

bool went_badly(const Outlook& outlook) { return 100 * outlook.share_made() < good_from; }
bool failed(const Outlook& outlook) { return 100 * outlook.share_made() < hard_from; }

}  // namespace

Planner::Planner(const Bank& bank, const Standing& standing, const PlanRequest& request,
                 const Promises& promises)
    : bank_(bank),
      standing_(standing),
      request_(request),
      promises_(promises),
      days_left_(days_between(request.today, request.interview.day)),
      calendar_(make_calendar(request)),
      tiers_(bank.tiers.size()),
      tiers_met_(bank.tiers.size()) {
  assert(standing.morning.size() == bank.items.size() && request.seconds.size() == bank.items.size());
  for (std::size_t i = 0; i < bank.items.size(); ++i) {
    shortest_ = std::min(shortest_, seconds(i));
    all_seconds_ += seconds(i);
    all_points_ += static_cast<double>(points(i));
    ++tiers_[bank.items[i].tier];
    if (!standing.morning[i]) {
      unmet_.push_back({i, -1});
      continue;
    }
    ++tiers_met_[bank.items[i].tier];
    met_.push_back({i, Outlook{*standing.morning[i], request.today, days_left_}});
    expected_ += met_.back().outlook.expected();
  }
  settle();
}

// Rounds keep their days. Then it is known how long the items never asked can wait.
void Planner::settle() {
  place_rounds(calendar_, bank_, request_);
  std::ranges::stable_sort(unmet_, std::ranges::greater{}, [&](const Unmet& unmet) {
    return static_cast<double>(points(unmet.item)) / seconds(unmet.item);
  });
  std::vector<int> sizes;
  for (const auto& unmet : unmet_) sizes.push_back(seconds(unmet.item));
  const auto latest = latest_for_new(sizes, calendar_, promises_);
  for (std::size_t i = 0; i < unmet_.size(); ++i) unmet_[i].latest = latest[i];
  short_of_time_ = std::ranges::count(latest, -1) > 0;
}

std::optional<int> Planner::next_study() const {
  for (auto day = next_ + 1; day < calendar_.size(); ++day)
    if (room_for_items(calendar_[day]) >= shortest_) return static_cast<int>(day);
  return std::nullopt;
}

void Planner::begin_day() {
  const auto& today = calendar_[next_];
  day_ = {};
  day_.day = today.day;
  day_.off = today.off;
  day_.last_look = today.last_look;
  day_.round = today.round;
  room_ = room_for_items(today);
  next_study_ = next_study();
  room_ahead_ = 0;
  for (auto day = next_; day < calendar_.size(); ++day)
    if (!calendar_[day].last_look) room_ahead_ += room_for_items(calendar_[day]);
}

PlanDay Planner::plan_day() {
  begin_day();
  if (may_be_new(calendar_[next_])) take_urgent();
  if (!day_.last_look && promises_.returns) take_returns();
  take_best();
  day_.seconds = calendar_[next_].room - room_;
  if (all_points_ > 0) day_.readiness = expected_ / all_points_;
  if (next_ == 0) catch_up();
  ++next_;
  return std::move(day_);
}

// Days of study after that day, up to the one that is planned.
int Planner::study_days_since(int day) const {
  int count = 0;
  while (++day <= today() && count <= days_to_return)
    if (!contains(request_.interview.off, request_.today + std::chrono::days{day})) ++count;
  return count;
}

// What went badly, in the order in which it comes back: what was failed and must return today, what was
// failed later, what is late, and then what had gaps. In the order of failing alone, all of it would be late
// as soon as there is more than the share holds.
std::vector<std::size_t> Planner::returns() const {
  std::vector<std::size_t> returns;
  for (std::size_t i = 0; i < met_.size(); ++i)
    if (met_[i].outlook.last() < today() && went_badly(met_[i].outlook)) returns.push_back(i);
  std::ranges::stable_sort(returns, {}, [&](std::size_t i) {
    const auto& outlook = met_[i].outlook;
    const bool late = study_days_since(outlook.last()) > days_to_return;
    const int order = failed(outlook) && late ? -outlook.last() : outlook.last();
    return std::tuple{!failed(outlook), failed(outlook) && late, order, outlook.share_made()};
  });
  return returns;
}

// What was failed has a quarter of the minutes, and more where the items never asked leave it: those are met
// in half of the time there is. In tests/sim that is never worse than a quarter alone and up to 2.8 points
// better. A greater share where time is short would double what the promise costs there.
double Planner::share_for_failed() const {
  double unmet = 0;
  for (const auto& [item, latest] : unmet_) unmet += seconds(item);
  return std::max(promises_.share_of_returns, room_ahead_ > 0 ? 1 - pace_of_new * unmet / room_ahead_ : 1);
}

// What had gaps has what is left when every item could be asked once more; otherwise gain decides.
double Planner::share_for_gaps() const {
  return room_ahead_ > 0 ? std::min(share_for_failed(), 1 - all_seconds_ / room_ahead_) : 0;
}

// To the nearest question; one at least that was failed. While items are unmet there stays room for one of
// them, unless what was failed must return today and the day holds no more.
void Planner::take_returns() {
  const int room = room_for_items(calendar_[next_]);
  int shortest_unmet = 0, taken = 0;
  for (const auto& [item, latest] : unmet_)
    shortest_unmet = shortest_unmet == 0 ? seconds(item) : std::min(shortest_unmet, seconds(item));
  const double for_failed = share_for_failed() * room, for_gaps = share_for_gaps() * room;
  for (const auto i : returns()) {
    const auto& [item, outlook] = met_[i];
    const bool must = taken == 0 && failed(outlook),
               today_or_late = study_days_since(outlook.last()) == days_to_return;
    if (!fits(item) || (room_ - seconds(item) < shortest_unmet && !(must && today_or_late))) continue;
    if (!must && taken + seconds(item) / 2 > (failed(outlook) ? for_failed : for_gaps)) continue;
    taken += seconds(item);
    take_met(i, outlook.gain(today()), PlanReason::missed);
  }
}

// What can be met today or never.
void Planner::take_urgent() {
  if (short_of_time_) return;
  for (std::size_t i = 0; i < unmet_.size();) {
    if (unmet_[i].latest == today() && fits(unmet_[i].item))
      take_unmet(i);
    else
      ++i;
  }
}

void Planner::take_best() {
  auto open = candidates();
  while (room_ >= shortest_) {
    const auto fresh = best_unmet();
    const double fresh_rate =
        fresh == nothing || !may_be_new(calendar_[next_]) ? no_rate : rate_of(unmet_[fresh]);
    sharpen(open, fresh_rate);
    if (!open.empty() && open.front().rate > fresh_rate) {
      const auto best = pop(open);
      take_met(best.met, best.gain, day_.last_look ? PlanReason::last_look : PlanReason::fading);
    } else if (fresh != nothing) {
      take_unmet(fresh);
    } else {
      return;
    }
  }
}

// Of equal ones the first is taken first.
bool Planner::later(const Candidate& a, const Candidate& b) {
  return a.rate != b.rate ? a.rate < b.rate : a.met > b.met;
}

// The best of a heap.
Planner::Candidate Planner::pop(std::vector<Candidate>& open) {
  std::ranges::pop_heap(open, later);
  const auto best = open.back();
  open.pop_back();
  return best;
}

// A heap of what may gain enough; in the last look of all that was not asked today.
std::vector<Planner::Candidate> Planner::candidates() const {
  std::vector<Candidate> open;
  if (room_ < shortest_) return open;
  for (std::size_t i = 0; i < met_.size(); ++i) {
    const auto& outlook = met_[i].outlook;
    const double most = outlook.points() - outlook.expected();
    if (outlook.last() < today() && (day_.last_look || most >= least_gain * outlook.points()))
      open.push_back({most / seconds(met_[i].item), i, most, false});
  }
  std::ranges::make_heap(open, later);
  return open;
}

// Works out gains until the first of the heap is exact and fits, or promises no more than `rate`.
void Planner::sharpen(std::vector<Candidate>& open, double rate) const {
  while (!open.empty() && open.front().rate > rate) {
    const auto& met = met_[open.front().met];
    if (open.front().exact && fits(met.item)) return;
    auto best = pop(open);
    if (!fits(met.item)) continue;
    best.gain = met.outlook.gain(today());
    if (!day_.last_look && best.gain < least_gain * met.outlook.points()) continue;
    best.exact = true;
    best.rate = (best.gain - gain_by_waiting(met.outlook, best.gain)) / seconds(met.item);
    open.push_back(best);
    std::ranges::push_heap(open, later);
  }
}

// What was studied a short while ago gains more the longer it waits, so there is no hurry.
double Planner::gain_by_waiting(const Outlook& outlook, double gained) const {
  return next_study_ ? std::max(0.0, outlook.gain(*next_study_) - gained) : 0;
}

// Waiting adds nothing to what was never asked: met sooner, it can come again.
double Planner::rate_of(const Unmet& unmet) const {
  return Outlook::first_gain(points(unmet.item), today(), days_left_, *standing_.model) / seconds(unmet.item);
}

std::size_t Planner::best_unmet() const {
  if (short_of_time_ && promises_.tiers_in_turn) return best_in_turn();
  const auto found = std::ranges::find_if(unmet_, [&](const Unmet& unmet) { return fits(unmet.item); });
  return found == unmet_.end() ? nothing : static_cast<std::size_t>(found - unmet_.begin());
}

// The best of the tier of which the smallest part was met.
std::size_t Planner::best_in_turn() const {
  const auto part = [&](std::size_t index) {
    const auto tier = bank_.items[unmet_[index].item].tier;
    return tiers_met_[tier] / tiers_[tier];
  };
  auto best = nothing;
  for (std::size_t i = 0; i < unmet_.size(); ++i) {
    if (!fits(unmet_[i].item)) continue;
    if (best == nothing || std::pair{part(i), bank_.items[unmet_[i].item].tier} <
                               std::pair{part(best), bank_.items[unmet_[best].item].tier})
      best = i;
  }
  return best;
}

void Planner::take_met(std::size_t index, double gain, PlanReason reason) {
  auto& [item, outlook] = met_[index];
  expected_ -= outlook.expected();
  outlook.ask(today());
  expected_ += outlook.expected();
  add_entry(item, gain, reason);
}

void Planner::take_unmet(std::size_t index) {
  const auto item = unmet_[index].item;
  unmet_.erase(unmet_.begin() + static_cast<std::ptrdiff_t>(index));
  met_.push_back({item, Outlook{points(item), today(), days_left_, *standing_.model}});
  expected_ += met_.back().outlook.expected();
  ++tiers_met_[bank_.items[item].tier];
  add_entry(item, met_.back().outlook.expected(), PlanReason::fresh);
}

void Planner::add_entry(std::size_t item, double gain, PlanReason reason) {
  room_ -= seconds(item);
  const auto& now = standing_.now[item];
  const bool done = next_ == 0 && now && now->last == request_.today;
  day_.entries.push_back({item, seconds(item), gain, reason, done});
}

// What was asked today is known. What was not planned and asked all the same is met.
void Planner::catch_up() {
  const auto asked_today = [&](std::size_t item) {
    return standing_.now[item] && standing_.now[item]->last >= request_.today;
  };
  for (std::size_t i = 0; i < unmet_.size();) {
    const auto item = unmet_[i].item;
    if (!asked_today(item)) {
      ++i;
      continue;
    }
    unmet_.erase(unmet_.begin() + static_cast<std::ptrdiff_t>(i));
    ++tiers_met_[bank_.items[item].tier];
    met_.push_back({item, Outlook{points(item), today(), days_left_, *standing_.model}});
    expected_ += met_.back().outlook.expected();
  }
  for (auto& [item, outlook] : met_) {
    if (!asked_today(item)) continue;
    expected_ -= outlook.expected();
    outlook = Outlook{*standing_.now[item], request_.today, days_left_};
    expected_ += outlook.expected();
  }
}

std::vector<double> Planner::expected() const {
  std::vector<double> expected(bank_.items.size());
  for (const auto& met : met_) expected[met.item] = met.outlook.expected();
  return expected;
}

std::vector<std::size_t> Planner::unmet() const {
  std::vector<std::size_t> items;
  for (const auto& unmet : unmet_) items.push_back(unmet.item);
  std::ranges::sort(items);
  return items;
}

}  // namespace viva
