#include "viva/session/score.hpp"

namespace viva {

Rating propose_rating(int ticked, int points) {
  if (ticked * 10 >= points * 8) return Rating::good;
  if (ticked * 2 >= points) return Rating::hard;
  return Rating::again;
}

}  // namespace viva
