// The scales of charts, the same on a terminal and in HTML.
#pragma once

namespace viva {

// The round number, 1, 2, 3, 4, 5 or 8 times a power of ten and at least 1, that a count's axis ends at.
double axis_end(double highest);

inline constexpr int heat_levels = 5;

// Level 0 to 4 of a heat map: 0 is nothing, 4 is near `most`.
int heat_level(double value, double most);

}  // namespace viva
