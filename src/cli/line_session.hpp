// A session in line mode: the loop that asks for lines until the session is over.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "cli/editor.hpp"
#include "cli/exit_code.hpp"
#include "cli/input.hpp"
#include "cli/shell.hpp"

namespace viva {

// Runs until the session is over: done, or interrupted. A Session has
//   start()                   before the first line
//   is_over()
//   is_typing()               the next line goes on with a text
//   patience()                how long the clock has nothing to say
//   pass_time()               that time is over
//   take(const std::string&)  a line
//   leave()                   the input ends, or the candidate interrupts
template <typename Session>
ExitCode run_line_by_line(Input& input, Session& session) {
  session.start();
  while (!session.is_over()) {
    std::string line;
    switch (input.ask(session.is_typing() ? "| " : "> ", line, session.patience())) {
      case Input::Outcome::line: session.take(line); break;
      case Input::Outcome::timeout: session.pass_time(); break;
      case Input::Outcome::end: session.leave(); return ExitCode::done;
      case Input::Outcome::interrupted: session.leave(); return ExitCode::interrupted;
    }
  }
  return ExitCode::done;
}

// Lets `edit` open the candidate's editor and returns the text as it left it. Nothing where there is no
// terminal for it. Says what goes wrong.
std::optional<std::string> edit_at_terminal(const Shell& shell, Input& input,
                                            const std::function<Edited()>& edit);

}  // namespace viva
