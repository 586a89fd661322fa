// Part of viva/memory/fsrs.hpp: the parameters as people copy them.
#include <fmt/format.h>

#include <charconv>
#include <vector>

#include "viva/base/text.hpp"
#include "viva/memory/fsrs.hpp"

namespace viva::fsrs {
namespace {

struct Bounds {
  double least, most;
};

// Within these the optimizers of FSRS-6 keep them.
constexpr std::array<Bounds, 21> bounds{
    {{0.001, 100},  {0.001, 100}, {0.001, 100}, {0.001, 100}, {1, 10},    {0.001, 4},    {0.001, 4},
     {0.001, 0.75}, {0, 4.5},     {0, 0.8},     {0.001, 3.5}, {0.001, 5}, {0.001, 0.25}, {0.001, 0.9},
     {0, 4},        {0, 1},       {1, 6},       {0, 2},       {0, 2},     {0, 0.8},      {0.1, 0.8}}};

std::vector<std::string_view> words_of(std::string_view text) {
  constexpr std::string_view separators = " ,;\t\r\n[]";
  std::vector<std::string_view> words;
  for (auto begin = text.find_first_not_of(separators); begin != text.npos;) {
    const auto end = std::min(text.find_first_of(separators, begin), text.size());
    words.push_back(text.substr(begin, end - begin));
    begin = text.find_first_not_of(separators, end);
  }
  return words;
}

}  // namespace

ReadParameters read_parameters(std::string_view text) {
  const auto words = words_of(text);
  std::array<double, 21> w{};
  if (words.size() != w.size())
    return {std::nullopt, fmt::format("FSRS-6 has 21 parameters, and these are {}", words.size())};
  for (std::size_t i = 0; i < w.size(); ++i) {
    const auto word = words[i];
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), w[i]);
    if (error != std::errc{} || end != word.data() + word.size())
      return {std::nullopt, fmt::format("\"{}\" is not a number", printable(word))};
    if (!(w[i] >= bounds[i].least && w[i] <= bounds[i].most))
      return {std::nullopt, fmt::format("parameter {} is {}; it must be {} to {}", i + 1, w[i],
                                        bounds[i].least, bounds[i].most)};
  }
  return {Parameters{w}, {}};
}

}  // namespace viva::fsrs
