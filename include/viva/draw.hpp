// Drawing the questions of a round. The same bank, request and seed give the same round everywhere.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "viva/bank.hpp"
#include "viva/filter.hpp"

namespace viva {

struct DrawRequest {
  std::string preset;            // id, name or beginning; empty: a round of one's own, or the first preset
  std::optional<int> minutes;    // the clock, instead of the preset's
  std::optional<int> questions;  // of a round of one's own
  Filter filter;                 // what may be drawn; its count and order do not matter
  std::uint64_t seed = 0;

  // How often each item was asked in past rounds, in the bank's order: the least asked come first. Empty:
  // all alike.
  std::vector<int> asked;
};

struct Draw {
  std::string preset, name;  // preset is empty for a round of one's own
  int minutes = 0;
  std::vector<std::size_t> items;   // in the order they are asked
  std::vector<std::string> errors;  // why there is no round, and what is missing
};

// Minutes of a round of one's own where nothing says how long it is.
inline constexpr int usual_round = 30;

Draw draw_round(const Bank& bank, const Progress& progress, const DrawRequest& request, Day today);

}  // namespace viva
