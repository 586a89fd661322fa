// Readiness: the share of a bank's points that one is expected to make. An estimate, to be shown as one: it
// comes from a memory model. A point never asked counts as 0.
#pragma once

#include <cstddef>
#include <vector>

#include "viva/bank/bank.hpp"
#include "viva/memory/progress.hpp"

namespace viva {

// Of some items; shares of their points are 0 to 1, and 0 of no items.
struct Readiness {
  std::size_t items = 0, seen = 0;
  std::size_t points = 0;
  double now = 0;         // made today
  double left_alone = 0;  // made on the day, if nothing more is done
  double planned = 0;     // made on the day, if the plan is followed; set by make_plan()

  friend bool operator==(const Readiness&, const Readiness&) = default;
};

struct ReadinessReport {
  Readiness all;
  std::vector<Readiness> tiers;  // in the bank's order

  friend bool operator==(const ReadinessReport&, const ReadinessReport&) = default;
};

// `on` is the day of the interview, not before `today`; `planned` equals `left_alone`.
ReadinessReport assess_readiness(const Bank& bank, const Progress& progress, Day today, Day on);

}  // namespace viva
