#include "cli/commands.hpp"

namespace viva {

Command describe_command(const CommandEntry& entry) {
  auto command = entry.describe();
  command.name = entry.name;
  command.help = entry.help;
  return command;
}

Command describe_viva(Options& options) {
  Command viva;
  viva.name = "viva";
  viva.help = "Prepare for an interview in the terminal: drill its questions, and see what stays.";
  viva.footer = "Without a command, viva says where you stand. `viva COMMAND --help` has examples.";
  viva.options = global_options(options);
  viva.run = opening_screen;
  return viva;
}

Command describe_all(Options& options) {
  auto viva = describe_viva(options);
  for (const auto& entry : command_table) viva.subcommands.push_back(describe_command(entry));
  return viva;
}

std::string footer_of(const Command& command) {
  if (!command.subcommands.empty()) return command.footer;
  return (command.footer.empty() ? "" : command.footer + "\n\n") +
         "Options that every command takes: viva --help";
}

}  // namespace viva
