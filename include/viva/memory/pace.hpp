// Pace: how long each item takes. Until there are enough timings of one's own, the bank says it.
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

// Seconds of each item, in the bank's order, 15 to 1800. With enough days of its own it is their median. Else
// it is the bank's minutes, scaled by one's usual pace where there are enough timings overall. What an item
// took on one day is added up, since one rated Again is asked again. Timings of `today` do not count, so that
// a day's plan does not shift while it is followed.
std::vector<int> seconds_each(const Bank& bank, const std::vector<Timing>& timings, Day today);

}  // namespace viva
