// From the points ticked to the rating or mark that is proposed; the candidate may always override it. A mark
// is an answer's interview grade, 1 to 4.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "viva/memory/review.hpp"

namespace viva {

// The lowest share of an item's points, in percent, for each rating and mark. Below `hard_from` it is
// Again, below `lean_no_from` No. Easy is the candidate's own choice.
inline constexpr int good_from = 80, hard_from = 50;
inline constexpr int strong_hire_from = 90, hire_from = 70, lean_no_from = 40;

// `points` is positive.
Rating propose_rating(int ticked, int points);
int propose_mark(int ticked, int points);

std::string_view mark_name(int mark);  // "No", "Lean no", "Hire", "Strong hire"

// How a mark counts as a rating: Again, Hard, Good, Good.
Rating rating_of_mark(int mark);

// Ticks as a review keeps them, each once and ascending; nullopt where one is outside 1 to `points`.
std::optional<std::vector<int>> sorted_ticks(std::vector<int> ticks, int points);

}  // namespace viva
