// Plans for tests: a bank of so many questions, an interview in so many days, and a diary of answers.
#pragma once

#include <algorithm>
#include <numeric>
#include <set>
#include <string>
#include <vector>

#include "bank/sample_bank.hpp"
#include "plan/sample_request.hpp"
#include "viva/base/random.hpp"
#include "viva/memory/score.hpp"
#include "viva/plan/plan.hpp"

namespace viva::sample {

inline constexpr int points_each = 5;

// Items "q0", "q1" and so on, of `minutes` each, in three tiers by turns; rounds of 30 and 45 minutes.
inline Bank questions(std::size_t count, int minutes = 3) {
  std::vector<Item> items;
  for (std::size_t i = 0; i < count; ++i) {
    items.push_back(item("q" + std::to_string(i), points_each));
    items.back().tier = items.back().topic = i % 3;
    items.back().minutes = minutes;
  }
  auto made = bank(std::move(items));
  made.rounds = rounds();
  return made;
}

inline PlanRequest without_rounds(PlanRequest request) {
  request.allow_rounds = false;
  return request;
}

inline Standing unseen(const Bank& bank) {
  return {Progress(bank.items.size()), Progress(bank.items.size())};
}

inline Plan plan(const Bank& bank, int days_ahead, int minutes) {
  return make_plan(bank, unseen(bank), request(bank, days_ahead, minutes));
}

// What was answered so far; days ascend.
struct Diary {
  const Bank& bank;
  Evidence evidence{};

  // The first `made` of the item's points are ticked, and what is proposed is accepted.
  void answer(std::size_t item, int made, Day day) {
    std::vector<int> ticks(static_cast<std::size_t>(made));
    std::iota(ticks.begin(), ticks.end(), 1);
    std::vector<std::size_t> all(points_each);
    std::iota(all.begin(), all.end(), std::size_t{0});
    const auto begin = evidence.grades.size();
    const auto rating = propose_rating(made, points_each);
    grade_points(ticks, all, rating, Mode::drill, evidence.grades);
    evidence.answers.push_back({item, day, rating, begin, evidence.grades.size()});
  }
  void answer_at_random(std::size_t item, Random& random, Day day) {
    answer(item, static_cast<int>(below(random, points_each + 1)), day);
  }
  Standing on(Day day) const { return stand(bank, evidence, day); }
};

// Every second question asked, some weeks ago and well, some yesterday and badly.
inline Standing mixed(const Bank& bank) {
  Diary diary{bank};
  for (int ago = 20; ago >= 1; --ago)
    for (std::size_t i = 0; i < bank.items.size(); i += 2)
      if (static_cast<int>(1 + i % 20) == ago)
        diary.answer(i, static_cast<int>(i / 2 % 6), monday - std::chrono::days{ago});
  return diary.on(monday);
}

inline std::set<std::size_t> items_of(const PlanDay& day) {
  std::set<std::size_t> items;
  for (const auto& entry : day.entries) items.insert(entry.item);
  return items;
}

inline bool holds(const PlanDay& day, std::size_t item) { return items_of(day).contains(item); }

inline std::size_t fresh_of(const PlanDay& day) { return count_new(day.entries); }

inline std::vector<Day> rounds_of(const Plan& plan) {
  std::vector<Day> days;
  for (const auto& day : plan.days)
    if (day.round) days.push_back(day.day);
  return days;
}

}  // namespace viva::sample
