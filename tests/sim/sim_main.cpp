// The simulation: `viva_sim`, or `viva_sim --learners 1000 --seconds 60 --spread 0.5 --again 0`; build it in
// release. `--short 1` is a small part of it, for every day. Fails where a rule is broken: a policy that
// studies longer than the minutes, or viva's below the best simple one by more than noise.
#include <fmt/format.h>

#include <charconv>
#include <cstdio>
#include <optional>
#include <string_view>
#include <vector>

#include "sim/comparison.hpp"

namespace viva::sim {
namespace {

struct Options {
  Settings settings;
  std::vector<std::size_t> items{50, 500};
  bool brief = false;
};

bool set(Options& options, std::string_view name, double value) {
  auto& settings = options.settings;
  if (name == "--learners" && value >= 2)
    settings.learners = static_cast<int>(value);
  else if (name == "--seconds" && value >= 1)
    settings.seconds = static_cast<int>(value);
  else if (name == "--spread" && value >= 0)
    settings.spread = value;
  else if (name == "--again")
    settings.asks_again = value != 0;
  else if (name == "--items" && value >= 1)
    options.items = {static_cast<std::size_t>(value)};
  else if (name == "--short")
    options.brief = value != 0;
  else
    return false;
  return true;
}

std::optional<Options> parse(int argc, char** argv) {
  Options options;
  for (int i = 1; i < argc; i += 2) {
    const std::string_view text = i + 1 < argc ? argv[i + 1] : "";
    double value = 0;
    const auto end = text.data() + text.size();
    if (const auto read = std::from_chars(text.data(), end, value); read.ec != std::errc{} || read.ptr != end)
      return std::nullopt;
    if (!set(options, argv[i], value)) return std::nullopt;
  }
  return options;
}

std::vector<Course> courses(const Options& options) {
  if (options.brief) return {{50, 14, 20}, {50, 30, 10}, {100, 30, 20}};
  std::vector<Course> all;
  for (const auto items : options.items)
    for (const int days : {14, 30, 60})
      for (const int minutes : {10, 20, 40}) all.push_back({items, days, minutes});
  return all;
}

int run(const Options& options) {
  bool holds = true;
  fmt::print("{}", table_head());
  for (const auto& course : courses(options)) {
    const auto comparison = compare(course, options.settings);
    fmt::print("{}", table_row(comparison));
    std::fflush(stdout);
    holds &= comparison.holds();
  }
  return holds ? 0 : 1;
}

}  // namespace
}  // namespace viva::sim

int main(int argc, char** argv) {
  const auto options = viva::sim::parse(argc, argv);
  if (options) return viva::sim::run(*options);
  fmt::print(
      stderr,
      "usage: viva_sim [--learners N] [--seconds S] [--spread X] [--again 0] [--items N] [--short 1]\n");
  return 2;
}
