#include "cli/run_drill.hpp"

#include <fmt/format.h>

#include "cli/full_drill.hpp"
#include "cli/full_session.hpp"
#include "cli/line_drill.hpp"
#include "cli/line_session.hpp"
#include "cli/run_session.hpp"
#include "render/drill_page.hpp"
#include "viva/session/drill_command.hpp"

namespace viva {
namespace {

Standing standing_after(const Study& study, const Progress& progress) {
  return {study.standing.morning, progress, study.standing.model};
}

// `begun`: the day on which the drill began.
Today today_after(const Bank& bank, const Study& study, const Progress& progress,
                  std::optional<PlanRequest> request, Day begun, Day day) {
  auto standing = standing_after(study, progress);
  if (day != begun) {  // the drill ended on the next day
    standing.morning = standing.now;
    if (request) request->today = day;
    if (request && request->interview.day < day) request.reset();
  }
  return find_today(bank, standing, request, study.log.answers, day);
}

// A command with more ids than these would be too long to read.
constexpr std::size_t most_ids = 3;

NextStep next_after(const Bank& bank, const Drill::Summary& summary, const DrillOrigin& origin,
                    const Today& today) {
  if (const auto open = summary.left + summary.skipped; open > 0)
    return {origin.filter.ids.size() > most_ids ? "viva list --browse" : drill_command(origin.filter),
            fmt::format("{} of this drill not answered yet", open)};
  return next_step(bank, today);
}

void print_summary(const Shell& shell, const Bank& bank, const Drill& drill, const DrillOrigin& origin,
                   const Today& today) {
  const auto& terminal = shell.terminal();
  const auto summary = drill.view().summary.value();
  auto next = next_after(bank, summary, origin, today);
  next.command = shell.command(next.command);
  terminal.print(unrated_page(summary.unrated, terminal.prose()));
  terminal.print(summary_page(bank, summary, next, today.day, terminal.prose()));
}

}  // namespace

ExitCode run_drill(const Shell& shell, const Bank& bank, const Study& study,
                   const std::vector<std::size_t>& items, const DrillOrigin& origin,
                   std::optional<Input>& input) {
  // Its signal watch must end before the one of the full screen begins.
  if (shell.terminal().takes_full_screen()) input.reset();
  const auto now = shell.now();
  const auto when = [&](const Progress& progress, std::size_t item) {
    return returns(bank, standing_after(study, progress), origin.request, item);
  };
  Drill drill{bank, study.standing.now, items, true_random(), now, *study.model, when};
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
  run.conclude = [&] {
    const auto today = today_after(bank, study, drill.progress(), origin.request, now.day, shell.now().day);
    print_summary(shell, bank, drill, origin, today);
  };
  return run_session(shell, bank, run);
}

}  // namespace viva
