// The lineage of points: which of an item's points, as the bank has them now, the points of an earlier answer
// are. An id is followed wherever it goes. A point without one is its text; where a text was reworded, its
// successor is the point that is clearly most like it. Two points that were asked together are never one.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "viva/bank/bank.hpp"

namespace viva {

using PointKeys = std::vector<std::string>;  // see point_keys()

inline constexpr auto no_point = static_cast<std::size_t>(-1);

// For each of `lists`, which are keys that were asked together, the index of each key among `points`;
// `no_point` where it is none of them any more. The order of the lists does not matter.
std::vector<std::vector<std::size_t>> trace_points(const std::vector<Point>& points,
                                                   const std::vector<const PointKeys*>& lists);

}  // namespace viva
