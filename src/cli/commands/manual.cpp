// Part of cli/commands.hpp: viva man.
#include "cli/manual.hpp"

#include <CLI/CLI.hpp>

#include "cli/commands.hpp"

namespace viva {

void add_manual(CLI::App& app, Command& chosen) {
  auto* command = app.add_subcommand("man", "The manual page");
  command->footer("Example:\n  viva man | man -l -");
  command->final_callback([&app, &chosen] {
    chosen = [&app](const Shell& shell) {
      shell.terminal().write(manual(app));
      return ExitCode::done;
    };
  });
}

}  // namespace viva
