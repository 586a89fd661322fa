// Part of cli/commands.hpp: viva man.
#include "cli/manual.hpp"

#include "cli/commands.hpp"
#include "cli/shell.hpp"

namespace viva {

Command describe_manual() {
  Command command;
  command.footer = "Example:\n  viva man | man -l -";
  command.run = [](const Shell& shell) {
    shell.terminal().write(manual());
    return ExitCode::done;
  };
  return command;
}

}  // namespace viva
