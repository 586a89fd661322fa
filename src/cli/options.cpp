#include "cli/options.hpp"

#include <cstdlib>
#include <limits>
#include <random>

namespace viva {
namespace {

// Relative paths in XDG variables are invalid and ignored, as their specification says.
std::string base_directory(const char* variable, const std::string& below_home) {
  if (auto path = environment(variable); path.starts_with('/')) return path;
  return environment("HOME") + below_home;
}

Option narrowing_option(const FilterCriterion& about, Filter& filter) {
  Option option{std::string{about.name}, std::string{about.type}, std::string{about.help}, "Filters"};
  option.entries = about.offers;
  if (const auto* many = std::get_if<FilterCriterion::Texts>(&about.sets))
    return texts(option, filter.*(*many));
  if (const auto* one = std::get_if<FilterCriterion::Text>(&about.sets)) return text(option, filter.*(*one));
  return flag(option, filter.*std::get<FilterCriterion::Flag>(about.sets));
}

}  // namespace

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

std::string default_settings_file() {
  return base_directory("XDG_CONFIG_HOME", "/.config") + "/viva/config.toml";
}
std::string default_history_file() {
  return base_directory("XDG_DATA_HOME", "/.local/share") + "/viva/history.db";
}

namespace {

Option parameters_option(std::optional<fsrs::Parameters>& parameters) {
  Option option{.names = "--fsrs",
                .type = "NUMBERS",
                .help = "FSRS-6's 21 parameters, as Anki shows them, instead of a fit to your answers"};
  option.store = [&parameters](const std::string& typed) {
    auto read = fsrs::read_parameters(typed);
    if (read.parameters) parameters = *read.parameters;
    return read.error;
  };
  return option;
}

}  // namespace

std::vector<Option> global_options(Options& options) {
  return {
      {.names = "--version", .help = "The version"},
      {.names = "-h,--help", .help = "This help"},
      {.names = "--config", .type = "FILE", .help = "Settings, in TOML", .is_file = true},
      texts({.names = "--bank",
             .type = "FILE",
             .help = "Questions to use instead of the built-in ones (repeatable; or VIVA_BANK)",
             .variable = "VIVA_BANK",
             .is_file = true},
            options.banks),
      text({.names = "--history",
            .type = "FILE",
            .help = "Where your answers are kept (or VIVA_HISTORY)",
            .variable = "VIVA_HISTORY",
            .is_file = true},
           options.history),
      one_of({.names = "--color", .type = "WHEN"}, color_names, options.color),
      flag({.names = "--plain", .help = "Lines alone: no full screen, colour or pager"}, options.plain),
      number({.names = "--width", .type = "N", .help = "Columns to use instead of the terminal's"}, 20, 1000,
             options.width),
      number({.names = "--day-begins", .type = "HOUR", .help = "Hour at which a study day begins (4)"}, 0, 23,
             options.day_begins),
      parameters_option(options.fsrs),
  };
}

std::vector<Option> narrowing_options(Filter& filter) {
  std::vector<Option> options;
  for (const auto& about : filter_criteria()) options.push_back(narrowing_option(about, filter));
  return options;
}

std::vector<Option> filter_options(FilterOptions& options) {
  auto all = narrowing_options(options.filter);
  all.push_back(number({"--count", "N", "At most so many", "Filters"}, 1, 1'000'000, options.filter.count));
  all.push_back(one_of({"--order", "ORDER", "", "Filters"}, order_names, options.order));
  auto seed = seed_option("Repeat a random order", options.seed);
  seed.group = "Filters";
  all.push_back(std::move(seed));
  return all;
}

Option seed_option(std::string help, std::optional<std::uint64_t>& seed) {
  return number({"--seed", "N", std::move(help)}, 0, std::numeric_limits<int>::max(), seed);
}

Filter FilterOptions::resolve(Order usual) const {
  Filter resolved = filter;
  resolved.order = order.value_or(seed ? Order::random : usual);
  // Six digits: enough to vary, short enough to type again.
  resolved.seed = seed.value_or(std::random_device{}() % 1'000'000);
  return resolved;
}

}  // namespace viva
