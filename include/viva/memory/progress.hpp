// Progress: what a candidate remembers of each item of a bank, derived by replaying the history. Never
// stored, so it cannot disagree with the history.
#pragma once

#include <optional>
#include <vector>

#include "viva/bank/bank.hpp"
#include "viva/memory/fsrs.hpp"
#include "viva/memory/review.hpp"

namespace viva {

struct ItemProgress {
  fsrs::Memory memory;
  Day last{};       // study day of the last review
  Rating rating{};  // of the last review
  int reviews = 0;  // at least 1

  void add(Rating rated, Day day);  // another review; a day before `last` counts as the same day

  friend bool operator==(const ItemProgress&, const ItemProgress&) = default;
};

// One entry an item of the bank, in its order; nullopt: never asked.
using Progress = std::vector<std::optional<ItemProgress>>;

// `answers` in order of time. Answers to items that the bank no longer has are passed over.
Progress replay(const Bank& bank, const std::vector<RatedAnswer>& answers);

inline constexpr double wanted_recall = 0.9;

Day due(const ItemProgress& item);  // when recall falls to 90 %; at least a day after the last
double recall(const ItemProgress& item, Day today);  // expected now

// Seen, and either last rated Again or Hard, or expected recall is below 70 %.
bool is_weak(const ItemProgress& item, Day today);
bool has_weak(const Progress& progress, Day today);

}  // namespace viva
