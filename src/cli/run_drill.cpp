#include "cli/run_drill.hpp"

#include <fmt/format.h>

#include "cli/full_drill.hpp"
#include "cli/keeper.hpp"
#include "cli/line_drill.hpp"
#include "cli/open_full_screen.hpp"
#include "cli/rescue.hpp"
#include "render/drill_page.hpp"
#include "viva/session/next_step.hpp"

namespace viva {
namespace {

// After a drill while an interview is ahead: what is left of today's plan, or what else there is.
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

// More of them make a command that nobody reads.
constexpr std::size_t most_ids = 3;

NextStep next_after(const Bank& bank, const Drill& drill, const DrillOrigin& origin, Day today) {
  const auto summary = drill.view().summary.value();
  if (const auto open = summary.left + summary.skipped; open > 0)
    return {origin.filter.ids.size() > most_ids ? "viva list --browse" : drill_command(origin.filter),
            fmt::format("{} of this drill not answered yet", open)};
  // On another day than it began the plan is another.
  if (origin.plan && origin.plan->request.today == today)
    return next_in_plan(bank, drill, *origin.plan, today);
  return next_step(bank, drill.progress(), today);
}

// Until the drill ends; says whether it was interrupted.
bool is_interrupted(const Shell& shell, const Bank& bank, Drill& session, Keeper& keeper,
                    const std::string& about, std::optional<Input>& input) {
  const auto trouble = keeper.check();
  const auto warning = trouble ? *trouble + "\nGoing on, but answers are NOT being saved." : std::string{};
  if (trouble) shell.terminal().complain(warning);
  if (shell.terminal().takes_full_screen()) {
    if (const auto screen = open_full_screen(shell)) {
      const Message first = trouble ? Message{warning, Style::bad} : Message{about, Style::dim};
      return FullDrill{shell, bank, session, keeper, *screen}.run(first);
    }
  }
  if (!input) input.emplace(shell.terminal());
  return LineDrill{shell, bank, session, keeper, *input}.run() == Input::Event::interrupted;
}

}  // namespace

ExitCode run_drill(const Shell& shell, const Bank& bank, const Progress& progress,
                   const std::vector<std::size_t>& items, const DrillOrigin& origin,
                   std::optional<Input>& input) {
  if (shell.terminal().takes_full_screen()) input.reset();  // its watch ends before the next begins
  // Until all is saved or rescued.
  const SignalWatch watch{{SIGINT, SIGTERM, SIGHUP}};
  Keeper keeper{shell.history_file()};
  Drill session{bank, progress, items, true_random(), shell.now()};
  const bool interrupted = is_interrupted(shell, bank, session, keeper, origin.about, input);
  const auto today = shell.now().day;
  auto next = next_after(bank, session, origin, today);
  next.command = shell.command(next.command);
  const auto summary = session.view().summary.value();
  shell.terminal().print(unrated_page(summary.unrated, shell.terminal().prose()));
  shell.terminal().print(summary_page(bank, summary, next, today, shell.terminal().prose()));
  if (!keeper.idle() && keeper.check()) {
    rescue(shell, keeper);
    return ExitCode::failed;
  }
  return interrupted ? ExitCode::interrupted : ExitCode::done;
}

}  // namespace viva
