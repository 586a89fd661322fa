// What every command takes from the command line, the environment and the settings file.
#pragma once

#include <string>
#include <vector>

#include "viva/session/filter.hpp"

namespace CLI {
class App;
}

namespace viva {

enum class Color { automatic, always, never };

struct Options {
  std::vector<std::string> banks;  // none: the bank built into viva
  std::string history;
  Color color = Color::automatic;
  bool plain = false;
  int width = 0;       // 0: the terminal's
  int day_begins = 4;  // hour

  // " --bank my.json": what was typed of where questions and answers are, so that a command to be typed next
  // can say it again. Not what the environment or the settings say: they still say it then.
  std::string places;
};

// The settings file and the history where nothing else is said, by the XDG base directory rules.
std::string default_settings_file();
std::string default_history_file();

void add_global_options(CLI::App& app, Options& options);

// Options::places, once `app` has parsed the command line.
std::string typed_places(const CLI::App& app, const Options& options);

// A filter as options set it: `order` and `seed` may be left to the command.
struct FilterOptions {
  Filter filter;
  std::optional<Order> order;
  std::optional<std::uint64_t> seed;

  // The filter, in `usual` order unless one was asked for. A random order without a seed draws one.
  Filter resolve(Order usual) const;
};

void add_filter_options(CLI::App& command, FilterOptions& options);

// Those of them that leave something out: all but the count, the order and its seed.
void add_narrowing_options(CLI::App& command, Filter& filter);

}  // namespace viva
