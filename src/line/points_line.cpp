#include "line/points_line.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <string_view>

namespace viva {
namespace {

std::optional<int> read_number(std::string_view text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size() || number < 0) return std::nullopt;
  return number;
}

// The points of "3" or "2-4"; empty where it is neither, or names a point that is not there.
std::vector<int> read_range(std::string_view word, int points) {
  const auto dash = word.find('-');
  const auto first = read_number(word.substr(0, dash));
  const auto last = dash == std::string_view::npos ? first : read_number(word.substr(dash + 1));
  std::vector<int> range;
  if (!first || !last || *first < 1 || *last > points) return range;
  for (int point = *first; point <= *last; ++point) range.push_back(point);
  return range;
}

}  // namespace

PointsLine read_points(const std::string& line, int points) {
  PointsLine read;
  if (line == "none" || line == "0") return read;
  for (std::size_t at = 0; at < line.size();) {
    const auto begin = line.find_first_not_of(" ,;\t", at);
    if (begin == std::string::npos) break;
    at = std::min(line.find_first_of(" ,;\t", begin), line.size());
    const auto word = line.substr(begin, at - begin);
    const auto range =
        word == "all" ? read_range(fmt::format("1-{}", points), points) : read_range(word, points);
    if (range.empty()) {
      read.fault = NotUnderstood{
          points == 1
              ? fmt::format("\"{}\" is not the point: type 1 or \"none\"", word)
              : fmt::format("\"{}\" is not among the points 1 to {}: type numbers, \"all\" or \"none\"", word,
                            points)};
      return read;
    }
    read.points.insert(read.points.end(), range.begin(), range.end());
  }
  if (read.points.empty())
    read.fault = NotUnderstood{points == 1 ? "type 1 if you made it, else \"none\""
                                           : "type the numbers of the points you made, \"all\" or \"none\""};
  return read;
}

}  // namespace viva
