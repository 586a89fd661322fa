// Part of cli/commands.hpp: viva completion.
#include <CLI/CLI.hpp>
#include <map>
#include <memory>

#include "cli/commands.hpp"

namespace viva {
namespace {

constexpr std::string_view bash = R"(_viva() {
  local IFS=$'\n'
  COMPREPLY=($(viva __complete "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null | cut -f 1))
}
complete -o default -F _viva viva
)";

constexpr std::string_view zsh = R"(#compdef viva
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

constexpr std::string_view fish = R"(function __viva_complete
  set -l words (commandline -opc) (commandline -ct)
  viva __complete $words[2..-1] 2>/dev/null
end
complete -c viva -f -a '(__viva_complete)'
complete -c viva -l bank -rF
complete -c viva -l history -rF
complete -c viva -l config -rF
complete -c viva -s o -l output -rF
complete -c viva -n '__fish_seen_subcommand_from check init import' -F
)";

}  // namespace

void add_completion(CLI::App& app, Command& chosen) {
  static const std::map<std::string, std::string_view> scripts{{"bash", bash}, {"zsh", zsh}, {"fish", fish}};
  auto shell_name = std::make_shared<std::string>();
  auto* command = app.add_subcommand("completion", "Completion for your shell");
  command->add_option("SHELL", *shell_name, "bash, zsh or fish")
      ->required()
      ->type_name("")
      ->check(CLI::IsMember({"bash", "zsh", "fish"}).description(""));
  command->footer(
      "Examples:\n  bash   eval \"$(viva completion bash)\"               in ~/.bashrc\n"
      "  zsh    eval \"$(viva completion zsh)\"                in ~/.zshrc, after compinit\n"
      "  fish   viva completion fish | source                in ~/.config/fish/config.fish");
  command->final_callback([&chosen, shell_name] {
    chosen = [shell_name](const Shell& shell) {
      shell.terminal().write(scripts.at(*shell_name));
      return ExitCode::done;
    };
  });
}

}  // namespace viva
