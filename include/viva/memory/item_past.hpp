// The past of an item: every answer to it, and every day on which each of its points was asked.
#pragma once

#include <cstddef>
#include <vector>

#include "viva/memory/evidence.hpp"

namespace viva {

struct Asking {
  Day day{};
  bool made = false;  // when it was first asked on that day

  friend bool operator==(const Asking&, const Asking&) = default;
};

struct ItemPast {
  std::vector<RatedAnswer> answers;         // in order of time
  std::vector<std::vector<Asking>> points;  // of each point as the item now is, in order of time
};

// `evidence` is of `log`.
ItemPast past_of(const Bank& bank, const AnswerLog& log, const Evidence& evidence, std::size_t item);

}  // namespace viva
