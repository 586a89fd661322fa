// Part of cli/commands.hpp: viva drill.
#include <fmt/format.h>

#include <memory>
#include <optional>
#include <set>

#include "cli/commands.hpp"
#include "cli/input.hpp"
#include "cli/run_drill.hpp"
#include "cli/shell.hpp"
#include "cli/study.hpp"
#include "render/drill_page.hpp"
#include "render/plan_page.hpp"
#include "render/today_words.hpp"
#include "viva/plan/request.hpp"

namespace viva {
namespace {

// Nothing is due or new. Does the candidate want to practise ahead of time?
bool accepts_practice(const Shell& shell, const DrillPlan& plan, Input& input) {
  Page page;
  add_wrapped(page, {},
              fmt::format("Nothing is due until {}. Well done.", name_day(*plan.next_due, shell.now().day)),
              shell.terminal().prose(), Style::good);
  add_wrapped(page, {},
              fmt::format("Practise the {} faded most, ahead of time?  Enter yes, q no",
                          plan.selection.items.size() == 1
                              ? "one that has"
                              : fmt::format("{} that have", plan.selection.items.size())),
              shell.terminal().prose());
  shell.terminal().print(page);
  std::string line;
  const auto outcome = input.ask("> ", line);
  return outcome == Input::Outcome::line && (line.empty() || line == "y" || line == "yes");
}

// In all banks, since the day's minutes are for all of them.
DayDone done_today(const std::vector<RatedAnswer>& answers, Day today) {
  std::set<std::pair<std::string, std::string>> items;
  for (const auto& answer : answers)
    if (answer.day == today) items.emplace(answer.bank, answer.item);
  return {items.size(), seconds_spent(answers, today)};
}

// What is ahead. `today`: how far today's work is, or empty.
std::vector<Span> announcement(const Bank& bank, const DrillPlan& plan, const Filter& filter,
                               const std::string& today, Day day) {
  std::vector<Span> lines;
  if (!today.empty()) lines.push_back({today});
  if (plan.next_due && filter.narrows())
    lines.push_back({fmt::format("Nothing here is due until {}: practice ahead of time.",
                                 name_day(*plan.next_due, day))});
  if (today.empty()) lines.push_back({describe_plan(bank, plan), Style::dim});
  if (filter.order == Order::random)
    lines.back().text += fmt::format(" (--seed {} repeats this order)", filter.seed);
  return lines;
}

// Prints the lines, and returns them as one text.
std::string announce(const Shell& shell, const std::vector<Span>& lines) {
  Page page;
  std::string text;
  for (const auto& [line, style] : lines) {
    add_wrapped(page, {}, line, shell.terminal().prose(), style);
    text += (text.empty() ? "" : "\n") + line;
  }
  shell.terminal().print(page);
  return text;
}

// Is the drill today's work? Not with filters, a count or another order.
bool is_day(const Filter& filter) {
  return filter.order == Order::plan && !filter.narrows() && !filter.count;
}

ExitCode drill(const Shell& shell, const FilterOptions& options) {
  const auto bank = shell.load_bank();
  if (!bank) return ExitCode::failed;
  const auto study = load_study(shell, *bank);
  const auto today = todays_work(shell, *bank, study);
  auto filter = options.resolve(Order::plan);
  follow_plan(filter, today);
  const bool day = is_day(filter) && (today.request || !today.work.entries.empty());
  if (day && filter.planned.empty() && !bank->items.empty()) {
    shell.terminal().print(day_done_page(*bank, today, done_today(study.log.answers, today.day),
                                         shell.terminal().prose(), shell.options().places));
    return ExitCode::done;
  }
  const auto plan = plan_drill(*bank, study.standing.now, filter, today.day);
  if (shell.explain_nothing(plan.selection, "drill"))
    return plan.selection.errors.empty() ? ExitCode::failed : ExitCode::usage;

  std::optional<Input> input{std::in_place, shell.terminal()};
  if (plan.next_due && !filter.narrows() && !accepts_practice(shell, plan, *input)) return ExitCode::done;
  const auto words = day ? fmt::format("Today: {}.", today_words(today)) : "";
  const auto about = announce(shell, announcement(*bank, plan, filter, words, today.day));
  return run_drill(shell, *bank, study, plan.selection.items, {filter, today.request, about}, input);
}

}  // namespace

Command describe_drill() {
  auto options = std::make_shared<FilterOptions>();
  Command command;
  command.options = filter_options(*options);
  command.footer =
      "Without filters: with an interview ahead, what `viva plan` has for today; else ten questions a day, "
      "what is due and what is new. Points that were missed come once more before the end.\n\n"
      "Examples:\n  viva drill\n  viva drill --tier beginner --count 3\n  viva drill --weak\n"
      "  viva drill --topic quantization --order random";
  command.run = [options](const Shell& shell) { return drill(shell, *options); };
  return command;
}

}  // namespace viva
