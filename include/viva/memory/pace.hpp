// Pace: how long each item takes, by the bank until there are enough own timings, then by those.
#pragma once

#include <string>
#include <vector>

#include "viva/bank/bank.hpp"
#include "viva/base/date.hpp"

namespace viva {

// How long one rated answer of a drill took.
struct Timing {
  std::string bank, item;  // ids
  Day day{};               // study day
  int seconds = 0;         // 0: not known
};

inline constexpr std::size_t enough_of_an_item = 3;  // days with timings, for an item to have its own pace
inline constexpr std::size_t enough_overall = 10;    // the same of all items together, to scale the bank's

// Seconds of each item, in the bank's order, 15 to 1800: the median of its days where there are enough, else
// the bank's minutes, scaled by how one's own days usually compare with them where there are enough of those.
// What an item took on one day counts together, since one rated Again is asked again. Timings of `today` do
// not count, so that a day's plan does not shift while it is followed.
std::vector<int> seconds_each(const Bank& bank, const std::vector<Timing>& timings, Day today);

}  // namespace viva
