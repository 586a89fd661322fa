#include "cli/line_session.hpp"

#include <utility>

namespace viva {

std::optional<std::string> edit_at_terminal(const Shell& shell, Input& input,
                                            const std::function<Edited()>& edit) {
  const auto& terminal = shell.terminal();
  if (!terminal.interactive()) {
    terminal.say("The editor needs a terminal.", Style::warn);
    return std::nullopt;
  }
  Edited edited;
  {
    const Input::TerminalRelease released{input};
    edited = edit();
  }
  if (edited.trouble) terminal.complain(*edited.trouble);
  return std::move(edited.text);
}

}  // namespace viva
