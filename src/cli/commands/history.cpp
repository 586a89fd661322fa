// Part of cli/commands.hpp: viva history.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>

#include "cli/commands.hpp"
#include "cli/files.hpp"
#include "render/scorecard_words.hpp"
#include "store/history_lines.hpp"
#include "viva/base/amount.hpp"

namespace viva {
namespace {

// "3 answers", "3 answers and 1 round", "3 answers, 1 round and 2 settings of interviews"
std::string counted_log(std::size_t answers, std::size_t rounds, std::size_t settings) {
  std::vector<std::string> all{counted(answers, "answer")};
  if (rounds > 0) all.push_back(counted(rounds, "round"));
  if (settings > 0) all.push_back(counted(settings, "setting") + " of interviews");
  return listed(all);
}

History open(const Shell& shell, History::Access access) { return History{shell.history_file(), access}; }

ExitCode undo(const Shell& shell) {
  // Only a history that is there can be undone, and none is made for it.
  const auto latest = open(shell, History::Access::read).latest();
  if (!latest) {
    shell.terminal().complain("viva history undo: there is no answer to take back");
    return ExitCode::failed;
  }
  const auto now = shell.now();
  open(shell, History::Access::write).retract({latest->id, now.at});
  shell.terminal().print(fmt::format("Taken back: {}, rated {} {}.", latest->item, name(latest->rating),
                                     describe_day(latest->day, now.day)));
  return ExitCode::done;
}

struct ExportOptions {
  std::string file;
  bool force = false;
};

ExitCode export_history(const Shell& shell, const ExportOptions& options) {
  const auto log = open(shell, History::Access::read).log();
  const auto lines = write_lines(log);
  if (options.file.empty()) {
    shell.terminal().write(lines);
    return ExitCode::done;
  }
  write_file(options.file, lines, options.force ? Existing::replace : Existing::keep);
  shell.terminal().print(fmt::format(
      "{}: {}, {} taken back", options.file,
      counted_log(log.reviews.size(), log.rounds.size(), log.interviews.size()), log.retractions.size()));
  return ExitCode::done;
}

ExitCode import_history(const Shell& shell, const std::string& file) {
  const auto text = read_file(file == "-" ? "/dev/stdin" : file);
  if (const auto* fault = std::get_if<Diagnostic>(&text)) {
    shell.terminal().complain(diagnostic_text(*fault, shell.terminal().width()));
    return ExitCode::failed;
  }
  const auto read = read_lines(std::get<std::string>(text), file);
  if (!read.diagnostics.empty())
    shell.terminal().complain(diagnostic_text(read.diagnostics, shell.terminal().width()));
  if (has_errors(read.diagnostics)) {
    shell.terminal().complain(fmt::format("{}: nothing was imported", file));
    return ExitCode::failed;
  }
  const auto imported = open(shell, History::Access::write).merge(read.log);
  shell.terminal().print(fmt::format("{} added, {} taken back; {} known already",
                                     counted_log(imported.reviews, imported.rounds, imported.interviews),
                                     imported.retractions, imported.known));
  return ExitCode::done;
}

ExitCode verify(const Shell& shell) {
  const auto file = shell.history_file();
  if (!std::filesystem::exists(file)) {
    shell.terminal().print(fmt::format("{}: no answer has been kept yet", file));
    return ExitCode::done;
  }
  const auto verdict = open(shell, History::Access::read).verify();
  for (const auto& problem : verdict.problems)
    shell.terminal().complain(fmt::format("{}: {}", file, problem));
  auto counts = fmt::format("{} to {}, {} taken back", counted(verdict.reviews, "answer"),
                            counted(verdict.items, "question"), verdict.retracted);
  if (verdict.rounds > 0) counts += fmt::format(", {}", counted(verdict.rounds, "round"));
  if (verdict.interviews > 0) counts += fmt::format(", {}", counted(verdict.interviews, "interview"));
  if (verdict.first)
    counts += fmt::format("; {} to {}", format_day(*verdict.first), format_day(*verdict.last));
  shell.terminal().print(
      fmt::format("{}: {}: {}", file, verdict.problems.empty() ? "sound" : "DAMAGED", counts));
  return verdict.problems.empty() ? ExitCode::done : ExitCode::failed;
}

void add_export(CLI::App& history, Command& chosen) {
  auto options = std::make_shared<ExportOptions>();
  auto* command = history.add_subcommand("export", "Everything, as JSON Lines");
  command->add_option("-o,--output", options->file, "Where to, instead of standard output")
      ->type_name("FILE");
  command->add_flag("--force", options->force, "Replace a file that is there");
  command->footer("Example:\n  viva history export -o answers.jsonl");
  command->final_callback([&chosen, options] {
    chosen = [options](const Shell& shell) { return export_history(shell, *options); };
  });
}

void add_import(CLI::App& history, Command& chosen) {
  auto file = std::make_shared<std::string>();
  auto* command = history.add_subcommand("import", "Add what another history exported");
  command->add_option("FILE", *file, "What was exported; - for standard input")->required()->type_name("");
  command->footer("Importing twice changes nothing.\n\nExample:\n  viva history import answers.jsonl");
  command->final_callback(
      [&chosen, file] { chosen = [file](const Shell& shell) { return import_history(shell, *file); }; });
}

}  // namespace

void add_history(CLI::App& app, Command& chosen) {
  auto* history = app.add_subcommand("history", "Take back, move or verify your answers");
  history->require_subcommand(1);
  history->add_subcommand("undo", "Take back the last answer")->final_callback([&chosen] { chosen = undo; });
  add_export(*history, chosen);
  add_import(*history, chosen);
  history->add_subcommand("verify", "Is the history sound, and how much is in it?")
      ->final_callback([&chosen] { chosen = verify; });
}

}  // namespace viva
