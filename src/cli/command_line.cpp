#include "cli/command_line.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>

#include "cli/commands.hpp"
#include "version.hpp"
#include "viva/base/suggest.hpp"

namespace viva {
namespace {

// The innermost command that was named: its help is the one that helps.
const CLI::App& innermost(const CLI::App& app) {
  const auto named = app.get_subcommands();
  return named.empty() ? app : innermost(*named.back());
}

std::string full_name(const CLI::App& command) {
  const auto* parent = command.get_parent();
  return parent ? full_name(*parent) + ' ' + command.get_name() : std::string{"viva"};
}

std::vector<std::string> words_known(const CLI::App& command) {
  std::vector<std::string> words;
  for (const auto* subcommand : command.get_subcommands({})) words.push_back(subcommand->get_name());
  for (const auto* app = &command; app; app = app->get_parent())
    for (const auto* option : app->get_options())
      for (const auto& name : option->get_lnames()) words.push_back("--" + name);
  return words;
}

std::string joined(const std::vector<const CLI::App*>& commands) {
  std::string names;
  for (std::size_t i = 0; i < commands.size(); ++i)
    names += (i == 0 ? "" : i + 1 < commands.size() ? ", " : " or ") + commands[i]->get_name();
  return names;
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

std::string what_is_wrong(const CLI::App& app, const CLI::App& command, const CLI::ParseError& refusal) {
  const auto extra = app.remaining(true);
  if (dynamic_cast<const CLI::ConfigError*>(&refusal)) return wrong_setting(app, refusal.what());
  const auto commands = command.get_subcommands({});
  if (extra.empty() && dynamic_cast<const CLI::RequiredError*>(&refusal) && !commands.empty())
    return "say what to do: " + joined(commands);
  const bool setting =
      dynamic_cast<const CLI::ValidationError*>(&refusal) && !is_typed(command, refusal.what());
  if (setting) return wrong_setting(app, refusal.what());
  if (extra.empty()) return refusal.what();
  // A value that follows an unknown option is not what is wrong.
  const auto option = std::ranges::find_if(extra, [](const auto& word) { return word.starts_with("-"); });
  const auto& word = option == extra.end() ? extra.front() : *option;
  auto message = fmt::format("\"{}\" means nothing here", word);
  if (const auto near = nearest(word, words_known(command)); !near.empty())
    message += fmt::format("; did you mean \"{}\"?", near);
  return message;
}

// The parts of help that are the same for every command.
void finish(CLI::App& command) {
  for (auto* sub : command.get_subcommands({})) {
    sub->group("Commands");
    finish(*sub);
    if (!sub->get_subcommands({}).empty()) continue;
    const auto examples = sub->get_footer();
    sub->footer((examples.empty() ? "" : examples + "\n\n") +
                "Options that every command takes: viva --help");
  }
}

}  // namespace

void describe_command_line(CLI::App& app, Options& options, Command& chosen) {
  app.name("viva");
  app.description("Prepare for an interview in the terminal: drill its questions, and see what stays.");
  app.set_version_flag("--version", fmt::format("viva {}", version), "The version");
  app.set_help_flag("-h,--help", "This help");
  app.set_config("--config", default_settings_file(), "Settings, in TOML")
      ->type_name("FILE")
      ->option_text("FILE");
  app.allow_config_extras(CLI::config_extras_mode::error);
  app.fallthrough();
  app.require_subcommand(0, 1);
  app.get_formatter()->column_width(26);
  app.get_formatter()->label("SUBCOMMAND", "COMMAND");
  add_global_options(app, options);
  for (const auto add : {add_list, add_show, add_drill, add_mock, add_rounds, add_sheet, add_plan, add_stats,
                         add_bank, add_history, add_completion, add_manual})
    add(app, chosen);
  finish(app);
  app.footer("Without a command, viva says where you stand. `viva COMMAND --help` has examples.");
}

ExitCode answer_refusal(const CLI::App& app, const CLI::ParseError& refusal, const Terminal& terminal) {
  const auto& command = innermost(app);
  if (dynamic_cast<const CLI::CallForHelp*>(&refusal)) {
    terminal.print(app.help());
    return ExitCode::done;
  }
  if (dynamic_cast<const CLI::CallForVersion*>(&refusal)) {
    terminal.print(refusal.what());
    return ExitCode::done;
  }
  terminal.complain(fmt::format("{}: {}\nSee `{} --help`.", full_name(command),
                                what_is_wrong(app, command, refusal), full_name(command)));
  return ExitCode::usage;
}

}  // namespace viva
