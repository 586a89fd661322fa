// Pace: how long each item takes. Until there are enough timings of one's own, the bank says it.
#pragma once

#include <vector>

#include "viva/bank/bank.hpp"
#include "viva/memory/review.hpp"

namespace viva {

inline constexpr std::size_t enough_of_an_item = 3;  // days with timings, for an item to have its own pace
inline constexpr std::size_t enough_overall = 10;    // the same of all items together, to scale the bank's

// Seconds of each item, in the bank's order, 15 to 1800. With enough days of its own it is their median. Else
// it is the bank's minutes, scaled by one's usual pace where there are enough timings overall. What an item
// took on one day is added up, since what was missed is asked again. It is the time of the
// answers, without that of ticking and rating. Only drills count, and no answer of `today`, so that a day's
// plan does not shift while it is followed.
std::vector<int> seconds_each(const Bank& bank, const std::vector<RatedAnswer>& answers, Day today);

}  // namespace viva
