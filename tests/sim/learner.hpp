// A learner who remembers as FSRS-6 says, with parameters that no policy knows. What happens depends on the
// seed alone: the same learner gets the same luck with the n-th answer to an item whatever the policy, so
// that policies are compared on the same people.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "viva/memory/fsrs.hpp"

namespace viva::sim {

// The 21 parameters, drawn around the defaults. The first four (days an item lasts after it was first met)
// are multiplied by a factor of the learner and one each; the others have the standard deviations published
// with the model's optimizer, times `spread`, and are kept within its bounds. 0: the defaults.
fsrs::Parameters draw_parameters(std::uint64_t seed, double spread);

class Learner {
 public:
  Learner(std::uint64_t seed, double spread, std::size_t items);

  // Days count from the first of study and never fall.
  Rating answer(std::size_t item, int day);

  // True recall of an item, 0 where it was never asked, and the share of all that is recalled.
  double recall(std::size_t item, int day) const;
  double recall(int day) const;

 private:
  struct Trace {
    fsrs::Memory memory;
    int last = 0;     // day
    int answers = 0;  // at least 1
  };
  std::array<double, 4> chances(const std::optional<Trace>& trace, double recall, int day) const;

  std::uint64_t seed_;
  fsrs::Parameters parameters_;
  std::vector<std::optional<Trace>> traces_;
};

}  // namespace viva::sim
