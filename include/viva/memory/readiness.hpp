// Readiness: the share of a bank's items that one is expected to recall. An estimate, to be shown as one: it
// comes from a memory model whose defaults are not trained on the candidate. An item never asked counts as 0.
#pragma once

#include <cstddef>
#include <vector>

#include "viva/bank/bank.hpp"
#include "viva/memory/progress.hpp"

namespace viva {

// Of some items; shares are 0 to 1, and 0 of no items.
struct Readiness {
  std::size_t items = 0, seen = 0;
  double now = 0;         // recalled today
  double left_alone = 0;  // recalled on the day, if nothing more is done
  double planned = 0;     // recalled on the day, if the plan is followed; set by make_plan()

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
