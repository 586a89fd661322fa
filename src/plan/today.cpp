#include "viva/plan/today.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "viva/base/amount.hpp"
#include "viva/memory/pace.hpp"
#include "viva/plan/request.hpp"

namespace viva {
namespace {

// Due ones, most forgotten first, then new ones in the bank's order; as many of both as a day takes.
std::vector<std::size_t> usual_items(const Bank& bank, const Progress& morning, Day day) {
  std::vector<std::size_t> due_items, fresh;
  for (std::size_t i = 0; i < bank.items.size(); ++i)
    if (!morning[i])
      fresh.push_back(i);
    else if (due(*morning[i]) <= day)
      due_items.push_back(i);
  std::ranges::stable_sort(due_items, {}, [&](std::size_t i) { return recall(*morning[i], day); });
  due_items.resize(std::min(due_items.size(), usual_questions - std::min(fresh.size(), usual_new)));
  fresh.resize(std::min(fresh.size(), usual_questions - due_items.size()));
  due_items.insert(due_items.end(), fresh.begin(), fresh.end());
  return due_items;
}

PlanDay usual_day(const Bank& bank, const Standing& standing, const std::vector<int>& seconds, Day day) {
  PlanDay work;
  work.day = day;
  for (const auto i : usual_items(bank, standing.morning, day)) {
    const auto reason = standing.morning[i] ? PlanReason::fading : PlanReason::fresh;
    const bool done = standing.now[i] && standing.now[i]->last == day;
    work.entries.push_back({i, seconds[i], 0, reason, done});
    work.seconds += seconds[i];
  }
  return work;
}

void count_items(Today& today, const Progress& now) {
  const auto left = today.work.left();
  for (std::size_t i = 0; i < now.size(); ++i) {
    if (!now[i]) {
      ++today.fresh;
      continue;
    }
    const auto when = due(*now[i]);
    if (is_weak(*now[i], today.day)) ++today.weak;
    today.next_due = std::min(today.next_due.value_or(when), when);
    if (when > today.day) continue;
    ++today.due;
    if (std::ranges::find(left, i, &PlanEntry::item) == left.end()) ++today.due_beyond;
  }
  if (today.due > 0) today.next_due.reset();
}

// "today's plan is done", "nothing is due until Fri 4 Dec"
std::string state_of(const Today& today) {
  if (today.work.off) return "today is a day off";
  if (today.request) return "today's plan is done";
  if (!today.work.entries.empty()) return "today's questions are done";
  return today.next_due ? fmt::format("nothing is due until {}", name_day(*today.next_due, today.day))
                        : std::string{"nothing is left for today"};
}

std::string kinds_of(const std::vector<PlanEntry>& entries) {
  const auto fresh = count_new(entries), seen = entries.size() - fresh;
  if (fresh == 0) return fmt::format("{} due", seen);
  return seen == 0 ? fmt::format("{} new", fresh) : fmt::format("{} due, {} new", seen, fresh);
}

}  // namespace

Today find_today(const Bank& bank, const Standing& standing, const std::optional<PlanRequest>& request,
                 const std::vector<RatedAnswer>& answers, Day day) {
  Today today;
  today.day = day;
  today.request = request;
  today.work = request ? plan_today(bank, standing, *request)
                       : usual_day(bank, standing, seconds_each(bank, answers, day), day);
  count_items(today, standing.now);
  return today;
}

std::optional<Day> returns(const Bank& bank, const Standing& standing,
                           const std::optional<PlanRequest>& request, std::size_t item) {
  if (request) return planned_return(bank, standing, *request, item);
  return due(*standing.now[item]);
}

std::optional<Day> planned_for(const Bank& bank, const Standing& standing, const Today& today,
                               std::size_t item) {
  const auto left = today.work.left();
  if (std::ranges::find(left, item, &PlanEntry::item) != left.end()) return today.day;
  return planned_return(bank, standing, today.request.value(), item);
}

std::string mock_command(const Bank& bank, const PlannedRound& round) {
  if (round.preset) return "viva mock " + bank.rounds[*round.preset].id;
  return fmt::format("viva mock --minutes {}", round.minutes);
}

NextStep next_step(const Bank& bank, const Today& today) {
  if (bank.items.empty()) return {"viva bank init my-bank.json", "the bank has no questions; begin one"};
  const auto left = today.work.left();
  const bool begun = left.size() < today.work.entries.size();
  if (!left.empty())
    return {"viva drill", today.request
                              ? fmt::format("{}{} in today's plan", left.size(), begun ? " more" : "")
                              : kinds_of(left)};
  if (today.work.round_left())
    return {mock_command(bank, *today.work.round), "today's questions are done; the planned round is left"};
  const auto state = state_of(today);
  if (today.due_beyond > 0 && !today.request)
    return {"viva drill --due",
            fmt::format("{}; {} more {} due", state, today.due_beyond, today.due_beyond == 1 ? "is" : "are")};
  if (today.weak > 0) return {"viva drill --weak", fmt::format("{}; {} went badly", state, today.weak)};
  const bool none_seen = today.fresh == bank.items.size();
  return {none_seen ? "viva drill --count 5" : "viva drill --order weakest --count 5", state};
}

}  // namespace viva
