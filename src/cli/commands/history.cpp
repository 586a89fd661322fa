// Part of cli/commands.hpp: viva history.
#include <fmt/format.h>

#include <filesystem>
#include <memory>

#include "cli/commands.hpp"
#include "cli/files.hpp"
#include "cli/shell.hpp"
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
  // Reads first: to open a history for writing would make one where there is none.
  const auto latest = open(shell, History::Access::read).latest();
  if (!latest) {
    shell.terminal().complain("viva history undo: there is no answer to take back");
    return ExitCode::failed;
  }
  const auto now = shell.now();
  open(shell, History::Access::write).merge({.retractions = {{latest->id, now.at}}});
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
  auto history = open(shell, History::Access::write);
  const auto imported = history.merge(read.log);
  if (const auto bank = shell.load_bank()) history.name_points(*bank);
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

Command describe_export() {
  auto options = std::make_shared<ExportOptions>();
  Command command{"export", "Everything, as JSON Lines", "Example:\n  viva history export -o answers.jsonl"};
  command.options = {text({.names = "-o,--output",
                           .type = "FILE",
                           .help = "Where to, instead of standard output",
                           .is_file = true},
                          options->file),
                     flag({.names = "--force", .help = "Replace a file that is there"}, options->force)};
  command.run = [options](const Shell& shell) { return export_history(shell, *options); };
  return command;
}

Command describe_import() {
  auto file = std::make_shared<std::string>();
  Command command{"import", "Add what another history exported",
                  "Importing twice changes nothing.\n\nExample:\n  viva history import answers.jsonl"};
  command.options = {text(
      {.names = "FILE", .help = "What was exported; - for standard input", .required = true, .is_file = true},
      *file)};
  command.run = [file](const Shell& shell) { return import_history(shell, *file); };
  return command;
}

}  // namespace

Command describe_history() {
  Command command;
  command.subcommands = {
      {.name = "undo", .help = "Take back the last answer", .run = undo},
      describe_export(),
      describe_import(),
      {.name = "verify", .help = "Is the history sound, and how much is in it?", .run = verify}};
  return command;
}

}  // namespace viva
