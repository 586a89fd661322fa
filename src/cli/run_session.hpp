// One run of a drill or a round: at a full screen where there is one, else line by line; until everything is
// saved, or rescued.
#pragma once

#include <functional>

#include "cli/exit_code.hpp"
#include "cli/save_queue.hpp"
#include "cli/shell.hpp"
#include "tui/screen_layout.hpp"
#include "tui/terminal/full_screen.hpp"

namespace viva {

struct SessionRun {
  Message first;      // shown first at a full screen; it was printed already
  Message not_saved;  // said, and shown first, where the history cannot be written

  // Both return done or interrupted.
  std::function<ExitCode(FullScreen&, SaveQueue&, const Message& first)> run_at_full_screen;
  std::function<ExitCode(SaveQueue&)> run_line_by_line;

  std::function<void()> conclude;  // prints what the session came to
};

// Returns how the session ended: done, interrupted, or failed where something could not be saved.
ExitCode run_session(const Shell& shell, const Bank& bank, const SessionRun& session);

}  // namespace viva
