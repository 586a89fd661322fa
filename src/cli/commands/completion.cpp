// Part of cli/commands.hpp: viva completion.
#include "cli/completion.hpp"

#include <memory>

#include "cli/commands.hpp"
#include "cli/shell.hpp"

namespace viva {
namespace {

enum class ShellName { bash, zsh, fish };
constexpr auto shell_names = enum_names<ShellName>("bash", "zsh", "fish");

constexpr std::string_view bash_script = R"(_viva() {
  local IFS=$'\n'
  COMPREPLY=($(viva __complete "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null | cut -f 1))
}
complete -o default -F _viva viva
)";

constexpr std::string_view zsh_script = R"(#compdef viva
_viva() {
  local line
  local -a found
  for line in "${(@f)$(viva __complete "${(@)words[2,CURRENT]}" 2>/dev/null)}"; do
    [[ -n $line ]] && found+=("${line/$'\t'/:}")
  done
  if (( ${#found} )); then _describe viva found; else _files; fi
}
if [[ ${funcstack[1]} == _viva ]]; then _viva "$@"; else compdef _viva viva; fi
)";

std::string script_for(ShellName name) {
  switch (name) {
    case ShellName::bash: return std::string{bash_script};
    case ShellName::zsh: return std::string{zsh_script};
    case ShellName::fish: return fish_script();
  }
  return "";
}

}  // namespace

Command describe_completion() {
  auto name = std::make_shared<ShellName>();
  Command command;
  command.options = {one_of({.names = "SHELL", .required = true}, shell_names, *name)};
  command.footer =
      "Examples:\n  bash   eval \"$(viva completion bash)\"               in ~/.bashrc\n"
      "  zsh    eval \"$(viva completion zsh)\"                in ~/.zshrc, after compinit\n"
      "  fish   viva completion fish | source                in ~/.config/fish/config.fish";
  command.run = [name](const Shell& shell) {
    shell.terminal().write(script_for(*name));
    return ExitCode::done;
  };
  return command;
}

}  // namespace viva
