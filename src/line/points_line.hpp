// The points of an answer, as they are typed: "1 2 4", "1-3", "all" or "none".
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace viva {

struct PointsLine {
  std::vector<int> points;
  std::optional<std::string> fault;  // what to type instead
};

// `line` is trimmed and in lower case; `points` is how many there are.
PointsLine read_points(const std::string& line, int points);

}  // namespace viva
