#include "plan/packing.hpp"

#include <algorithm>
#include <numeric>

namespace viva {
namespace {

using Days = std::vector<int>;

// Item numbers, the shortest first.
std::vector<std::size_t> by_size(const std::vector<int>& sizes) {
  std::vector<std::size_t> order(sizes.size());
  std::iota(order.begin(), order.end(), 0);
  std::ranges::stable_sort(order, {}, [&](std::size_t i) { return sizes[i]; });
  return order;
}

// Puts the `count` shortest into days, the longest of them first; false where one does not fit.
bool pack(const std::vector<int>& sizes, const std::vector<std::size_t>& order, std::size_t count,
          std::vector<int> room, Days& days) {
  std::ranges::fill(days, -1);
  std::size_t open = room.size(), day = open;  // days from `open` on hold nothing more
  for (std::size_t i = count; i-- > 0;) {
    const int size = sizes[order[i]];
    while (open > 0 && room[open - 1] < sizes[order[0]]) --open;
    // Days that were too full for an item of this size still are.
    if (i + 1 == count || sizes[order[i + 1]] != size) day = open;
    while (day > 0 && room[day - 1] < size) --day;
    if (day == 0) return false;
    room[day - 1] -= size;
    days[order[i]] = static_cast<int>(day - 1);
  }
  return true;
}

// As many of the shortest as there is room for in all; more cannot fit.
std::size_t most(const std::vector<int>& sizes, const std::vector<std::size_t>& order,
                 const std::vector<int>& room) {
  long long left = std::accumulate(room.begin(), room.end(), 0LL);
  std::size_t count = 0;
  while (count < order.size() && (left -= sizes[order[count]]) >= 0) ++count;
  return count;
}

}  // namespace

std::vector<int> latest_days(const std::vector<int>& sizes, const std::vector<int>& room) {
  const auto order = by_size(sizes);
  Days days(sizes.size(), -1);
  std::size_t fits = 0, tried = most(sizes, order, room);
  if (pack(sizes, order, tried, room, days)) return days;
  while (tried - fits > 1) {
    const auto middle = fits + (tried - fits) / 2;
    (pack(sizes, order, middle, room, days) ? fits : tried) = middle;
  }
  pack(sizes, order, fits, room, days);
  return days;
}

}  // namespace viva
