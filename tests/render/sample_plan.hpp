// Plans for the pages of plans: a bank whose questions have points, a third of them seen, and an interview in
// so many days.
#pragma once

#include <numeric>
#include <string>
#include <vector>

#include "bank/sample_bank.hpp"
#include "plan/sample_request.hpp"
#include "viva/plan/today.hpp"

namespace viva::sample {

// Items "q0", "q1" and so on with four to seven points, in three tiers by turns; rounds of 30 and 45 minutes.
inline Bank questions(std::size_t count) {
  std::vector<Item> items;
  for (std::size_t i = 0; i < count; ++i) {
    items.push_back(item("q" + std::to_string(i), 4 + static_cast<int>(i % 4)));
    items.back().tier = items.back().topic = i % 3;
  }
  auto made = bank(std::move(items));
  made.rounds = rounds();
  return made;
}

// Twelve questions, a third of them seen three days ago, and no study at weekends.
struct Scene {
  Bank bank = questions(12);
  Standing standing{Progress(12), Progress(12)};
  PlanRequest asked;

  explicit Scene(int ahead = 11, int minutes = 45) : asked(request(bank, ahead, minutes)) {
    asked.interview.title = "Acme";
    asked.interview.off = parse_days_off("sat,sun").days;
    answered(0, {1, 2, 3, 4}, monday - std::chrono::days{3});
    answered(3, {1, 2, 4, 5, 6, 7}, monday - std::chrono::days{3});
    answered(4, {2}, monday - std::chrono::days{3});
    answered(7, {1, 3, 5, 6}, monday - std::chrono::days{3});
  }

  // An answer to an item that was not asked before.
  void answered(std::size_t index, std::vector<int> ticks, Day day) {
    standing.now[index] = ticked(std::move(ticks), bank.items[index].points.size(), day);
    if (day < monday) standing.morning[index] = standing.now[index];
  }

  // Every question answered today.
  void answer_all() {
    for (std::size_t i = 0; i < bank.items.size(); ++i) {
      std::vector<int> all(bank.items[i].points.size());
      std::iota(all.begin(), all.end(), 1);
      standing.now[i] = ticked(all, all.size(), monday);
    }
  }

  Plan plan() const { return make_plan(bank, standing, asked); }
  Today today() const { return find_today(bank, standing, asked, {}, monday); }
};

}  // namespace viva::sample
