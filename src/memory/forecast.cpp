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

PointMemory stand_in(const Outcomes& outcomes, double recall, int days, const MemoryModel& model) {
  const double difficulty = outcomes.chance * outcomes.made.memory.difficulty +
                            (1 - outcomes.chance) * outcomes.missed.memory.difficulty;
  return {{fsrs::stability_for(recall, elapsed(days), model.parameters), difficulty}, true};
}

}  // namespace

double recall_on_the_day(const PointMemory& point, int days, const MemoryModel& model) {
  const double kept = fsrs::retrievability(elapsed(days), point.memory.stability, model.parameters);
  return point.known ? kept : kept * model.credit;
}

double chance_made(const PointMemory& point, int waited, const MemoryModel& model) {
  const double kept = fsrs::retrievability(waited, point.memory.stability, model.parameters);
  return point.known ? kept : kept * model.credit;
}

double expected_first(int days, const MemoryModel& model) {
  return average_recall(first_outcomes(model), days, model);
}

double expected_next(const PointMemory& point, int waited, int days, const MemoryModel& model) {
  return average_recall(next_outcomes(point, waited, model), days, model);
}

PointMemory first_memory(double recall, int days, const MemoryModel& model) {
  return stand_in(first_outcomes(model), recall, days, model);
}

PointMemory next_memory(const PointMemory& point, int waited, double recall, int days,
                        const MemoryModel& model) {
  return stand_in(next_outcomes(point, waited, model), recall, days, model);
}

}  // namespace viva
