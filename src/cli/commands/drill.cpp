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
DayDone done_today(const std::vector<Answer>& answers, Day today) {
  std::set<std::pair<std::string, std::string>> items;
  for (const auto& answer : answers)
    if (answer.day == today) items.emplace(answer.bank, answer.item);
  return {items.size(), seconds_spent(answers, today)};
}

// What is ahead. `today`: how far today's plan is, or empty.
std::vector<Span> announcement(const Bank& bank, const DrillPlan& plan, const Filter& filter,
                               const std::string& today, Day day) {
  std::vector<Span> lines;
  if (!today.empty()) lines.push_back({today});
  if (plan.next_due && filter.narrows())
    lines.push_back({fmt::format("Nothing here is due until {}: practice ahead of time.",
                                 name_day(*plan.next_due, day))});
  auto about = describe_plan(bank, plan);
  if (filter.order == Order::random) about += fmt::format(" (--seed {} repeats this order)", filter.seed);
  lines.push_back({about, Style::dim});
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

// Is the drill today's plan? Not with filters, a count or another order.
bool is_day(const Filter& filter, const std::optional<TodaysPlan>& plan) {
  return plan && !filter.narrows() && !filter.count;
}

void say_day_is_done(const Shell& shell, const Bank& bank, const Study& study, const TodaysPlan& plan) {
  const auto today = plan.request.today;
  shell.terminal().print(day_done_page(bank, plan.request.interview, plan.day,
                                       done_today(study.answers, today), has_weak(study.progress, today),
                                       shell.terminal().prose(), shell.options().places));
}

ExitCode drill(const Shell& shell, const FilterOptions& options) {
  const auto bank = shell.load_bank();
  if (!bank) return ExitCode::failed;
  const auto study = load_study(shell, *bank);
  const auto& progress = study.progress;
  const auto today = shell.now().day;
  auto filter = options.resolve(Order::plan);
  const auto planned = follow_plan(filter, *bank, study, today);
  const bool day = is_day(filter, planned);
  if (day && planned->day.entries.empty() && !bank->items.empty()) {
    say_day_is_done(shell, *bank, study, *planned);
    return ExitCode::done;
  }
  const auto plan = plan_drill(*bank, progress, filter, today);
  if (shell.explain_nothing(plan.selection, "drill"))
    return plan.selection.errors.empty() ? ExitCode::failed : ExitCode::usage;

  std::optional<Input> input{std::in_place, shell.terminal()};
  if (plan.next_due && !filter.narrows() && !accepts_practice(shell, plan, *input)) return ExitCode::done;
  const auto done =
      day ? describe_today(planned->request.interview, planned->day, done_today(study.answers, today)) : "";
  const auto about = announce(shell, announcement(*bank, plan, filter, done, today));
  return run_drill(shell, *bank, progress, plan.selection.items, {filter, planned, about}, input);
}

}  // namespace

Command describe_drill() {
  auto options = std::make_shared<FilterOptions>();
  Command command;
  command.options = filter_options(*options);
  command.footer =
      "Without filters: with an interview ahead, what `viva plan` has for today; else what is due, most "
      "forgotten first, then new questions up to ten.\n\n"
      "Examples:\n  viva drill\n  viva drill --tier beginner --count 3\n  viva drill --weak\n"
      "  viva drill --topic quantization --order random";
  command.run = [options](const Shell& shell) { return drill(shell, *options); };
  return command;
}

}  // namespace viva
