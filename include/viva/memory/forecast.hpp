// What the memory model expects of points that are asked in the days to come: the average over making them
// and missing them.
#pragma once

#include "viva/memory/memory_model.hpp"

namespace viva {

// What there is to know of a point that was asked; see PointProgress.
struct PointMemory {
  fsrs::Memory memory;
  bool known = true;

  friend bool operator==(const PointMemory&, const PointMemory&) = default;
};

// Recall `days` whole days after it was asked. What was asked on the day itself counts as half a day old.
double recall_on_the_day(const PointMemory& point, int days, const MemoryModel& model);

// The chance that it is made when it is asked again, `waited` days after the last time.
double chance_made(const PointMemory& point, double waited, const MemoryModel& model);

// Expected recall `days` after it was first asked.
double expected_first(int days, const MemoryModel& model);

// Expected recall `days` after it was asked again, `waited` days (at least 1) after the last time; and its
// expected difficulty then.
double expected_next(const PointMemory& point, int waited, int days, const MemoryModel& model);
double expected_difficulty(const PointMemory& point, int waited, const MemoryModel& model);

// The one memory that stands for all that may follow from asking: its recall on the day is `recall`.
fsrs::Memory memory_for(double recall, double difficulty, int days, const MemoryModel& model);

}  // namespace viva
