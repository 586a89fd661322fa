// Part of cli/commands.hpp: viva bank.
#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "base/escape.hpp"
#include "cli/commands.hpp"
#include "cli/embedded.hpp"
#include "cli/files.hpp"
#include "cli/shell.hpp"
#include "viva/base/amount.hpp"
#include "viva/base/text.hpp"

namespace viva {
namespace {

std::string verdict(const ParsedBank& parsed) {
  const auto errors = static_cast<std::size_t>(
      std::ranges::count(parsed.diagnostics, Severity::error, &Diagnostic::severity));
  const auto warnings = counted(parsed.diagnostics.size() - errors, "warning");
  if (errors > 0) return fmt::format("{}, {}", counted(errors, "error"), warnings);
  const auto& bank = parsed.bank;
  return fmt::format("sound: {} in {}, {}, {}{}{}", counted(bank.items.size(), "question"),
                     counted(bank.tiers.size(), "tier"), counted(bank.topics.size(), "topic"),
                     counted(bank.rounds.size(), "round"),
                     bank.reviewed.empty() ? "" : ", reviewed " + bank.reviewed,
                     parsed.diagnostics.empty() ? "" : "; " + warnings);
}

ExitCode check(const Shell& shell, const std::vector<std::string>& files) {
  bool sound = true;
  for (const auto& file : files) {
    const auto text = read_file(file);
    ParsedBank parsed;
    if (const auto* fault = std::get_if<Diagnostic>(&text))
      parsed.diagnostics.push_back(*fault);
    else
      parsed = parse_bank(std::get<std::string>(text), file);
    if (!parsed.diagnostics.empty())
      shell.terminal().print(diagnostic_text(parsed.diagnostics, shell.terminal().width()));
    shell.terminal().print(fmt::format("{}: {}", file, verdict(parsed)));
    sound = sound && parsed.ok();
  }
  return sound ? ExitCode::done : ExitCode::failed;
}

ExitCode init(const Shell& shell, const std::string& file, bool force) {
  write_file(file, embedded::starter_bank, force ? Existing::replace : Existing::keep);
  shell.terminal().print(fmt::format(
      "{0}: a small bank to start from. Edit it, then:\n  viva bank check {0}\n  viva drill --bank {0}",
      file));
  return ExitCode::done;
}

ExitCode export_bank(const Shell& shell) {
  const auto texts = read_banks(shell);
  if (!texts) return ExitCode::failed;
  if (texts->size() > 1) {
    shell.terminal().complain("viva bank export: several banks are in use; name one with --bank");
    return ExitCode::usage;
  }
  shell.terminal().write(escape_json(texts->front().text));
  return ExitCode::done;
}

ExitCode print_schema(const Shell& shell) {
  shell.terminal().write(embedded::bank_schema);
  return ExitCode::done;
}

Command describe_check() {
  auto files = std::make_shared<std::vector<std::string>>();
  Command command{"check", "Find every fault in a bank", "Example:\n  viva bank check my.json"};
  command.options = {texts(
      {.names = "FILE", .help = "The bank (several allowed)", .required = true, .is_file = true}, *files)};
  command.run = [files](const Shell& shell) { return check(shell, *files); };
  return command;
}

struct InitOptions {
  std::string file;
  bool force = false;
};

Command describe_init() {
  auto options = std::make_shared<InitOptions>();
  Command command{"init", "Write a small annotated bank to start from", "Example:\n  viva bank init my.json"};
  command.options = {
      text({.names = "FILE", .help = "Where to", .required = true, .is_file = true}, options->file),
      flag({.names = "--force", .help = "Replace a file that is there"}, options->force)};
  command.run = [options](const Shell& shell) { return init(shell, options->file, options->force); };
  return command;
}

}  // namespace

Command describe_bank() {
  Command command;
  command.subcommands = {describe_check(),
                         describe_init(),
                         {.name = "export", .help = "Print the bank in use", .run = export_bank},
                         {.name = "schema", .help = "Print the JSON Schema of banks", .run = print_schema}};
  return command;
}

}  // namespace viva
