#include "viva/memory/score.hpp"

#include <algorithm>
#include <array>

namespace viva {
namespace {

bool reaches(int ticked, int points, int percent) { return ticked * 100 >= points * percent; }

}  // namespace

Rating propose_rating(int ticked, int points) {
  if (reaches(ticked, points, good_from)) return Rating::good;
  if (reaches(ticked, points, hard_from)) return Rating::hard;
  return Rating::again;
}

int propose_mark(int ticked, int points) {
  if (reaches(ticked, points, strong_hire_from)) return 4;
  if (reaches(ticked, points, hire_from)) return 3;
  if (reaches(ticked, points, lean_no_from)) return 2;
  return 1;
}

std::string_view mark_name(int mark) {
  constexpr std::array<std::string_view, 4> names{"No", "Lean no", "Hire", "Strong hire"};
  return names[static_cast<std::size_t>(std::clamp(mark, 1, 4) - 1)];
}

Rating rating_of_mark(int mark) { return static_cast<Rating>(std::clamp(mark, 1, 3)); }

std::optional<std::vector<int>> sorted_ticks(std::vector<int> ticks, int points) {
  if (!std::ranges::all_of(ticks, [&](int tick) { return tick >= 1 && tick <= points; })) return std::nullopt;
  std::ranges::sort(ticks);
  ticks.erase(std::unique(ticks.begin(), ticks.end()), ticks.end());
  return ticks;
}

}  // namespace viva
