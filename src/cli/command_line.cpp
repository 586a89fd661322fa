#include "cli/command_line.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <functional>
#include <memory>
#include <utility>

#include "cli/commands.hpp"
#include "cli/shell.hpp"
#include "version.hpp"
#include "viva/base/suggest.hpp"
#include "viva/session/drill_command.hpp"

namespace viva {
namespace {

// CLI11 carries these out itself. Says whether the option is one of them.
bool add_own_option(CLI::App& app, const Option& option) {
  if (option.names == "--version")
    app.set_version_flag(option.names, fmt::format("viva {}", version), option.help);
  else if (option.names == "-h,--help")
    app.set_help_flag(option.names, option.help);
  else if (option.names == "--config")
    app.set_config(option.names, default_settings_file(), option.help)
        ->type_name(option.type)
        ->option_text(option.type);
  else
    return false;
  return true;
}

// What help says after an option's name. Never empty, since CLI11 then takes words of its own.
std::string after_name(const Option& option) {
  if (!option.required) return option.type.empty() ? " " : option.type;
  return option.repeatable ? "... REQUIRED" : "REQUIRED";
}

void make_repeatable(CLI::Option& added, const Option& option) {
  if (option.is_positional())
    added.expected(1, -1)->allow_extra_args();
  else  // words out of a list may follow one another: --show hint answer
    added.allow_extra_args(!option.words.empty())->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

// Not a validator of CLI11's, which some versions ask twice.
CLI::callback_t store_by(const Option& option) {
  return [name = option.spellings().back(), store = option.store](const CLI::results_t& values) {
    for (const auto& value : values)
      if (const auto fault = store(value); !fault.empty()) throw CLI::ValidationError{name, fault};
    return true;
  };
}

void add_option(CLI::App& app, const Option& option) {
  if (add_own_option(app, option)) return;
  auto* added = option.flag ? app.add_flag(option.names, *option.flag, option.help)
                            : app.add_option(option.names, store_by(option), option.help);
  added->option_text(after_name(option));
  if (!option.group.empty()) added->group(option.group);
  if (option.flag) return;
  added->type_name(option.type)->required(option.required);
  if (!option.variable.empty()) added->envname(option.variable);
  if (option.repeatable) make_repeatable(*added, option);
}

void add_options(CLI::App& app, const std::vector<Option>& options) {
  for (const auto& option : options) add_option(app, option);
  for (const auto& option : options)
    if (!option.excludes.empty())
      app.get_option(option.spellings().back())->excludes(app.get_option(option.excludes));
}

// Reads settings, and first has the commands made that they have sections for.
class SettingsReader : public CLI::ConfigTOML {
 public:
  using Make = std::function<void(const std::string& command)>;

  explicit SettingsReader(Make make) : make_(std::move(make)) {}

  std::vector<CLI::ConfigItem> from_config(std::istream& input) const override {
    auto settings = CLI::ConfigTOML::from_config(input);
    for (auto& setting : settings) {
      if (!setting.parents.empty()) make_(setting.parents.front());
      // Its numbers are one value, also where they are a list of TOML.
      if (setting.name == "fsrs") setting.inputs = {CLI::detail::join(setting.inputs, " ")};
    }
    return settings;
  }

 private:
  Make make_;
};

// CLI11's parser, made from the commands' descriptions. To make all commands takes much longer than to parse,
// so it makes those that the words or the settings name.
class Parser {
 public:
  explicit Parser(Options& options) {
    const auto viva = describe_viva(options);
    app_.name(viva.name);
    app_.description(viva.help);
    app_.footer(viva.footer);
    app_.config_formatter(std::make_shared<SettingsReader>([this](const auto& command) { make(command); }));
    app_.allow_config_extras(CLI::config_extras_mode::error);
    app_.fallthrough();
    app_.require_subcommand(0, 1);
    app_.get_formatter()->column_width(26);
    app_.get_formatter()->label("SUBCOMMAND", "COMMAND");
    add_options(app_, viva.options);
    chosen_ = viva.run;
  }
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;

  const CLI::App& app() const { return app_; }
  const Command::Run& chosen() const { return chosen_; }

  // Throws CLI::ParseError.
  void parse(const std::vector<std::string>& words) {
    for (const auto& word : words) make(word);
    app_.parse(std::vector<std::string>{words.rbegin(), words.rend()});
  }

  // Does nothing where there is no such command, or it is made already.
  void make(std::string_view name) {
    const auto entry = std::ranges::find(command_table, name, &CommandEntry::name);
    if (entry == command_table.end() || std::ranges::count(made_, name) > 0) return;
    made_.push_back(entry->name);
    add(app_, describe_command(*entry));
  }

 private:
  void add(CLI::App& parent, const Command& command) {
    auto* app = parent.add_subcommand(command.name, command.help);
    app->group("Commands");
    app->footer(footer_of(command));
    add_options(*app, command.options);
    for (const auto& sub : command.subcommands) add(*app, sub);
    if (!command.subcommands.empty()) app->require_subcommand(1);
    if (command.run) app->final_callback([this, run = command.run] { chosen_ = run; });
  }

  CLI::App app_;
  std::vector<std::string_view> made_;  // names
  Command::Run chosen_;
};

// The innermost command that was named: its help is the one that helps.
const CLI::App& innermost(const CLI::App& app) {
  const auto named = app.get_subcommands();
  return named.empty() ? app : innermost(*named.back());
}

std::string full_name(const CLI::App& command) {
  const auto* parent = command.get_parent();
  return parent ? full_name(*parent) + ' ' + command.get_name() : std::string{"viva"};
}

std::vector<std::string> names_of_subcommands(const CLI::App& command) {
  std::vector<std::string> names;
  if (!command.get_parent())
    for (const auto& entry : command_table) names.emplace_back(entry.name);
  else
    for (const auto* subcommand : command.get_subcommands({})) names.push_back(subcommand->get_name());
  return names;
}

std::vector<std::string> words_known(const CLI::App& command) {
  auto words = names_of_subcommands(command);
  for (const auto* app = &command; app; app = app->get_parent())
    for (const auto* option : app->get_options())
      for (const auto& name : option->get_lnames()) words.push_back("--" + name);
  return words;
}

std::string wrong_setting(const CLI::App& app, std::string_view what) {
  constexpr std::string_view unknown = "INI was not able to parse ";
  const auto file = app["--config"]->as<std::string>();
  if (!what.starts_with(unknown)) return fmt::format("{}: {}", file, what);
  auto name = what.substr(unknown.size());
  if (name.ends_with(".++")) name.remove_suffix(3);  // a section
  auto message = fmt::format("{}: there is no setting \"{}\"", file, name);
  if (const auto near = nearest(fmt::format("--{}", name), words_known(app)); near.starts_with("--"))
    message += fmt::format("; did you mean \"{}\"?", near.substr(2));
  return message;
}

// Was the option that `what` begins with typed, or is it from the settings file?
bool is_typed(const CLI::App& command, std::string_view what) {
  const auto name = what.substr(0, what.find(':'));
  for (const auto* app = &command; app; app = app->get_parent())
    for (const auto* option : app->parse_order())
      if (option->get_name() == name) return true;
  return false;
}

// `words`: those that the parser could do nothing with, at least one.
std::string unknown_word(const CLI::App& command, const std::vector<std::string>& words) {
  // A value that follows an unknown option is not what is wrong.
  const auto option = std::ranges::find_if(words, [](const auto& word) { return word.starts_with("-"); });
  const auto& word = option == words.end() ? words.front() : *option;
  auto message = fmt::format("\"{}\" means nothing here", word);
  if (const auto near = nearest(word, words_known(command)); !near.empty())
    message += fmt::format("; did you mean \"{}\"?", near);
  return message;
}

std::string what_is_wrong(const CLI::App& app, const CLI::App& command, const CLI::ParseError& refusal) {
  if (dynamic_cast<const CLI::ConfigError*>(&refusal)) return wrong_setting(app, refusal.what());
  const auto extra = app.remaining(true);
  const auto subcommands = names_of_subcommands(command);
  if (extra.empty() && dynamic_cast<const CLI::RequiredError*>(&refusal) && !subcommands.empty())
    return "say what to do: " + either(subcommands);
  const bool setting =
      dynamic_cast<const CLI::ValidationError*>(&refusal) && !is_typed(command, refusal.what());
  if (setting) return wrong_setting(app, refusal.what());
  return extra.empty() ? refusal.what() : unknown_word(command, extra);
}

// Of the innermost command; viva's own names all commands.
std::string help(const CLI::App& app) {
  if (!app.get_subcommands().empty()) return app.help();
  Options unused;
  Parser all{unused};
  for (const auto& entry : command_table) all.make(entry.name);
  return all.app().help();
}

// Help or the version, where that was asked for, or what is wrong with what was typed.
Command::Run answer(const CLI::App& app, const CLI::ParseError& refusal) {
  const auto& command = innermost(app);
  std::string text;
  if (dynamic_cast<const CLI::CallForHelp*>(&refusal))
    text = help(app);
  else if (dynamic_cast<const CLI::CallForVersion*>(&refusal))
    text = refusal.what();
  else
    return [complaint =
                fmt::format("{}: {}\nSee `{} --help`.", full_name(command),
                            what_is_wrong(app, command, refusal), full_name(command))](const Shell& shell) {
      shell.terminal().complain(complaint);
      return ExitCode::usage;
    };
  return [text](const Shell& shell) {
    shell.terminal().print(text);
    return ExitCode::done;
  };
}

// Options::places.
std::string typed_places(const CLI::App& app) {
  std::string places;
  for (const auto* name : {"--bank", "--history"}) {
    const auto* option = app.get_option(name);
    if (std::ranges::find(app.parse_order(), option) == app.parse_order().end()) continue;
    for (const auto& value : option->results()) places += with_value(name, value);
  }
  return places;
}

}  // namespace

CommandLine read_command_line(const std::vector<std::string>& words) {
  CommandLine line;
  Parser parser{line.options};
  try {
    parser.parse(words);
    line.options.places = typed_places(parser.app());
    line.run = parser.chosen();
  } catch (const CLI::ParseError& refusal) {
    line.run = answer(parser.app(), refusal);
  }
  return line;
}

}  // namespace viva
