// A memory that fits its owner: FSRS-6 with five numbers fitted to the answers so far. A prior keeps them
// near the base, and the fit is used only while, and as far as, it has predicted this owner better than the
// base does: each answer of the past by what the days before it had taught.
#pragma once

#include <cstddef>
#include <vector>

#include "viva/bank/bank.hpp"
#include "viva/memory/memory_model.hpp"

namespace viva {

struct Evidence;

// One asking of one point. Again: it was missed. A day before an earlier one counts as the same day.
struct Trial {
  Day day{};
  Rating grade{};
};

// All askings of one point, in order of time.
using PointTrials = std::vector<Trial>;

struct Fit {
  MemoryModel model;  // to use: the base, what was found, or between them

  // 0: the base is used; 1: what was found is. It grows with the log loss that was saved so far, up to 2 nats
  // in all, and is 0 below 50 answers.
  double trust = 0;
  bool fitted() const { return trust > 0; }

  // What was found, used or not: times the base's stability after a first answer (w0 to w3), growth of
  // stability (e^w8), stability after a lapse (w11), and decay (w20); and the credit itself.
  double first = 1, growth = 1, lapse = 1, decay = 1;
  double credit = 0.5;

  std::size_t answers = 0;  // that it was judged by: those at least a day after the one before
  double gain = 0;          // log loss an answer (nats) by which it was better than the base; may be negative
};

// At most some thousands of trials are read. Otherwise the order of points does not matter. Without answers,
// or with few, the base is returned.
Fit fit_memory(const std::vector<PointTrials>& points, const MemoryModel& base = default_model());

// The same of a history, with the chance of making a point at its first asking. Answers of `today` do not
// count, so that a day's plan does not shift while it is followed. Of a long history a part is read: whole
// points at regular places of the bank.
Fit fit_memory(const Bank& bank, const Evidence& evidence, Day today,
               const MemoryModel& base = default_model());

}  // namespace viva
