#include "viva/plan/plan.hpp"

#include <algorithm>
#include <functional>

#include "plan/calendar.hpp"
#include "plan/planner.hpp"

namespace viva {
namespace {

using Fits = std::function<bool(int minutes)>;

// As the plan itself has it.
bool meets_all(const Bank& bank, const Standing& standing, PlanRequest request, int minutes) {
  request.interview.minutes = minutes;
  Planner planner{bank, standing, request};
  while (!planner.done()) planner.plan_day();
  return planner.unmet().empty();
}

// By the room there is alone, which is much faster.
bool has_room(const Bank& bank, const Standing& standing, PlanRequest request, int minutes) {
  std::vector<int> sizes;
  for (std::size_t i = 0; i < bank.items.size(); ++i)
    if (!standing.now[i]) sizes.push_back(request.seconds[i]);
  request.interview.minutes = minutes;
  auto calendar = make_calendar(request);
  place_rounds(calendar, bank, request);
  return std::ranges::count(latest_for_new(sizes, calendar), -1) == 0;
}

// More than there is now, which does not do.
std::optional<int> find_enough(const Fits& fits, int now) {
  if (now >= most_minutes || !fits(most_minutes)) return std::nullopt;
  int too_few = now, enough = most_minutes;
  while (enough - too_few > 1) {
    const int middle = too_few + (enough - too_few) / 2;
    (fits(middle) ? enough : too_few) = middle;
  }
  return enough;
}

void add_planned(const Bank& bank, const std::vector<double>& points, ReadinessReport& report) {
  report.all.planned = 0;
  for (auto& tier : report.tiers) tier.planned = 0;
  for (std::size_t i = 0; i < points.size(); ++i) {
    auto& tier = report.tiers[bank.items[i].tier];
    report.all.planned += points[i] / static_cast<double>(report.all.points);
    tier.planned += points[i] / static_cast<double>(tier.points);
  }
}

}  // namespace

std::size_t count_new(const std::vector<PlanEntry>& entries) {
  return static_cast<std::size_t>(std::ranges::count(entries, PlanReason::fresh, &PlanEntry::reason));
}

std::vector<PlanEntry> PlanDay::left() const {
  auto left = entries;
  std::erase_if(left, [](const PlanEntry& entry) { return entry.done; });
  return left;
}

int PlanDay::seconds_left() const {
  int sum = 0;
  for (const auto& entry : left()) sum += entry.seconds;
  return sum;
}

const Interview* next_interview(const std::vector<Interview>& interviews, Day today) {
  const Interview* next = nullptr;
  for (const auto& interview : interviews)
    if (interview.day >= today && (!next || interview.day < next->day)) next = &interview;
  return next;
}

Plan make_plan(const Bank& bank, const Standing& standing, const PlanRequest& request) {
  Plan plan;
  plan.interview = request.interview;
  plan.today = request.today;
  Planner planner{bank, standing, request};
  while (!planner.done()) plan.days.push_back(planner.plan_day());
  plan.readiness =
      assess_readiness(bank, standing.now, request.today, std::max(request.today, request.interview.day));
  if (plan.days.empty()) return plan;
  add_planned(bank, planner.expected(), plan.readiness);
  plan.left_out = planner.unmet();
  if (plan.left_out.empty()) return plan;
  constexpr std::size_t quick_to_plan = 6'000;  // items and days
  const bool small = bank.items.size() * plan.days.size() <= quick_to_plan;
  const auto fits = [&](int minutes) {
    return small ? meets_all(bank, standing, request, minutes) : has_room(bank, standing, request, minutes);
  };
  plan.enough_minutes = find_enough(fits, request.interview.minutes);
  return plan;
}

PlanDay plan_today(const Bank& bank, const Standing& standing, const PlanRequest& request) {
  Planner planner{bank, standing, request};
  if (!planner.done()) return planner.plan_day();
  PlanDay none;
  none.day = request.today;
  return none;
}

std::optional<Day> planned_return(const Bank& bank, const Standing& standing, const PlanRequest& request,
                                  std::size_t item) {
  Planner planner{bank, standing, request};
  if (!planner.done()) planner.plan_day();
  while (!planner.done()) {
    const auto day = planner.plan_day();
    if (std::ranges::find(day.entries, item, &PlanEntry::item) != day.entries.end()) return day.day;
  }
  return std::nullopt;
}

}  // namespace viva
