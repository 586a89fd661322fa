// Part of cli/commands.hpp: viva without a command.
#include "cli/commands.hpp"
#include "cli/past.hpp"
#include "cli/shell.hpp"
#include "render/opening_page.hpp"

namespace viva {
ExitCode opening_screen(const Shell& shell) {
  const auto bank = shell.load_bank();
  if (!bank) return ExitCode::failed;
  const auto past = load_past(shell, PastRounds::latest);
  const auto opening =
      make_opening(*bank, past.answers, past.rounds, interviews_of(past.interviews), shell.now().day);
  const auto& terminal = shell.terminal();
  terminal.print(opening_page(*bank, opening, terminal.prose(), shell.options().places));
  return ExitCode::done;
}

}  // namespace viva
