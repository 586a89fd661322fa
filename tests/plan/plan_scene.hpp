// Plans for tests: a bank of so many items, an interview in so many days.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "bank/sample_bank.hpp"
#include "viva/memory/pace.hpp"
#include "viva/plan/plan.hpp"

namespace viva::sample {

// Items "q0", "q1" and so on, of `minutes` each, in three tiers by turns; rounds of 30 and 45 minutes.
inline Bank questions(std::size_t count, int minutes = 3) {
  std::vector<Item> items;
  for (std::size_t i = 0; i < count; ++i) {
    items.push_back(item("q" + std::to_string(i), i % 3, i % 3));
    items.back().minutes = minutes;
  }
  auto made = bank(std::move(items));
  made.rounds = {{"screen", "Phone screen", 30, {{beginner, 2}}}, {"deep", "Deep dive", 45, {{advanced, 2}}}};
  return made;
}

inline PlanRequest request(const Bank& bank, int days_ahead, int minutes, Day today = monday) {
  PlanRequest made;
  made.interview.day = today + std::chrono::days{days_ahead};
  made.interview.minutes = minutes;
  made.today = today;
  made.seconds = seconds_each(bank, {}, today);
  return made;
}

inline Plan plan(const Bank& bank, int days_ahead, int minutes) {
  return make_plan(bank, Progress(bank.items.size()), request(bank, days_ahead, minutes));
}

inline std::set<std::size_t> items_of(const PlanDay& day) {
  std::set<std::size_t> items;
  for (const auto& entry : day.entries) items.insert(entry.item);
  return items;
}

inline std::size_t rounds_of(const Plan& plan) {
  std::size_t count = 0;
  for (const auto& day : plan.days) count += day.round ? 1u : 0u;
  return count;
}

inline void rate(Progress& progress, std::size_t item, Rating rating, Day day) {
  if (!progress[item]) progress[item].emplace();
  progress[item]->add(rating, day);
}

// Twelve questions, a third of them seen, and an interview in eleven days.
struct Scene {
  Bank bank = questions(12);
  Progress progress = Progress(12);
  PlanRequest asked;

  explicit Scene(int ahead = 11, int minutes = 45) : asked(request(bank, ahead, minutes)) {
    asked.interview.title = "Acme";
    asked.interview.off = parse_days_off("sat,sun").days;
    for (const std::size_t i : {0u, 3u, 4u, 7u})
      rate(progress, i, i == 4 ? Rating::again : Rating::good, monday - std::chrono::days{3});
  }
  Plan plan() const { return make_plan(bank, progress, asked); }
};

}  // namespace viva::sample
