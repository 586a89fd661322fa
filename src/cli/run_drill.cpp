#include "cli/run_drill.hpp"

#include <fmt/format.h>

#include "cli/full_drill.hpp"
#include "cli/full_session.hpp"
#include "cli/line_drill.hpp"
#include "cli/line_session.hpp"
#include "cli/run_session.hpp"
#include "render/drill_page.hpp"
#include "viva/session/next_step.hpp"

namespace viva {
namespace {

// With an interview ahead: what is left of today's plan, or what else there is to do.
NextStep next_in_plan(const Bank& bank, const Drill& drill, TodaysPlan plan, Day today) {
  plan.request.spent += drill.view().summary.value().seconds;
  const auto left = plan_today(bank, drill.progress(), plan.request);
  if (!left.entries.empty())
    return {"viva drill", fmt::format("{} more in today's plan", left.entries.size())};
  if (left.round) return {"viva plan --day", "today's questions are done; a mock round is left"};
  if (has_weak(drill.progress(), today))
    return {"viva drill --weak", "today's plan is done; this is for more"};
  return {"viva mock", "today's plan is done; this is for more"};
}

// A command with more ids than these would be too long to read.
constexpr std::size_t most_ids = 3;

NextStep next_after(const Bank& bank, const Drill& drill, const DrillOrigin& origin, Day today) {
  const auto summary = drill.view().summary.value();
  if (const auto open = summary.left + summary.skipped; open > 0)
    return {origin.filter.ids.size() > most_ids ? "viva list --browse" : drill_command(origin.filter),
            fmt::format("{} of this drill not answered yet", open)};
  // The plan is for one day. A drill may end on the next.
  if (origin.plan && origin.plan->request.today == today)
    return next_in_plan(bank, drill, *origin.plan, today);
  return next_step(bank, drill.progress(), today);
}

void print_summary(const Shell& shell, const Bank& bank, const Drill& drill, const DrillOrigin& origin) {
  const auto& terminal = shell.terminal();
  const auto today = shell.now().day;
  auto next = next_after(bank, drill, origin, today);
  next.command = shell.command(next.command);
  const auto summary = drill.view().summary.value();
  terminal.print(unrated_page(summary.unrated, terminal.prose()));
  terminal.print(summary_page(bank, summary, next, today, terminal.prose()));
}

}  // namespace

ExitCode run_drill(const Shell& shell, const Bank& bank, const Progress& progress,
                   const std::vector<std::size_t>& items, const DrillOrigin& origin,
                   std::optional<Input>& input) {
  // Its signal watch must end before the one of the full screen begins.
  if (shell.terminal().takes_full_screen()) input.reset();
  Drill drill{bank, progress, items, true_random(), shell.now()};
  SessionRun run;
  run.first = {origin.about, Style::dim};
  run.not_saved = {"Going on, but answers are NOT being saved.", Style::bad};
  run.run_at_full_screen = [&](FullScreen& screen, SaveQueue& queue, const Message& first) {
    FullDrill full{shell, bank, drill, queue, first};
    return run_at_full_screen(screen, full);
  };
  run.run_line_by_line = [&](SaveQueue& queue) {
    if (!input) input.emplace(shell.terminal());
    LineDrill line{shell, bank, drill, queue, *input};
    return run_line_by_line(*input, line);
  };
  run.conclude = [&] { print_summary(shell, bank, drill, origin); };
  return run_session(shell, run);
}

}  // namespace viva
