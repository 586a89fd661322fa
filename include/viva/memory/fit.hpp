// A memory that fits its owner: what FSRS-6 is computed with, found from the answers so far. Few numbers are
// fitted, a prior keeps them near the base, and the result is used only while it has predicted this owner's
// past better than the base: each answer by what the days before it had taught.
#pragma once

#include <cstddef>
#include <vector>

#include "viva/memory/fsrs.hpp"

namespace viva {

// One asking of one point. Again: it was missed. A day before an earlier one counts as the same day.
struct Trial {
  Day day{};
  Rating grade{};
};

// All askings of one point, in order of time.
using PointTrials = std::vector<Trial>;

// What memory is computed with. `credit`: the share of recall that counts of a point never made on its own.
struct MemoryModel {
  fsrs::Parameters parameters = fsrs::defaults();
  double credit = 0.5;  // above 0, below 1
};

struct Fit {
  MemoryModel model;                        // to use: the fitted one, or the base
  bool fitted = false;                      // is it the fitted one?
  double first = 1, growth = 1, lapse = 1;  // times the base's stability of first answers, growth, and lapse
  double credit = 0.5;                      // as found. These four are told also where the fit is not used.
  std::size_t answers = 0;                  // that the fit was judged by
  double gain = 0;  // log loss (nats) an answer less than with the base; negative: more
};

Fit fit_memory(const std::vector<PointTrials>& points, const MemoryModel& base = {});

}  // namespace viva
