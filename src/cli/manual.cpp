#include "cli/manual.hpp"

#include <fmt/format.h>

#include <array>
#include <string_view>
#include <utility>

#include "base/escape.hpp"
#include "cli/commands.hpp"
#include "tui/key_table.hpp"
#include "version.hpp"
#include "viva/base/text.hpp"

namespace viva {
namespace {

std::string names_and_type(const Option& option) {
  auto names = fmt::format("{}", fmt::join(option.spellings(), ", "));
  return option.type.empty() ? names : names + ' ' + option.type;
}

std::string options(const Command& command) {
  std::string text;
  for (const auto& option : command.options)
    if (option.names != "-h,--help")
      text += fmt::format(".TP\n.B {}\n{}\n", escape_roff(names_and_type(option)), escape_roff(option.help));
  return text;
}

std::string notes(const Command& command) {
  std::string text{".PP\n.nf\n"};
  const auto footer = footer_of(command);
  for (const auto line : split_lines(footer)) text += escape_roff(line) + '\n';
  return text + ".fi\n";
}

std::string command_section(const Command& command, const std::string& name) {
  if (command.subcommands.empty())
    return fmt::format(".SS {}\n{}.\n{}{}", escape_roff(name), escape_roff(command.help), options(command),
                       notes(command));
  std::string text;
  for (const auto& sub : command.subcommands) text += command_section(sub, name + ' ' + sub.name);
  return text;
}

constexpr std::array variables{
    std::pair{"VIVA_BANK", "The bank to use instead of the built-in one."},
    std::pair{"VIVA_HISTORY", "The history file."},
    std::pair{"VIVA_NOW", "The time to go by, such as 2026-11-22T18:30:00Z, for scripts and tests."},
    std::pair{"NO_COLOR, CLICOLOR_FORCE", "Colour never, or also where output is no terminal."},
    std::pair{"VISUAL, EDITOR", "What an answer is written in; else vi."},
    std::pair{"PAGER", "What long output is read with; cat for none."},
    std::pair{"COLUMNS", "The width where output is no terminal."},
    std::pair{"XDG_DATA_HOME, XDG_CONFIG_HOME", "Where the history and the settings are."}};

constexpr std::array files{
    std::pair{"~/.local/share/viva/history.db", "Every answer, in SQLite."},
    std::pair{"~/.config/viva/config.toml",
              "Settings: any global option without its dashes, such as day-begins = 5."}};

constexpr std::array exit_codes{std::pair{"0", "Done."}, std::pair{"1", "It failed; a message says why."},
                                std::pair{"2", "The command line makes no sense."},
                                std::pair{"130", "Interrupted; everything rated is saved."}};

template <typename Entries>
std::string section(std::string_view heading, const Entries& entries) {
  auto text = fmt::format(".SH {}\n", heading);
  for (const auto& [term, meaning] : entries)
    text += fmt::format(".TP\n.B {}\n{}\n", escape_roff(term), escape_roff(meaning));
  return text;
}

std::string keys() {
  std::string text{
      ".SH KEYS\nAt a full screen; the last line names those that work. Boxes, ratings, rows and the keys of "
      "that line can be "
      "clicked, too.\n"};
  for (const auto& group : key_groups()) {
    text += fmt::format(".SS {}\n", escape_roff(group.title));
    for (const auto& [names, meaning] : group.entries)
      text += fmt::format(".TP\n.B {}\n{}\n", escape_roff(names), escape_roff(meaning));
  }
  return text;
}

}  // namespace

std::string manual() {
  Options unused;
  const auto viva = describe_all(unused);
  auto text = fmt::format(".TH VIVA 1 \"\" \"viva {}\" \"User Commands\"\n", version);
  text += fmt::format(".SH NAME\nviva \\- {}\n", "prepare for an interview in the terminal");
  text += ".SH SYNOPSIS\n.B viva\n[OPTIONS] [COMMAND]\n";
  text += fmt::format(".SH DESCRIPTION\n{}\n.PP\n{}\n", escape_roff(viva.help), escape_roff(viva.footer));
  text += ".SH OPTIONS\n" + options(viva);
  text += ".SH COMMANDS\n" + command_section(viva, viva.name);
  return text + keys() + section("ENVIRONMENT", variables) + section("FILES", files) +
         section("EXIT STATUS", exit_codes);
}

}  // namespace viva
