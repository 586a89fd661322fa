// Part of cli/commands.hpp: viva show.
#include <memory>

#include "cli/commands.hpp"
#include "cli/shell.hpp"
#include "cli/study.hpp"
#include "render/item_page.hpp"
#include "render/json.hpp"
#include "render/today_words.hpp"

namespace viva {
namespace {

struct ShowOptions {
  std::vector<std::string> ids;
  bool json = false;
};

Page show_items(const Bank& bank, const std::vector<std::size_t>& items, const Study& study,
                const Today& today, int columns) {
  Page all;
  for (const auto i : items) {
    if (!all.empty()) all.insert(all.end(), {Line{}, Line{}});
    const auto past = past_of(bank, study.log, study.evidence, i);
    const auto planned =
        today.request ? planned_words(planned_for(bank, study.standing, today, i), today.day) : "";
    auto page = show_item(bank, i, study.standing.now, past, today.day, columns, planned);
    all.insert(all.end(), std::make_move_iterator(page.begin()), std::make_move_iterator(page.end()));
  }
  return all;
}

ExitCode show(const Shell& shell, const ShowOptions& options) {
  const auto bank = shell.load_bank();
  if (!bank) return ExitCode::failed;
  const auto selection = find_items(*bank, options.ids);
  if (shell.explain_nothing(selection, "show")) return ExitCode::usage;
  const auto study = load_study(shell, *bank);
  const auto today = shell.now().day;
  if (options.json)
    shell.terminal().write(items_json(*bank, selection.items, study.standing.now, today));
  else
    shell.terminal().print_paged(show_items(*bank, selection.items, study, todays_work(shell, *bank, study),
                                            shell.terminal().prose()));
  return ExitCode::done;
}

}  // namespace

Command describe_show() {
  auto options = std::make_shared<ShowOptions>();
  Command command;
  command.options = {
      texts({.names = "ID",
             .help = "A question's id, or its beginning (several allowed)",
             .required = true,
             .entries = ids_and_prompts},
            options->ids),
      flag({.names = "--json", .help = "As JSON, with everything viva knows of each"}, options->json)};
  command.footer = "Examples:\n  viva show what-is-quantization\n  viva show ptq-vs --json";
  command.run = [options](const Shell& shell) { return show(shell, *options); };
  return command;
}

}  // namespace viva
