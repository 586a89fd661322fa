// Part of cli/commands.hpp: viva mock.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <limits>
#include <memory>
#include <random>

#include "cli/checks.hpp"
#include "cli/commands.hpp"
#include "cli/full_round.hpp"
#include "cli/line_round.hpp"
#include "cli/open_full_screen.hpp"
#include "cli/rescue.hpp"
#include "cli/study.hpp"
#include "render/round_page.hpp"
#include "render/rounds_page.hpp"
#include "render/scorecard_page.hpp"
#include "viva/base/amount.hpp"
#include "viva/base/error.hpp"
#include "viva/session/draw.hpp"
#include "viva/session/scorecard.hpp"

namespace viva {
namespace {

struct MockOptions {
  std::string preset;
  Filter filter;
  std::optional<std::uint64_t> seed;
  std::optional<double> minutes;
  std::optional<int> questions;
  bool relaxed = false, no_follow_ups = false;
  bool list = false, resume = false, abandon = false;
};

// What the history knows of rounds; where it cannot be read this is said, and the round goes on without.
struct Past {
  std::vector<RoundState> rounds;
  std::vector<Review> reviews;

  std::optional<RoundState> open() const {
    for (auto round = rounds.rbegin(); round != rounds.rend(); ++round)
      if (round->phase != RoundPhase::finished) return *round;
    return std::nullopt;
  }
};

Past load_past(const Shell& shell) {
  try {
    const History history{shell.history_file(), History::Access::read};
    return {history.rounds(), history.reviews()};
  } catch (const Error& error) {
    shell.terminal().complain(fmt::format("{}\nGoing on as if there had been no round yet.", error.what()));
    return {};
  }
}

void say(const Shell& shell, std::string_view text, Style style = Style::plain) {
  Page page;
  add_wrapped(page, {}, text, shell.terminal().prose(), style);
  shell.terminal().print(page);
}

DrawRequest request_of(const MockOptions& options) {
  DrawRequest request;
  request.preset = options.preset;
  if (options.minutes) request.seconds = static_cast<int>(*options.minutes * 60 + 0.5);
  request.questions = options.questions;
  request.filter = options.filter;
  return request;
}

std::optional<RoundState> draw(const Shell& shell, const Bank& bank, const MockOptions& options,
                               const Past& past) {
  const auto progress = load_study(shell, bank).progress;
  const auto now = shell.now();
  auto request = request_of(options);
  auto random = true_random();
  request.seed = options.seed
                     ? *options.seed
                     : fairest_seed(bank, progress, request, now.day, times_asked(bank, past.rounds), random);
  const auto drawn = draw_round(bank, progress, request, now.day);
  for (const auto& error : drawn.errors)
    for (const auto& line : wrap(fmt::format("viva mock: {}", error), shell.terminal().prose()))
      shell.terminal().complain(line);
  if (!drawn.errors.empty()) return std::nullopt;
  return new_round(bank, drawn, request.seed, options.relaxed, !options.no_follow_ups, random, now);
}

void conclude(const Shell& shell, const RoundState& round, const Past& past) {
  const auto& terminal = shell.terminal();
  terminal.print(outcome_page(round, past.rounds, shell.options().places, shell.now().day, terminal.prose()));
  terminal.write("\n");
  say(shell, shell.command(fmt::format("viva rounds {}", short_id(round))) + " shows this again.",
      Style::dim);
}

void say_left(const Shell& shell, const RoundState& round) {
  if (round.phase == RoundPhase::ready) return;
  say(shell, fmt::format("Left, and saved: {}.", describe_unfinished(round, shell.now().day)));
  say(shell, fmt::format("{} goes on where it stands.", shell.command("viva mock --resume")), Style::dim);
}

// Until the round ends or is left; says whether it was interrupted.
bool is_interrupted(const Shell& shell, const Bank& bank, Round& round, Keeper& keeper, const Past& past,
                    std::string told) {
  if (const auto trouble = keeper.check()) {
    told = *trouble + "\nGoing on, but nothing is being saved.";
    shell.terminal().complain(told);
  }
  if (shell.terminal().takes_full_screen())
    if (const auto screen = open_full_screen(shell)) {
      const RoundSetting setting{bank, past.rounds, past.reviews, shell.options().places};
      return FullRound{shell, setting, round, keeper, *screen}.run({told, Style::warn});
    }
  Input input{shell.terminal(), Input::Manner::watched};
  return LineRound{shell, bank, past.reviews, round, keeper, input}.run() == Input::Event::interrupted;
}

// `told`: printed already, but out of sight at a full screen.
ExitCode run(const Shell& shell, const Bank& bank, RoundState state, const Past& past,
             const std::string& told = {}) {
  // Until all is saved or rescued.
  const SignalWatch watch{{SIGINT, SIGTERM, SIGHUP}};
  Keeper keeper{shell.history_file()};
  Round round{bank, std::move(state), true_random(), shell.now()};
  const bool interrupted = is_interrupted(shell, bank, round, keeper, past, told);
  if (round.state().phase == RoundPhase::finished)
    conclude(shell, round.state(), past);
  else
    say_left(shell, round.state());
  if (!keeper.idle() && keeper.check()) {
    rescue(shell, keeper);
    return ExitCode::failed;
  }
  return interrupted ? ExitCode::interrupted : ExitCode::done;
}

ExitCode begin_round(const Shell& shell, const Bank& bank, const MockOptions& options) {
  const auto past = load_past(shell);
  auto state = draw(shell, bank, options, past);
  if (!state) return ExitCode::usage;
  std::string unfinished;
  if (const auto open = past.open()) {
    unfinished =
        fmt::format("Unfinished: {}. {} goes on with it, --abandon closes it.",
                    describe_unfinished(*open, shell.now().day), shell.command("viva mock --resume"));
    say(shell, unfinished, Style::warn);
  }
  return run(shell, bank, std::move(*state), past, unfinished);
}

// A bank that the round asks from and that is not in use; empty where there is none.
std::string missing_bank(const Bank& bank, const RoundState& round) {
  for (const auto& question : round.questions)
    if (std::ranges::find(bank.items, question.bank, &Item::bank) == bank.items.end()) return question.bank;
  return {};
}

ExitCode resume(const Shell& shell, const Bank& bank) {
  const auto past = load_past(shell);
  auto open = past.open();
  if (!open) {
    shell.terminal().complain("viva mock: no round is unfinished. `viva mock` begins one.");
    return ExitCode::failed;
  }
  if (const auto missing = missing_bank(bank, *open); !missing.empty()) {
    shell.terminal().complain(fmt::format(
        "viva mock: this round asks from the bank \"{}\", which is not in use. Name its file with "
        "--bank, or close the round with viva mock --abandon.",
        missing));
    return ExitCode::failed;
  }
  auto going_on = fmt::format("Going on: {}.", describe_unfinished(*open, shell.now().day));
  say(shell, going_on, Style::strong);
  if (is_asking(open->phase)) {
    const auto clock = fmt::format("The clock goes on as of the last save: {} left.",
                                   minutes_and_seconds(static_cast<int>(time_left(*open).count())));
    say(shell, clock, Style::dim);
    going_on += " " + clock;
  }
  return run(shell, bank, std::move(*open), past, going_on);
}

ExitCode abandon(const Shell& shell) {
  auto open = load_past(shell).open();
  if (!open) {
    shell.terminal().complain("viva mock: no round is unfinished, so there is none to close.");
    return ExitCode::failed;
  }
  const auto what = describe_unfinished(*open, shell.now().day);
  close_round(*open);
  ++open->revision;
  History{shell.history_file(), History::Access::write}.merge({{}, {}, {*open}});
  say(shell, fmt::format("Closed: {}. What was answered is kept.", what));
  say(shell, shell.command(fmt::format("viva rounds {}", short_id(*open))) + " shows it.", Style::dim);
  return ExitCode::done;
}

// Does it say how a round is to be drawn?
bool shapes(const MockOptions& options) {
  return !options.preset.empty() || options.minutes || options.questions || options.seed ||
         options.filter.narrows() || options.relaxed || options.no_follow_ups;
}

std::string conflict(const MockOptions& options) {
  if (options.list + options.resume + options.abandon > 1)
    return "--list, --resume and --abandon exclude one another";
  if ((options.resume || options.abandon) && shapes(options))
    return fmt::format("{} takes the unfinished round as it was drawn; leave out what shapes one",
                       options.resume ? "--resume" : "--abandon");
  return {};
}

ExitCode mock(const Shell& shell, const MockOptions& options) {
  if (const auto fault = conflict(options); !fault.empty()) {
    shell.terminal().complain("viva mock: " + fault);
    return ExitCode::usage;
  }
  if (options.abandon) return abandon(shell);
  const auto bank = shell.load_bank();
  if (!bank) return ExitCode::failed;
  if (options.list) {
    shell.terminal().print(presets_page(*bank, shell.terminal().prose(), shell.options().places));
    return ExitCode::done;
  }
  return options.resume ? resume(shell, *bank) : begin_round(shell, *bank, options);
}

}  // namespace

void add_mock(CLI::App& app, Command& chosen) {
  auto options = std::make_shared<MockOptions>();
  auto* command = app.add_subcommand("mock", "A timed mock round, scored by yourself");
  command
      ->add_option("PRESET", options->preset, "Which round, by id, name or beginning; else the bank's first")
      ->type_name("")
      ->option_text(" ");
  command->add_flag("--list", options->list, "The rounds there are");
  command->add_option("--minutes", options->minutes, "How long, instead of what the preset says")
      ->type_name("N")
      ->check(minutes_of_round());
  command->add_option("--questions", options->questions, "A round of your own with so many questions")
      ->type_name("N")
      ->check(whole_number(1, 200));
  add_narrowing_options(*command, options->filter);
  command->add_option("--seed", options->seed, "Draw the same questions again")
      ->type_name("N")
      ->check(whole_number(0, std::numeric_limits<int>::max()));
  command->add_flag("--relaxed", options->relaxed, "The clock can be paused");
  command->add_flag("--no-follow-ups", options->no_follow_ups, "The interviewer does not probe");
  command->add_flag("--resume", options->resume, "Go on with the unfinished round");
  command->add_flag("--abandon", options->abandon, "Close the unfinished round; what was answered is kept");
  command->footer(
      "Without --seed, what was asked least in past rounds is preferred.\n\n"
      "Examples:\n  viva mock\n  viva mock deep-dive\n  viva mock --minutes 20 --tier advanced\n"
      "  viva mock --questions 3 --topic hardware --relaxed\n  viva mock --resume");
  command->final_callback(
      [&chosen, options] { chosen = [options](const Shell& shell) { return mock(shell, *options); }; });
}

}  // namespace viva
