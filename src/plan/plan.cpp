#include "viva/plan/plan.hpp"

#include <algorithm>
#include <cassert>
#include <deque>
#include <limits>

#include "plan/calendar.hpp"
#include "plan/packing.hpp"
#include "viva/memory/forecast.hpp"

namespace viva {
namespace {

constexpr double least_gain = 0.01;                                // one point
constexpr double no_rate = std::numeric_limits<double>::lowest();  // nothing fits

int days_between(Day from, Day to) { return static_cast<int>((to - from).count()); }

// An item that was met, in truth or as planned so far. Days count from today.
struct Met {
  std::size_t item;
  fsrs::Memory memory;
  int last;
  double recall;  // expected on the interview's day, if left alone
};

// An item never asked, and the latest day on which it can be met; -1: there is no room for it.
struct Unmet {
  std::size_t item;
  int latest;
};

// A met item that may be studied on a day. Its gain is at first an upper bound; the true gain is worked out
// only once no other candidate promises more.
struct Candidate {
  double rate;  // gain a second, less what waiting for the next day of study would add to it
  std::size_t met;
  double gain;
  bool exact;
};

// Of equal ones the first is taken first.
bool later(const Candidate& a, const Candidate& b) {
  return a.rate != b.rate ? a.rate < b.rate : a.met > b.met;
}

// The best of a heap.
Candidate pop(std::vector<Candidate>& open) {
  std::ranges::pop_heap(open, later);
  const auto best = open.back();
  open.pop_back();
  return best;
}

// Works out one day after the other.
class Planner {
 public:
  Planner(const Bank& bank, const Progress& progress, const PlanRequest& request);

  bool done() const { return next_ == calendar_.size(); }
  PlanDay plan_day();
  // Expected recall of each item on the interview's day, after the days planned so far.
  std::vector<double> recalls() const;
  std::vector<std::size_t> unmet() const;

 private:
  void divide(const Progress& progress);
  void settle_calendar(const Bank& bank);
  bool rehearses() const;
  std::optional<int> next_study() const;
  void take_urgent();
  void take_best();
  std::vector<Candidate> candidates() const;
  double best_fresh_rate() const;
  void sharpen(std::vector<Candidate>& open, double rate) const;
  double gain(const Met& met, int day) const;
  double gain_by_waiting(const Met& met, double gained) const;
  void take_met(const Candidate& candidate);
  void take_unmet(std::size_t index);
  bool fits(std::size_t item) const { return seconds(item) <= room_; }
  int seconds(std::size_t item) const { return request_.seconds[item]; }
  int today() const { return static_cast<int>(next_); }
  int days_left() const { return days_left_ - today(); }

  PlanRequest request_;
  std::size_t items_;
  int days_left_;  // from today to the interview
  int shortest_ = std::numeric_limits<int>::max();
  std::vector<CalendarDay> calendar_;
  std::size_t next_ = 0;  // the day that is planned
  std::vector<Met> met_;
  std::size_t met_before_ = 0;  // on days before the one that is planned
  std::deque<Unmet> unmet_;     // the shortest first
  double recalled_ = 0;         // items expected to be recalled on the interview's day
  PlanDay day_;
  std::optional<int> next_study_;  // the next day with room for an item
  double fresh_gain_ = 0;          // of an item never asked, on the day that is planned
  int room_ = 0;                   // seconds left of it
};

Planner::Planner(const Bank& bank, const Progress& progress, const PlanRequest& request)
    : request_(request),
      items_(bank.items.size()),
      days_left_(days_between(request.today, request.interview.day)),
      calendar_(make_calendar(request)) {
  assert(progress.size() == items_ && request.seconds.size() == items_);
  divide(progress);
  settle_calendar(bank);
}

void Planner::divide(const Progress& progress) {
  for (std::size_t i = 0; i < items_; ++i) {
    shortest_ = std::min(shortest_, seconds(i));
    if (!progress[i]) {
      unmet_.push_back({i, -1});
      continue;
    }
    const int last = std::min(0, days_between(request_.today, progress[i]->last));
    const double recall = recall_on_the_day(progress[i]->memory, std::max(0, days_left_ - last));
    met_.push_back({i, progress[i]->memory, last, recall});
    recalled_ += recall;
    // What was first asked today does not bring on a round that was not planned this morning.
    if (last < 0 || progress[i]->reviews > 1) ++met_before_;
  }
  std::ranges::stable_sort(unmet_, {}, [&](const Unmet& unmet) { return seconds(unmet.item); });
}

// Plans rounds, the last ones first, as many as leave room for the items never asked. Then finds how long
// those can wait.
void Planner::settle_calendar(const Bank& bank) {
  std::vector<int> sizes;
  for (const auto& unmet : unmet_) sizes.push_back(seconds(unmet.item));
  const auto could_fit = count_fitting(sizes, room_for_items(calendar_));
  place_rounds(calendar_, bank, request_);
  const auto with_rounds = calendar_;
  std::size_t kept = 0, too_many = count_rounds(with_rounds) + 1;
  for (auto tried = too_many - 1; too_many - kept > 1; tried = kept + (too_many - kept) / 2) {
    calendar_ = with_rounds;
    keep_last_rounds(calendar_, tried);
    (count_fitting(sizes, room_for_items(calendar_)) == could_fit ? kept : too_many) = tried;
  }
  calendar_ = with_rounds;
  keep_last_rounds(calendar_, kept);
  const auto latest = latest_days(sizes, room_for_items(calendar_));
  for (std::size_t i = 0; i < unmet_.size(); ++i) unmet_[i].latest = latest[i];
}

// A mock round asks anything: it waits until half of the bank was met.
bool Planner::rehearses() const { return calendar_[next_].round && 2 * met_before_ >= items_; }

std::optional<int> Planner::next_study() const {
  for (auto day = next_ + 1; day < calendar_.size(); ++day)
    if (calendar_[day].room >= shortest_) return static_cast<int>(day);
  return std::nullopt;
}

PlanDay Planner::plan_day() {
  const auto& today = calendar_[next_];
  day_ = {};
  day_.day = today.day;
  day_.off = today.off;
  day_.last_look = today.last_look;
  room_ = today.room;
  if (rehearses()) {
    day_.round = today.round;
    room_ -= today.round->seconds;
  }
  next_study_ = next_study();
  fresh_gain_ = expected_first(days_left());
  take_urgent();
  take_best();
  day_.seconds = today.room - room_;
  if (items_ > 0) day_.readiness = recalled_ / static_cast<double>(items_);
  met_before_ = met_.size();
  ++next_;
  return std::move(day_);
}

void Planner::take_urgent() {
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
    const double fresh_rate = best_fresh_rate();
    sharpen(open, fresh_rate);
    if (!open.empty() && open.front().rate > fresh_rate)
      take_met(pop(open));
    else if (fresh_rate > no_rate)
      take_unmet(0);
    else
      return;
  }
}

// Items never asked all gain the same, so the shortest is the best, and if it does not fit none does. Waiting
// adds nothing to them: one met sooner can come again.
double Planner::best_fresh_rate() const {
  if (unmet_.empty() || !fits(unmet_.front().item)) return no_rate;
  return fresh_gain_ / seconds(unmet_.front().item);
}

// Works out gains until the first of the heap is exact and fits, or promises no more than `rate`.
void Planner::sharpen(std::vector<Candidate>& open, double rate) const {
  while (!open.empty() && open.front().rate > rate) {
    const auto& met = met_[open.front().met];
    if (open.front().exact && fits(met.item)) return;
    auto best = pop(open);
    if (!fits(met.item)) continue;
    best.gain = gain(met, today());
    if (best.gain < least_gain) continue;
    best.exact = true;
    best.rate = (best.gain - gain_by_waiting(met, best.gain)) / seconds(met.item);
    open.push_back(best);
    std::ranges::push_heap(open, later);
  }
}

// Of an item studied on that day.
double Planner::gain(const Met& met, int day) const {
  return expected_next(met.memory, day - met.last, days_left_ - day) - met.recall;
}

// What was studied a short while ago gains more the longer it waits, so there is no hurry.
double Planner::gain_by_waiting(const Met& met, double gained) const {
  return next_study_ ? std::max(0.0, gain(met, *next_study_) - gained) : 0;
}

// A heap of what may gain a point.
std::vector<Candidate> Planner::candidates() const {
  std::vector<Candidate> open;
  if (room_ < shortest_) return open;
  for (std::size_t i = 0; i < met_.size(); ++i) {
    const double most = 1 - met_[i].recall;
    if (met_[i].last < today() && most >= least_gain)
      open.push_back({most / seconds(met_[i].item), i, most, false});
  }
  std::ranges::make_heap(open, later);
  return open;
}

void Planner::take_met(const Candidate& candidate) {
  auto& met = met_[candidate.met];
  const double expected = met.recall + candidate.gain;
  met.memory = next_memory(met.memory, today() - met.last, expected, days_left());
  met.last = today();
  met.recall = expected;
  recalled_ += candidate.gain;
  room_ -= seconds(met.item);
  day_.entries.push_back({met.item, seconds(met.item), candidate.gain, false});
}

void Planner::take_unmet(std::size_t index) {
  const auto item = unmet_[index].item;
  met_.push_back({item, first_memory(fresh_gain_, days_left()), today(), fresh_gain_});
  unmet_.erase(unmet_.begin() + static_cast<std::ptrdiff_t>(index));
  recalled_ += fresh_gain_;
  room_ -= seconds(item);
  day_.entries.push_back({item, seconds(item), fresh_gain_, true});
}

std::vector<double> Planner::recalls() const {
  std::vector<double> recalls(items_);
  for (const auto& met : met_) recalls[met.item] = met.recall;
  return recalls;
}

std::vector<std::size_t> Planner::unmet() const {
  std::vector<std::size_t> items;
  for (const auto& unmet : unmet_) items.push_back(unmet.item);
  std::ranges::sort(items);
  return items;
}

bool all_fit(const Bank& bank, const Progress& progress, PlanRequest request, int minutes) {
  std::vector<int> sizes;
  for (std::size_t i = 0; i < bank.items.size(); ++i)
    if (!progress[i]) sizes.push_back(request.seconds[i]);
  request.interview.minutes = minutes;
  return count_fitting(sizes, room_for_items(make_calendar(request))) == sizes.size();
}

std::optional<int> find_enough(const Bank& bank, const Progress& progress, const PlanRequest& request) {
  if (!all_fit(bank, progress, request, most_minutes)) return std::nullopt;
  int too_few = -1, enough = most_minutes;
  while (enough - too_few > 1) {
    const int middle = too_few + (enough - too_few) / 2;
    (all_fit(bank, progress, request, middle) ? enough : too_few) = middle;
  }
  return enough;
}

void add_planned(const Bank& bank, const std::vector<double>& recalls, ReadinessReport& report) {
  report.all.planned = 0;
  for (auto& tier : report.tiers) tier.planned = 0;
  for (std::size_t i = 0; i < recalls.size(); ++i) {
    auto& tier = report.tiers[bank.items[i].tier];
    report.all.planned += recalls[i] / static_cast<double>(report.all.items);
    tier.planned += recalls[i] / static_cast<double>(tier.items);
  }
}

}  // namespace

const Interview* next_interview(const std::vector<Interview>& interviews, Day today) {
  const Interview* next = nullptr;
  for (const auto& interview : interviews)
    if (interview.day >= today && (!next || interview.day < next->day)) next = &interview;
  return next;
}

Plan make_plan(const Bank& bank, const Progress& progress, const PlanRequest& request) {
  Plan plan;
  plan.interview = request.interview;
  plan.today = request.today;
  Planner planner{bank, progress, request};
  while (!planner.done()) plan.days.push_back(planner.plan_day());
  plan.readiness =
      assess_readiness(bank, progress, request.today, std::max(request.today, request.interview.day));
  if (plan.days.empty()) return plan;
  add_planned(bank, planner.recalls(), plan.readiness);
  plan.left_out = planner.unmet();
  if (!plan.left_out.empty()) plan.enough_minutes = find_enough(bank, progress, request);
  return plan;
}

PlanDay plan_today(const Bank& bank, const Progress& progress, const PlanRequest& request) {
  Planner planner{bank, progress, request};
  if (!planner.done()) return planner.plan_day();
  PlanDay none;
  none.day = request.today;
  return none;
}

}  // namespace viva
