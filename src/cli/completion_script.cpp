#include "cli/completion_script.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <vector>

#include "cli/commands.hpp"

namespace viva {
namespace {

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

// Other than bash and zsh, fish has to be told where files are offered.
constexpr std::string_view fish_script = R"(function __viva_complete
  set -l words (commandline -opc) (commandline -ct)
  viva __complete $words[2..-1] 2>/dev/null
end
complete -c viva -f -a '(__viva_complete)'
)";

// What takes a file, in the words of fish.
struct FileTakers {
  std::vector<std::string> options;   // "-s o -l output"
  std::vector<std::string> commands;  // with a file as their argument
};

std::string fish_names(const Option& option) {
  std::string names;
  for (const auto& name : option.spellings())
    names += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
  return names;
}

void add_once(std::vector<std::string>& all, const std::string& one) {
  if (std::ranges::count(all, one) == 0) all.push_back(one);
}

void find_file_takers(const Command& command, FileTakers& found) {
  for (const auto& option : command.options) {
    if (!option.is_file) continue;
    if (option.is_positional())
      add_once(found.commands, command.name);
    else
      add_once(found.options, fish_names(option));
  }
  for (const auto& sub : command.subcommands) find_file_takers(sub, found);
}

std::string where_fish_offers_files() {
  Options unused;
  FileTakers files;
  find_file_takers(describe_all(unused), files);
  std::string lines;
  for (const auto& names : files.options) lines += fmt::format("complete -c viva{} -rF\n", names);
  return lines + fmt::format("complete -c viva -n '__fish_seen_subcommand_from {}' -F\n",
                             fmt::join(files.commands, " "));
}

}  // namespace

std::string completion_script(ShellName shell) {
  switch (shell) {
    case ShellName::bash: return std::string{bash_script};
    case ShellName::zsh: return std::string{zsh_script};
    case ShellName::fish: return std::string{fish_script} + where_fish_offers_files();
  }
  return "";
}

}  // namespace viva
