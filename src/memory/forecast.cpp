#include "viva/memory/forecast.hpp"

#include <algorithm>

namespace viva {
namespace {

double elapsed(int days) { return std::max(0.5, static_cast<double>(days)); }

// What may follow from asking a point.
struct Outcomes {
  PointMemory made, missed;
  double chance;  // of making it
};

Outcomes first_outcomes(const MemoryModel& model) {
  return {{fsrs::first(Rating::good, model.parameters), true},
          {fsrs::first(Rating::again, model.parameters), false},
          model.first_made};
}

Outcomes next_outcomes(const PointMemory& point, int waited, const MemoryModel& model) {
  return {{fsrs::after(point.memory, Rating::good, waited, model.parameters), true},
          {fsrs::after(point.memory, Rating::again, waited, model.parameters), point.known},
          chance_made(point, waited, model)};
}

double average_recall(const Outcomes& outcomes, int days, const MemoryModel& model) {
  return outcomes.chance * recall_on_the_day(outcomes.made, days, model) +
         (1 - outcomes.chance) * recall_on_the_day(outcomes.missed, days, model);
}

}  // namespace

double recall_on_the_day(const PointMemory& point, int days, const MemoryModel& model) {
  return chance_made(point, elapsed(days), model);
}

double chance_made(const PointMemory& point, double waited, const MemoryModel& model) {
  const double kept = fsrs::retrievability(waited, point.memory.stability, model.parameters);
  return point.known ? kept : kept * model.credit;
}

double expected_first(int days, const MemoryModel& model) {
  return average_recall(first_outcomes(model), days, model);
}

double expected_next(const PointMemory& point, int waited, int days, const MemoryModel& model) {
  return average_recall(next_outcomes(point, waited, model), days, model);
}

double expected_difficulty(const PointMemory& point, int waited, const MemoryModel& model) {
  const auto outcomes = next_outcomes(point, waited, model);
  return outcomes.chance * outcomes.made.memory.difficulty +
         (1 - outcomes.chance) * outcomes.missed.memory.difficulty;
}

fsrs::Memory memory_for(double recall, double difficulty, int days, const MemoryModel& model) {
  return {fsrs::stability_for(recall, elapsed(days), model.parameters), difficulty};
}

}  // namespace viva
