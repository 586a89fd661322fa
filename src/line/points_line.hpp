// The points of an answer, as they are typed: "1 2 4", "1-3", "all" or "none".
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "line/line_meaning.hpp"

namespace viva {

struct PointsLine {
  std::vector<int> points;             // from 1, in the order typed
  std::optional<NotUnderstood> fault;  // then the points mean nothing
};

// `line` is trimmed and in lower case; `points` is how many there are.
PointsLine read_points(const std::string& line, int points);

}  // namespace viva
