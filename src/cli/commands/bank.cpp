// Part of cli/commands.hpp: viva bank.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

#include "cli/commands.hpp"
#include "cli/embedded.hpp"
#include "cli/files.hpp"
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
  return fmt::format("sound: {} in {}, {}, {}{}", counted(bank.items.size(), "question"),
                     counted(bank.tiers.size(), "tier"), counted(bank.topics.size(), "topic"),
                     counted(bank.rounds.size(), "round"), parsed.diagnostics.empty() ? "" : "; " + warnings);
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

void add_check(CLI::App& bank, Command& chosen) {
  auto files = std::make_shared<std::vector<std::string>>();
  auto* command = bank.add_subcommand("check", "Find every fault in a bank");
  command->add_option("FILE", *files, "The bank (several allowed)")->required()->type_name("");
  command->footer("Example:\n  viva bank check my.json");
  command->final_callback(
      [&chosen, files] { chosen = [files](const Shell& shell) { return check(shell, *files); }; });
}

void add_init(CLI::App& bank, Command& chosen) {
  auto file = std::make_shared<std::string>();
  auto force = std::make_shared<bool>(false);
  auto* command = bank.add_subcommand("init", "Write a small annotated bank to start from");
  command->add_option("FILE", *file, "Where to")->required()->type_name("");
  command->add_flag("--force", *force, "Replace a file that is there");
  command->footer("Example:\n  viva bank init my.json");
  command->final_callback([&chosen, file, force] {
    chosen = [file, force](const Shell& shell) { return init(shell, *file, *force); };
  });
}

}  // namespace

void add_bank(CLI::App& app, Command& chosen) {
  auto* bank = app.add_subcommand("bank", "Check, start or print a bank of questions");
  bank->require_subcommand(1);
  add_check(*bank, chosen);
  add_init(*bank, chosen);
  bank->add_subcommand("export", "Print the bank in use")->final_callback([&chosen] {
    chosen = export_bank;
  });
  bank->add_subcommand("schema", "Print the JSON Schema of banks")->final_callback([&chosen] {
    chosen = [](const Shell& shell) {
      shell.terminal().write(embedded::bank_schema);
      return ExitCode::done;
    };
  });
}

}  // namespace viva
