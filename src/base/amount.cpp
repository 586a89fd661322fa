#include "viva/base/amount.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace viva {
namespace {

template <typename Count>
std::string count_words(Count count, std::string_view thing) {
  return fmt::format("{} {}{}", count, thing, count == 1 ? "" : "s");
}

}  // namespace

std::string counted(std::size_t count, std::string_view thing) { return count_words(count, thing); }
std::string counted(int count, std::string_view thing) { return count_words(count, thing); }

std::string minutes_and_seconds(int seconds) { return fmt::format("{}:{:02}", seconds / 60, seconds % 60); }

std::string length_in_minutes(int seconds) {
  return seconds % 60 == 0 ? fmt::format("{} min", seconds / 60)
                           : fmt::format("{} min", minutes_and_seconds(seconds));
}

std::string duration_words(std::int64_t seconds) {
  const auto minutes = seconds / 60;
  if (minutes < 1) return seconds > 0 ? "under a minute" : "0 min";
  if (minutes < 60) return fmt::format("{} min", minutes);
  return minutes % 60 == 0 ? fmt::format("{} h", minutes / 60)
                           : fmt::format("{} h {} min", minutes / 60, minutes % 60);
}

std::string percent(double share) {
  if (share <= 0 || share >= 1) return share >= 1 ? "100 %" : "0 %";
  return fmt::format("{} %", std::clamp(std::lround(share * 100), 1L, 99L));
}

}  // namespace viva
