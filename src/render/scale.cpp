#include "render/scale.hpp"

#include <algorithm>
#include <cmath>

namespace viva {

double axis_end(double highest) {
  double power = 1;
  while (highest > 10 * power) power *= 10;
  for (const double step : {1, 2, 3, 4, 5, 8})
    if (highest <= step * power) return step * power;
  return 10 * power;
}

int heat_level(double value, double most) {
  if (!(value > 0)) return 0;
  return std::clamp(static_cast<int>(std::ceil(4 * value / std::max(most, value))), 1, heat_levels - 1);
}

}  // namespace viva
