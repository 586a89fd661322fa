#include "viva/memory/forecast.hpp"

#include <algorithm>

namespace viva {
namespace {

using Outcomes = std::array<fsrs::Memory, 4>;

double elapsed(int days) { return std::max(0.5, static_cast<double>(days)); }

const Outcomes& first_outcomes() {
  static const Outcomes outcomes{fsrs::first(Rating::again), fsrs::first(Rating::hard),
                                 fsrs::first(Rating::good), fsrs::first(Rating::easy)};
  return outcomes;
}

double average_recall(const Outcomes& outcomes, const RatingChances& chances, int days) {
  double sum = 0;
  for (std::size_t i = 0; i < outcomes.size(); ++i) sum += chances[i] * recall_on_the_day(outcomes[i], days);
  return sum;
}

fsrs::Memory stand_in(const Outcomes& outcomes, const RatingChances& chances, double recall, int days) {
  double difficulty = 0;
  for (std::size_t i = 0; i < outcomes.size(); ++i) difficulty += chances[i] * outcomes[i].difficulty;
  return {fsrs::stability_for(recall, elapsed(days)), difficulty};
}

RatingChances chances_after(const fsrs::Memory& memory, int waited) {
  return next_chances(fsrs::retrievability(waited, memory.stability));
}

}  // namespace

RatingChances next_chances(double recall) {
  constexpr double hard = 0.224, good = 0.631, easy = 0.145;  // of those remembered
  return {1 - recall, recall * hard, recall * good, recall * easy};
}

double recall_on_the_day(const fsrs::Memory& memory, int days) {
  return fsrs::retrievability(elapsed(days), memory.stability);
}

double expected_first(int days) { return average_recall(first_outcomes(), first_chances, days); }

double expected_next(const fsrs::Memory& memory, int waited, int days) {
  return average_recall(fsrs::after_each(memory, waited), chances_after(memory, waited), days);
}

fsrs::Memory first_memory(double recall, int days) {
  return stand_in(first_outcomes(), first_chances, recall, days);
}

fsrs::Memory next_memory(const fsrs::Memory& memory, int waited, double recall, int days) {
  return stand_in(fsrs::after_each(memory, waited), chances_after(memory, waited), recall, days);
}

}  // namespace viva
