// The points of an answer, as they are typed: "1 2 4", "1-3", "all" or "none".
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "line/line_meaning.hpp"

namespace viva {

struct PointsLine {
  std::vector<int> points;             // from 1, in the order typed
  std::optional<NotUnderstood> fault;  // then the points mean nothing
};

// `line` is trimmed and in lower case; `points` is how many there are.
PointsLine read_points(const std::string& line, int points);

// The same as an event of a Session, a Drill or a Round.
template <typename Session>
LineMeaning<typename Session::Event> read_ticks(const std::string& line, int points) {
  auto read = read_points(line, points);
  if (read.fault) return std::move(*read.fault);
  return typename Session::Event{typename Session::Tick{std::move(read.points)}};
}

}  // namespace viva
