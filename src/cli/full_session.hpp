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

// Runs until the session is over: done, or interrupted. Events that came meanwhile are taken together, and
// one frame shows what became of them. A Session has
//   bool is_over()
//   Frame draw(ScreenFormat)
//   patience()               how long the frame can stay as it is
//   pass_time()              that time is over
//   take(const InputEvent&)  does what it can do, and returns what the terminal has to do, if anything
//   edit(FullScreen&)        opens the candidate's editor
//   leave()                  the candidate interrupts
template <typename Session>
ExitCode run_at_full_screen(FullScreen& screen, Session& session) {
  using namespace std::chrono_literals;
  constexpr int most_gathered = 64;  // so that something is seen of a paste that a terminal does not mark
  int gathered = 0;
  while (!session.is_over()) {
    auto event = gathered++ < most_gathered ? screen.wait(0ms) : std::nullopt;
    if (!event) {
      gathered = 0;
      screen.show(session.draw(screen.format()));
      event = screen.wait(session.patience());
    }
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
