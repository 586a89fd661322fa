// What learners of three kinds answer, point by point, over weeks of study. The points of a question are made
// or missed together; grades are given with an unsteady hand. The same seed gives the same diary.
#pragma once

#include <cstdint>
#include <vector>

#include "viva/memory/fit.hpp"

namespace viva::sim {

// drawn: as FSRS-6 says, with 21 parameters and a credit of the learner. power_law: questions of their own
// difficulty, forgotten by a power of time, the faster the more was learned; reading after a miss helps.
// as_base: just as the defaults say, and grades are exact.
enum class Kind { drawn, power_law, as_base };

struct DiaryEntry {
  int day = 0;
  std::size_t question = 0;
  std::vector<Rating> grades;  // one a point
};

std::vector<DiaryEntry> write_diary(Kind kind, std::uint64_t seed, std::size_t points, std::size_t entries);

// The first entries of a diary, point by point.
std::vector<PointTrials> points_of(const std::vector<DiaryEntry>& diary, std::size_t entries);

}  // namespace viva::sim
