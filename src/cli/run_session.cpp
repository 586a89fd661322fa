#include "cli/run_session.hpp"

#include <csignal>

#include "cli/full_session.hpp"
#include "cli/rescue.hpp"

namespace viva {
namespace {

// Warns where the history cannot be written. Returns what a full screen shows first.
Message check_history(const Shell& shell, const SessionRun& session, SaveQueue& queue) {
  const auto trouble = queue.flush();
  if (!trouble) return session.first;
  const auto warning = *trouble + "\n" + session.not_saved.text;
  shell.terminal().complain(warning);
  return {warning, session.not_saved.style};
}

ExitCode run(const Shell& shell, const SessionRun& session, SaveQueue& queue) {
  const auto first = check_history(shell, session, queue);
  if (shell.terminal().takes_full_screen())
    if (const auto screen = open_full_screen(shell)) return session.run_at_full_screen(*screen, queue, first);
  return session.run_line_by_line(queue);
}

}  // namespace

ExitCode run_session(const Shell& shell, const Bank& bank, const SessionRun& session) {
  const SignalWatch watch{{SIGINT, SIGTERM, SIGHUP}};  // no signal ends viva before all is saved or rescued
  SaveQueue queue{shell.history_file(), bank};
  const auto end = run(shell, session, queue);
  session.conclude();
  if (queue.empty() || !queue.flush()) return end;
  rescue(shell, queue);
  return ExitCode::failed;
}

}  // namespace viva
