// From points ticked to the rating that is proposed. The candidate may always override it.
#pragma once

#include "viva/memory/review.hpp"

namespace viva {

// At least 80 % of the points: Good; at least 50 %: Hard; less: Again. Easy is the candidate's own choice.
// `points` is positive.
Rating propose_rating(int ticked, int points);

}  // namespace viva
