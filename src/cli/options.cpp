#include "cli/options.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdlib>
#include <limits>
#include <random>

#include "cli/checks.hpp"
#include "viva/session/next_step.hpp"

namespace viva {
namespace {

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

// Relative paths in XDG variables are invalid and ignored, as their specification says.
std::string base_directory(const char* variable, const std::string& below_home) {
  if (auto path = environment(variable); path.starts_with('/')) return path;
  return environment("HOME") + below_home;
}

}  // namespace

std::string default_settings_file() {
  return base_directory("XDG_CONFIG_HOME", "/.config") + "/viva/config.toml";
}
std::string default_history_file() {
  return base_directory("XDG_DATA_HOME", "/.local/share") + "/viva/history.db";
}

void add_global_options(CLI::App& app, Options& options) {
  app.add_option("--bank", options.banks,
                 "Questions to use instead of the built-in ones (repeatable; or VIVA_BANK)")
      ->type_name("FILE")
      ->option_text("FILE")
      ->envname("VIVA_BANK")
      ->expected(1)
      ->allow_extra_args(false)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  app.add_option("--history", options.history, "Where your answers are kept (or VIVA_HISTORY)")
      ->type_name("FILE")
      ->option_text("FILE")
      ->envname("VIVA_HISTORY");
  app.add_option("--color", options.color, "auto, always or never")
      ->type_name("WHEN")
      ->transform(one_of({"auto", "always", "never"}));
  app.add_flag("--plain", options.plain, "Lines alone: no full screen, colour or pager");
  app.add_option("--width", options.width, "Columns to use instead of the terminal's")
      ->type_name("N")
      ->check(whole_number(20, 1000));
  app.add_option("--day-begins", options.day_begins, "Hour at which a study day begins (4)")
      ->type_name("HOUR")
      ->check(whole_number(0, 23));
}

std::string typed_places(const CLI::App& app, const Options& options) {
  const auto typed = [&](const char* name) {
    return std::ranges::find(app.parse_order(), app.get_option(name)) != app.parse_order().end();
  };
  std::string places;
  if (typed("--bank"))
    for (const auto& file : options.banks) places += with_value("--bank", file);
  if (typed("--history")) places += with_value("--history", options.history);
  return places;
}

void add_narrowing_options(CLI::App& command, Filter& filter) {
  const auto repeatable = [&](const char* name, std::vector<std::string>& values, const char* what,
                              const char* type) {
    command.add_option(name, values, what)
        ->type_name(type)
        ->expected(1)
        ->allow_extra_args(false)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
        ->group("Filters");
  };
  repeatable("--tier", filter.tiers, "Only this tier, by id, name or beginning (repeatable)", "TIER");
  repeatable("--topic", filter.topics, "Only this topic (repeatable)", "TOPIC");
  repeatable("--id", filter.ids, "Only this question (repeatable)", "ID");
  command.add_option("--search", filter.search, "Only where every word occurs")
      ->type_name("TEXT")
      ->group("Filters");
  command.add_flag("--due", filter.due, "Only what is due for review")->group("Filters");
  command.add_flag("--new", filter.fresh, "Only what was never asked")->group("Filters");
  command.add_flag("--weak", filter.weak, "Only what went badly or is fading")->group("Filters");
}

void add_filter_options(CLI::App& command, FilterOptions& options) {
  add_narrowing_options(command, options.filter);
  command.add_option("--count", options.filter.count, "At most so many")
      ->type_name("N")
      ->check(whole_number(1, 1'000'000))
      ->group("Filters");
  command.add_option("--order", options.order, "plan, bank, random or weakest")
      ->type_name("ORDER")
      ->transform(one_of({"plan", "bank", "random", "weakest"}))
      ->group("Filters");
  command.add_option("--seed", options.seed, "Repeat a random order")
      ->type_name("N")
      ->check(whole_number(0, std::numeric_limits<int>::max()))
      ->group("Filters");
}

Filter FilterOptions::resolve(Order usual) const {
  Filter resolved = filter;
  resolved.order = order.value_or(seed ? Order::random : usual);
  // Six digits: enough to vary, short enough to type again.
  resolved.seed = seed.value_or(std::random_device{}() % 1'000'000);
  return resolved;
}

}  // namespace viva
