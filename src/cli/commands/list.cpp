// Part of cli/commands.hpp: viva list.
#include <fmt/format.h>

#include <memory>

#include "cli/commands.hpp"
#include "cli/full_browser.hpp"
#include "cli/full_session.hpp"
#include "cli/run_drill.hpp"
#include "cli/shell.hpp"
#include "cli/study.hpp"
#include "render/item_page.hpp"
#include "render/json.hpp"
#include "viva/base/amount.hpp"

namespace viva {
namespace {

struct ListOptions {
  FilterOptions filter;
  bool json = false, browse = false;
};

// The browser, and then the drill that it was left for.
ExitCode browse(const Shell& shell, const Bank& bank, const Study& study, const Filter& filter) {
  auto screen = shell.terminal().takes_full_screen() ? open_full_screen(shell) : nullptr;
  if (!screen) {
    shell.terminal().complain(
        "viva list: --browse needs a terminal that takes a full screen; viva list alone prints the list");
    return ExitCode::usage;
  }
  const auto left = run_browser(*screen, {bank, study.standing.now, filter, shell.now().day});
  screen.reset();
  if (left.interrupted) return ExitCode::interrupted;
  if (left.drill.empty()) return ExitCode::done;
  DrillOrigin origin;
  for (const auto item : left.drill) origin.filter.ids.push_back(bank.items[item].id);
  origin.request = request_ahead(shell, bank, study);
  origin.about = counted(left.drill.size(), "question");
  std::optional<Input> input;
  return run_drill(shell, bank, study, left.drill, origin, input);
}

ExitCode list(const Shell& shell, const ListOptions& options) {
  const auto bank = shell.load_bank();
  if (!bank) return ExitCode::failed;
  const auto study = load_study(shell, *bank);
  const auto& progress = study.standing.now;
  const auto today = shell.now().day;
  auto filter = options.filter.resolve(Order::bank);
  if (filter.order == Order::plan) follow_plan(filter, todays_work(shell, *bank, study));
  const auto selection = select(*bank, progress, filter, today);
  if (shell.explain_nothing(selection, "list"))
    return selection.errors.empty() ? ExitCode::failed : ExitCode::usage;
  if (options.browse) return browse(shell, *bank, study, filter);
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

Command describe_list() {
  auto options = std::make_shared<ListOptions>();
  Command command;
  command.options = filter_options(options->filter);
  command.options.push_back(
      flag({.names = "--json", .help = "As JSON, with everything viva knows of each"}, options->json));
  command.options.push_back(
      flag({.names = "--browse",
            .help = "In a full screen: filter as you type, read, and drill what you choose",
            .excludes = "--json"},
           options->browse));
  command.footer =
      "Examples:\n  viva list --tier advanced\n  viva list --search \"kv cache\"\n  viva list --due --json\n"
      "  viva list --browse";
  command.run = [options](const Shell& shell) { return list(shell, *options); };
  return command;
}

}  // namespace viva
