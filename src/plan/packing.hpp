// Packs the items never asked into the days that are left: this tells how long each of them can wait.
#pragma once

#include <cstddef>
#include <vector>

namespace viva {

// For each of `sizes` the last day on which it can be taken while all the others still fit: they are packed
// from the last day backwards, the longest first. -1: it does not fit; of those that cannot all fit the
// shortest are kept. `room` and `sizes` are in seconds, of each day and item.
std::vector<int> latest_days(const std::vector<int>& sizes, const std::vector<int>& room);

}  // namespace viva
