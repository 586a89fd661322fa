// Part of cli/commands.hpp: viva without a command.
#include <utility>

#include "cli/commands.hpp"
#include "cli/past.hpp"
#include "cli/shell.hpp"
#include "cli/study.hpp"
#include "render/opening_page.hpp"

namespace viva {
ExitCode opening_screen(const Shell& shell) {
  const auto bank = shell.load_bank();
  if (!bank) return ExitCode::failed;
  auto past = load_past(shell, PastRounds::latest);
  const auto study = make_study(shell, *bank, std::move(past.log), std::move(past.interviews));
  const auto opening = make_opening(*bank, study.standing, todays_work(shell, *bank, study),
                                    study.log.answers, past.rounds, interviews_of(study.interviews));
  const auto& terminal = shell.terminal();
  terminal.print(opening_page(*bank, opening, terminal.prose(), shell.options().places));
  return ExitCode::done;
}

}  // namespace viva
