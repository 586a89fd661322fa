// Drawing the questions of a round. The same bank, request and seed give the same round everywhere.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "viva/bank/bank.hpp"
#include "viva/base/random.hpp"
#include "viva/session/filter.hpp"

namespace viva {

struct DrawRequest {
  std::string preset;            // id, name or beginning; empty: a round of one's own, or the first preset
  std::optional<int> seconds;    // the clock, instead of the preset's; at least 1
  std::optional<int> questions;  // of a round of one's own; at least 0
  Filter filter;                 // what may be drawn; its count and order do not matter
  std::uint64_t seed = 0;
};

struct Draw {
  std::string preset, name;  // preset is empty for a round of one's own
  int seconds = 0;
  std::vector<std::size_t> items;   // in the order they are asked
  std::vector<std::string> errors;  // why there is no round, and what is missing
};

// Seconds: of a round of one's own where nothing says how long it is, and at most.
inline constexpr int usual_round = 30 * 60, longest_round = 8 * 60 * 60;

Draw draw_round(const Bank& bank, const Progress& progress, const DrawRequest& request, Day today);

// Of many seeds the one whose questions were asked least, on average. `asked` says how often each was, in the
// bank's order. The seed alone gives the same round again, whatever is asked in between.
std::uint64_t fairest_seed(const Bank& bank, const Progress& progress, DrawRequest request, Day today,
                           const std::vector<int>& asked, Random& random);

}  // namespace viva
