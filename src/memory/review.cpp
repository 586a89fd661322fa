#include "viva/memory/review.hpp"

#include <algorithm>
#include <cassert>

namespace viva {

std::vector<int> missed_points(const Review& review) {
  std::vector<int> missed;
  for (int point = 1; point <= review.points; ++point)
    if (std::ranges::find(review.ticked, point) == review.ticked.end()) missed.push_back(point);
  return missed;
}

bool ticks_tell(const Review& review, std::size_t points) {
  return points > 0 && review.points == static_cast<int>(points);
}

std::string_view name(Rating rating) {
  switch (rating) {
    case Rating::again: return "Again";
    case Rating::hard: return "Hard";
    case Rating::good: return "Good";
    case Rating::easy: return "Easy";
  }
  assert(false && "a rating is 1 to 4");
  return "";
}

std::string_view name(Mode mode) { return mode_names[mode]; }

std::optional<Mode> parse_mode(std::string_view text) { return mode_names.value_of(text); }

}  // namespace viva
