// A session at a full screen: how the screen is opened, and the loop that shows frames and takes input until
// the session is over.
#pragma once

#include <chrono>
#include <memory>

#include "cli/exit_code.hpp"
#include "cli/shell.hpp"
#include "tui/key_table.hpp"
#include "tui/terminal/full_screen.hpp"

namespace viva {

// Null where the terminal cannot be driven.
std::unique_ptr<FullScreen> open_full_screen(const Shell& shell);

// How long until a clock that is whole at `whole` shows its next second.
std::chrono::milliseconds to_next_second(Instant now, Instant whole);

// Runs until the session is over: done, or interrupted. A Session has
//   bool is_over()
//   Frame draw(ScreenFormat)
//   patience()               how long the frame can stay as it is
//   pass_time()              that time is over
//   take(const InputEvent&)  does what it can do, and returns what the terminal has to do, if anything
//   edit(FullScreen&)        opens the candidate's editor
//   leave()                  the candidate interrupts
template <typename Session>
ExitCode run_at_full_screen(FullScreen& screen, Session& session) {
  while (!session.is_over()) {
    screen.show(session.draw(screen.format()));
    const auto event = screen.wait(session.patience());
    if (!event) {
      session.pass_time();
      continue;
    }
    const auto request = session.take(*event);
    if (!request) continue;
    switch (*request) {
      case TerminalRequest::suspend: screen.suspend(); break;
      case TerminalRequest::redraw: screen.redraw(); break;
      case TerminalRequest::editor: session.edit(screen); break;
      case TerminalRequest::interrupt: session.leave(); return ExitCode::interrupted;
    }
  }
  return ExitCode::done;
}

}  // namespace viva
