// What every command takes from the command line, the environment and the settings file, and the filters that
// many take.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "viva/memory/fsrs.hpp"
#include "viva/session/filter.hpp"

namespace viva {

enum class Color { automatic, always, never };
inline constexpr auto color_names = enum_names<Color>("auto", "always", "never");

struct Options {
  std::vector<std::string> banks;  // none: the bank built into viva
  std::string history;
  Color color = Color::automatic;
  bool plain = false;
  int width = 0;                         // 0: the terminal's
  int day_begins = 4;                    // hour
  std::optional<fsrs::Parameters> fsrs;  // of one's own; none: the defaults, fitted to the answers

  // " --bank my.json": where questions and answers are, as it was typed, for commands to be typed next. What
  // the environment and the settings say is left out: they say it again by themselves.
  std::string places;
};

// A variable of the environment; empty where it is not set.
std::string environment(const char* name);

// The settings file and the history where nothing else is said, by the XDG base directory rules.
std::string default_settings_file();
std::string default_history_file();

// The options that every command takes.
std::vector<Option> global_options(Options& options);

// A filter as options set it. Order and seed are left to the command where none is typed.
struct FilterOptions {
  Filter filter;
  std::optional<Order> order;
  std::optional<std::uint64_t> seed;

  // The filter, in `usual` order unless one was typed. A random order without a seed draws one.
  Filter resolve(Order usual) const;
};

// The options that leave something out; and those with the count, the order and its seed.
std::vector<Option> narrowing_options(Filter& filter);
std::vector<Option> filter_options(FilterOptions& options);

// --seed, with this help.
Option seed_option(std::string help, std::optional<std::uint64_t>& seed);

}  // namespace viva
