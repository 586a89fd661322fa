// Part of cli/commands.hpp: viva rounds.
#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "cli/commands.hpp"
#include "cli/shell.hpp"
#include "render/json.hpp"
#include "render/rounds_page.hpp"
#include "render/scorecard_markdown.hpp"
#include "render/scorecard_page.hpp"
#include "viva/base/text.hpp"
#include "viva/session/scorecard.hpp"

namespace viva {
namespace {

enum class Format { text, markdown, json };
constexpr auto format_names = enum_names<Format>("text", "markdown", "json");

struct RoundsOptions {
  std::string round;
  Format format = Format::text;
  bool json = false, answers = false;
};

// `wanted`: the beginning of its id, or "last". Where that means none or several, a message says so.
const RoundState* find_round(const Shell& shell, const std::vector<RoundState>& rounds,
                             const std::string& wanted) {
  if (wanted == "last" && !rounds.empty()) return &rounds.back();
  std::vector<const RoundState*> found;
  for (const auto& round : rounds)
    if (round.id.starts_with(wanted)) found.push_back(&round);
  if (found.size() == 1) return found.front();
  shell.terminal().complain(
      found.empty()
          ? fmt::format("viva rounds: there is no round \"{}\". `viva rounds` lists those there are.",
                        clip(wanted, 40))
          : fmt::format("viva rounds: {} rounds begin with \"{}\". Type more of the id.", found.size(),
                        wanted));
  return nullptr;
}

ExitCode show_round(const Shell& shell, const History& history, const std::vector<RoundState>& rounds,
                    const RoundsOptions& options) {
  const auto* round = find_round(shell, rounds, options.round);
  if (!round) return ExitCode::usage;
  const auto& terminal = shell.terminal();
  if (options.answers) {
    terminal.print_paged(answers_page(*round, history.reviews(), shell.now().day, terminal.prose()));
    return ExitCode::done;
  }
  auto card = score_round(*round);
  for (auto& command : card.next) command = shell.command(command);
  std::optional<Comparison> comparison;
  if (const auto* before = round_before(rounds, *round)) comparison = compare(score_round(*before), card);
  if (options.format == Format::markdown)
    terminal.write(scorecard_markdown(*round, card, comparison));
  else if (options.format == Format::json)
    terminal.write(scorecard_json(*round, card, comparison));
  else
    terminal.print_paged(
        outcome_page(*round, rounds, shell.options().places, shell.now().day, terminal.prose()));
  return ExitCode::done;
}

ExitCode list_rounds(const Shell& shell, const std::vector<RoundState>& rounds,
                     const RoundsOptions& options) {
  const auto& terminal = shell.terminal();
  if (options.answers || options.format == Format::markdown) {
    terminal.complain("viva rounds: name the round: its id, the beginning of it, or last");
    return ExitCode::usage;
  }
  if (options.format == Format::json) {
    terminal.write(rounds_json(rounds));
    return ExitCode::done;
  }
  terminal.print_paged(rounds_page(rounds, shell.now().day, terminal.width(), shell.options().places));
  return ExitCode::done;
}

ExitCode rounds(const Shell& shell, RoundsOptions options) {
  if (options.json) options.format = Format::json;
  const History history{shell.history_file(), History::Access::read};
  const auto all = history.rounds();
  return options.round.empty() ? list_rounds(shell, all, options) : show_round(shell, history, all, options);
}

}  // namespace

Command describe_rounds() {
  auto options = std::make_shared<RoundsOptions>();
  Command command;
  command.options = {
      text({.names = "ROUND", .help = "The scorecard of this one: its id, the beginning of it, or last"},
           options->round),
      flag({.names = "--answers", .help = "What you typed, beside what you typed in earlier rounds"},
           options->answers),
      one_of({.names = "--format", .type = "FORMAT"}, format_names, options->format),
      flag({.names = "--json", .help = "The same as --format json"}, options->json)};
  command.footer =
      "Examples:\n  viva rounds\n  viva rounds last\n  viva rounds 3fa9c2d1 --format markdown > "
      "scorecard.md\n"
      "  viva rounds last --answers";
  command.run = [options](const Shell& shell) { return rounds(shell, *options); };
  return command;
}

}  // namespace viva
