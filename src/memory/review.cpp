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

std::string_view name(Mode mode) {
  switch (mode) {
    case Mode::drill: return "drill";
    case Mode::practice: return "practice";
    case Mode::round: return "round";
  }
  assert(false && "a mode is one of three");
  return "";
}

std::optional<Mode> parse_mode(std::string_view text) {
  for (const auto mode : {Mode::drill, Mode::practice, Mode::round})
    if (name(mode) == text) return mode;
  return std::nullopt;
}

}  // namespace viva
