// Part of cli/commands.hpp: viva stats.
#include <fmt/format.h>

#include <memory>

#include "cli/commands.hpp"
#include "cli/files.hpp"
#include "cli/shell.hpp"
#include "cli/study.hpp"
#include "render/html/stats_html.hpp"
#include "render/json.hpp"
#include "render/stats_page.hpp"

namespace viva {
namespace {

struct StatsOptions {
  std::string html;
  bool json = false, force = false;
};

ExitCode stats(const Shell& shell, const StatsOptions& options) {
  const auto bank = shell.load_bank();
  if (!bank) return ExitCode::failed;
  const History history{shell.history_file(), History::Access::read};
  const auto today = shell.now().day;
  const auto study = make_study(shell, *bank, history.answers(), history.interview_settings());
  const auto made = make_stats(*bank, study.log, history.rounds(), today, *study.model, study.fit);
  const auto& terminal = shell.terminal();
  if (!options.html.empty()) {
    write_file(options.html, stats_html(*bank, made), options.force ? Existing::replace : Existing::keep);
    terminal.print(fmt::format("{}: statistics, {}", options.html, format_day(today)));
  } else if (options.json) {
    terminal.write(stats_json(*bank, made));
  } else {
    auto next = next_step(*bank, todays_work(shell, *bank, study));
    next.command = shell.command(next.command);
    terminal.print_paged(stats_page(*bank, made, next, terminal.prose()));
  }
  return ExitCode::done;
}

}  // namespace

Command describe_stats() {
  auto options = std::make_shared<StatsOptions>();
  Command command;
  command.options = {flag({.names = "--json", .help = "All of it, for other programs"}, options->json),
                     text({.names = "--html",
                           .type = "FILE",
                           .help = "Write a page for a browser to this file",
                           .excludes = "--json",
                           .is_file = true},
                          options->html),
                     flag({.names = "--force", .help = "Replace a file that is there"}, options->force)};
  command.footer = "Examples:\n  viva stats\n  viva stats --html stats.html\n  viva stats --json";
  command.run = [options](const Shell& shell) { return stats(shell, *options); };
  return command;
}

}  // namespace viva
