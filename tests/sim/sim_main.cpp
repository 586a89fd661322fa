// The simulation: `viva_sim`, or `viva_sim --model 2 --learners 1000 --seconds 60 --again 0 --untaught 1`;
// build it in release. `--short 1` is a small part of it, for every day. What is simulated and what came of
// it: docs/simulation.md. Fails where a rule is broken; see Comparison::holds().
#include <fmt/format.h>

#include <charconv>
#include <cstdio>
#include <optional>
#include <string_view>
#include <vector>

#include "sim/comparison.hpp"

namespace viva::sim {
namespace {

constexpr double most_for_promises =
    20;  // points; what they cost where there is no time to meet every question

struct Options {
  Settings settings;
  std::vector<std::size_t> items{50, 500};
  std::vector<int> days{14, 30, 60}, minutes{10, 20, 40};  // a day
  std::vector<Hidden> models{Hidden::fsrs, Hidden::power};
  bool brief = false;
  Columns columns = Columns::headline;
};

bool set(Options& options, std::string_view name, double value) {
  auto& settings = options.settings;
  if (name == "--learners" && value >= 2)
    settings.learners = static_cast<int>(value);
  else if (name == "--seconds" && value >= 1)
    settings.seconds = static_cast<int>(value);
  else if (name == "--again")
    settings.asks_again = value != 0;
  else if (name == "--untaught")
    settings.untaught = value != 0;
  else if (name == "--model" && (value == 1 || value == 2))
    options.models = {value == 1 ? Hidden::fsrs : Hidden::power};
  else if (name == "--days" && value >= 1)
    options.days = {static_cast<int>(value)};
  else if (name == "--minutes" && value >= 1)
    options.minutes = {static_cast<int>(value)};
  else if (name == "--items" && value >= 1)
    options.items = {static_cast<std::size_t>(value)};
  else if (name == "--all")
    options.columns = value != 0 ? Columns::all : Columns::headline;
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
  if (options.brief) options.settings.learners = 20;
  return options;
}

std::vector<Course> courses(const Options& options) {
  if (options.brief) return {{50, 14, 20}, {50, 30, 10}, {100, 30, 20}};
  std::vector<Course> all;
  for (const auto items : options.items)
    for (const int days : options.days)
      for (const int minutes : options.minutes) all.push_back({items, days, minutes});
  return all;
}

int run(const Options& options) {
  bool holds = true;
  auto settings = options.settings;
  for (const auto hidden : options.models) {
    settings.hidden = hidden;
    fmt::print("{} learners who remember as {} says\n\n{}", settings.learners,
               hidden == Hidden::fsrs ? "FSRS-6" : "a power law", table_head(options.columns));
    for (const auto& course : courses(options)) {
      const auto comparison = compare(course, settings);
      fmt::print("{}", table_row(comparison, options.columns));
      std::fflush(stdout);
      holds &= comparison.holds(most_for_promises);
    }
    fmt::print("\n");
  }
  return holds ? 0 : 1;
}

}  // namespace
}  // namespace viva::sim

int main(int argc, char** argv) {
  const auto options = viva::sim::parse(argc, argv);
  if (options) return viva::sim::run(*options);
  fmt::print(stderr,
             "usage: viva_sim [--model 1|2] [--learners N] [--seconds S] [--again 0] [--untaught 1] [--items "
             "N] [--days N] [--minutes N] "
             "[--all 1] [--short 1]\n");
  return 2;
}
