// Part of cli/commands.hpp: viva without a command.
#include <fmt/format.h>

#include <algorithm>

#include "cli/commands.hpp"
#include "render/opening_page.hpp"
#include "viva/base/error.hpp"

namespace viva {
namespace {

// Enough to find the last round with a verdict, and one of the same preset before it.
constexpr std::size_t rounds_needed = 12;

struct Past {
  std::vector<Answer> answers;
  std::vector<RoundState> rounds;
  std::vector<Interview> interviews;
};

// Where the history cannot be read this is said, and it is as if there were none.
Past read_past(const Shell& shell) {
  try {
    const History history{shell.history_file(), History::Access::read};
    Past past{history.answers(), history.last_rounds(rounds_needed), history.interviews()};
    const auto open = history.open_round();
    const bool among = open && std::ranges::find(past.rounds, open->id, &RoundState::id) != past.rounds.end();
    if (open && !among) past.rounds.insert(past.rounds.begin(), *open);
    return past;
  } catch (const Error& error) {
    shell.terminal().complain(
        fmt::format("{}\nGoing on as if no question had been asked yet.", error.what()));
    return {};
  }
}

}  // namespace

ExitCode overview(const Shell& shell) {
  const auto bank = shell.load_bank();
  if (!bank) return ExitCode::failed;
  const auto [answers, rounds, interviews] = read_past(shell);
  const auto opening = make_opening(*bank, answers, rounds, interviews, shell.now().day);
  const auto& terminal = shell.terminal();
  terminal.print(opening_page(*bank, opening, terminal.prose(), shell.options().places));
  return ExitCode::done;
}

}  // namespace viva
