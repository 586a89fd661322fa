#include "viva/memory/review.hpp"

#include <cassert>

namespace viva {

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
