#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "commands.hpp"
#include "item_json.hpp"
#include "item_page.hpp"
#include "study.hpp"

namespace viva {
namespace {

struct ListOptions {
  FilterOptions filter;
  bool json = false;
};

ExitCode list(const Shell& shell, const ListOptions& options) {
  const auto bank = shell.load_bank();
  if (!bank) return ExitCode::failed;
  const auto study = load_study(shell, *bank);
  const auto& progress = study.progress;
  const auto today = shell.now().day;
  auto filter = options.filter.resolve(Order::bank);
  follow_plan(filter, *bank, study, today);
  const auto selection = select(*bank, progress, filter, today);
  if (shell.explain_nothing(selection, "list"))
    return selection.errors.empty() ? ExitCode::failed : ExitCode::usage;
  if (options.json) {
    shell.terminal().write(items_json(*bank, selection.items, progress, today));
    return ExitCode::done;
  }
  auto page = list_items(*bank, selection.items, progress, today, shell.terminal().width());
  if (filter.order == Order::random)
    page.push_back({{fmt::format("--seed {} repeats this order", filter.seed), Style::dim}});
  shell.terminal().print_paged(page);
  return ExitCode::done;
}

}  // namespace

void add_list(CLI::App& app, Command& chosen) {
  auto options = std::make_shared<ListOptions>();
  auto* command = app.add_subcommand("list", "The questions that match");
  add_filter_options(*command, options->filter);
  command->add_flag("--json", options->json, "As JSON, with everything viva knows of each");
  command->footer(
      "Examples:\n  viva list --tier advanced\n  viva list --search \"kv cache\"\n  viva list --due --json");
  command->final_callback(
      [&chosen, options] { chosen = [options](const Shell& shell) { return list(shell, *options); }; });
}

}  // namespace viva
