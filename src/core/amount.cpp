#include "viva/amount.hpp"

#include <fmt/format.h>

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

}  // namespace viva
