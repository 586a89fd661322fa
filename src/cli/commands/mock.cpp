// Part of cli/commands.hpp: viva mock.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <memory>

#include "cli/commands.hpp"
#include "cli/full_round.hpp"
#include "cli/full_session.hpp"
#include "cli/line_round.hpp"
#include "cli/line_session.hpp"
#include "cli/past.hpp"
#include "cli/run_session.hpp"
#include "cli/shell.hpp"
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
  const auto study = make_study(shell, bank, past.log, past.interviews);
  const auto& progress = study.standing.now;
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
  terminal.say(shell.command(fmt::format("viva rounds {}", short_id(round))) + " shows this again.",
               Style::dim);
}

void say_left(const Shell& shell, const RoundState& round) {
  if (round.phase == RoundPhase::ready) return;
  shell.terminal().say(fmt::format("Left, and saved: {}.", describe_unfinished(round, shell.now().day)));
  shell.terminal().say(fmt::format("{} goes on where it stands.", shell.command("viva mock --resume")),
                       Style::dim);
}

// `about`: printed already, but out of sight at a full screen.
ExitCode run(const Shell& shell, const Bank& bank, RoundState state, const Past& past,
             const std::string& about = {}) {
  Round round{bank, std::move(state), true_random(), shell.now()};
  SessionRun run;
  run.first = {about, Style::warn};
  run.not_saved = {"Going on, but nothing is being saved.", Style::warn};
  run.run_at_full_screen = [&](FullScreen& screen, SaveQueue& queue, const Message& first) {
    const RoundSetting setting{bank, past.rounds, past.reviews, shell.options().places};
    FullRound full{shell, setting, round, queue, first};
    full.pass_time();  // saves what a changed bank has changed
    return run_at_full_screen(screen, full);
  };
  run.run_line_by_line = [&](SaveQueue& queue) {
    Input input{shell.terminal(), Input::Editing::by_viva};
    LineRound line{shell, bank, past.reviews, round, queue, input};
    return run_line_by_line(input, line);
  };
  run.conclude = [&] {
    if (round.state().phase == RoundPhase::finished)
      conclude(shell, round.state(), past);
    else
      say_left(shell, round.state());
  };
  return run_session(shell, bank, run);
}

ExitCode begin_round(const Shell& shell, const Bank& bank, const MockOptions& options) {
  const auto past = load_past(shell);
  auto state = draw(shell, bank, options, past);
  if (!state) return ExitCode::usage;
  std::string unfinished;
  if (const auto* open = find_open_round(past.rounds)) {
    unfinished =
        fmt::format("Unfinished: {}. {} goes on with it, --abandon closes it.",
                    describe_unfinished(*open, shell.now().day), shell.command("viva mock --resume"));
    shell.terminal().say(unfinished, Style::warn);
  }
  return run(shell, bank, std::move(*state), past, unfinished);
}

// The id of a bank that the round asks from but that is not in use; empty: all are.
std::string missing_bank(const Bank& bank, const RoundState& round) {
  for (const auto& question : round.questions)
    if (std::ranges::find(bank.items, question.bank, &Item::bank) == bank.items.end()) return question.bank;
  return {};
}

ExitCode resume(const Shell& shell, const Bank& bank) {
  const auto past = load_past(shell);
  const auto* open = find_open_round(past.rounds);
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
  shell.terminal().say(going_on, Style::strong);
  if (is_asking(open->phase)) {
    const auto clock = fmt::format("The clock goes on as of the last save: {} left.",
                                   minutes_and_seconds(static_cast<int>(time_left(*open).count())));
    shell.terminal().say(clock, Style::dim);
    going_on += " " + clock;
  }
  return run(shell, bank, *open, past, going_on);
}

ExitCode abandon(const Shell& shell) {
  const auto past = load_past(shell);
  const auto* open = find_open_round(past.rounds);
  if (!open) {
    shell.terminal().complain("viva mock: no round is unfinished, so there is none to close.");
    return ExitCode::failed;
  }
  const auto what = describe_unfinished(*open, shell.now().day);
  auto closed = *open;
  close_round(closed);
  ++closed.revision;
  History{shell.history_file(), History::Access::write}.merge({.rounds = {closed}});
  shell.terminal().say(fmt::format("Closed: {}. What was answered is kept.", what));
  shell.terminal().say(shell.command(fmt::format("viva rounds {}", short_id(*open))) + " shows it.",
                       Style::dim);
  return ExitCode::done;
}

// Do the options say how to draw a round?
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

// A round may also last a part of a minute.
Option minutes_option(std::optional<double>& minutes) {
  static constexpr double least = 0.05;
  static constexpr int most = longest_round / 60;
  Option option{"--minutes", "N", "How long, instead of what the preset says"};
  option.store = [&minutes](const std::string& typed) -> std::string {
    double read = 0;
    const auto [end, error] = std::from_chars(typed.data(), typed.data() + typed.size(), read);
    const bool whole = error == std::errc{} && end == typed.data() + typed.size();
    if (!whole || read < least || read > most)
      return fmt::format("\"{}\" is not a number of minutes from {} to {}", typed, least, most);
    minutes = read;
    return "";
  };
  return option;
}

std::vector<Option> options_of(MockOptions& options) {
  std::vector<Option> all{
      text({.names = "PRESET",
            .help = "Which round, by id, name or beginning; else the bank's first",
            .entries = [](const Bank& bank) { return names_of(bank.rounds); }},
           options.preset),
      flag({.names = "--list", .help = "The rounds there are"}, options.list),
      minutes_option(options.minutes),
      number({.names = "--questions", .type = "N", .help = "A round of your own with so many questions"}, 1,
             200, options.questions)};
  for (auto& option : narrowing_options(options.filter)) all.push_back(std::move(option));
  all.insert(
      all.end(),
      {seed_option("Draw the same questions again", options.seed),
       flag({.names = "--relaxed", .help = "The clock can be paused"}, options.relaxed),
       flag({.names = "--no-follow-ups", .help = "The interviewer does not probe"}, options.no_follow_ups),
       flag({.names = "--resume", .help = "Go on with the unfinished round"}, options.resume),
       flag({.names = "--abandon", .help = "Close the unfinished round; what was answered is kept"},
            options.abandon)});
  return all;
}

}  // namespace

Command describe_mock() {
  auto options = std::make_shared<MockOptions>();
  Command command;
  command.options = options_of(*options);
  command.footer =
      "Without --seed, what was asked least in past rounds is preferred.\n\n"
      "Examples:\n  viva mock\n  viva mock deep-dive\n  viva mock --minutes 20 --tier advanced\n"
      "  viva mock --questions 3 --topic hardware --relaxed\n  viva mock --resume";
  command.run = [options](const Shell& shell) { return mock(shell, *options); };
  return command;
}

}  // namespace viva
