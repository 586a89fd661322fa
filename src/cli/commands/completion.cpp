// Part of cli/commands.hpp: viva completion.
#include <memory>

#include "cli/commands.hpp"
#include "cli/completion_script.hpp"
#include "cli/shell.hpp"

namespace viva {

Command describe_completion() {
  auto name = std::make_shared<ShellName>();
  Command command;
  command.options = {one_of({.names = "SHELL", .required = true}, shell_names, *name)};
  command.footer =
      "Examples:\n  bash   eval \"$(viva completion bash)\"               in ~/.bashrc\n"
      "  zsh    eval \"$(viva completion zsh)\"                in ~/.zshrc, after compinit\n"
      "  fish   viva completion fish | source                in ~/.config/fish/config.fish";
  command.run = [name](const Shell& shell) {
    shell.terminal().write(completion_script(*name));
    return ExitCode::done;
  };
  return command;
}

}  // namespace viva
