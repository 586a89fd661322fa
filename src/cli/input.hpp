// Lines from standard input, each asked for with a prompt. An interruption is not the end of the input, and a
// wait can be limited, so that a clock can speak.
#pragma once

#include <termios.h>

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "cli/terminal.hpp"
#include "line/line_editor.hpp"
#include "tui/terminal/signal_watch.hpp"

namespace viva {

class Input {
 public:
  enum class Outcome { line, end, interrupted, timeout };

  // Who edits a line on a terminal while it is typed. With `by_viva` the unfinished line is known, and a page
  // can be printed in the middle of it. The terminal is as before whenever viva does not read from it, stops
  // or ends.
  enum class Editing { by_terminal, by_viva };

  // While this object lives, Ctrl-C, a hang-up and a request to terminate do not end viva but interrupt
  // ask(), so that nothing is cut off halfway.
  explicit Input(const Terminal& terminal, Editing editing = Editing::by_terminal);
  ~Input();
  Input(const Input&) = delete;
  Input& operator=(const Input&) = delete;

  // Waits for a line, and gives it without its newline; the last line of a pipe may have none. After a
  // timeout the same call goes on with the unfinished line.
  using Patience = std::optional<std::chrono::milliseconds>;
  Outcome ask(std::string_view prompt, std::string& line, Patience patience = {});

  const std::string& partial() const;      // the unfinished line
  void drop();                             // forgets it: ask() begins a new line
  bool pasted() const { return pasted_; }  // was the end of the last line pasted?

  // Prints a page after a timeout of ask(), and then the unfinished line again.
  void interject(const Page& page);

  // While this object lives, another program has the terminal, and gets Ctrl-C and Ctrl-Z.
  class TerminalRelease {
   public:
    explicit TerminalRelease(Input& input);
    ~TerminalRelease();
    TerminalRelease(const TerminalRelease&) = delete;
    TerminalRelease& operator=(const TerminalRelease&) = delete;

   private:
    Input& input_;
    bool raw_;
  };

 private:
  friend class TerminalRelease;

  Outcome wait(std::string& line, std::optional<std::chrono::steady_clock::time_point> end);
  bool take_line(std::string& line);
  Outcome last_line(std::string& line);
  void end_line(Outcome outcome, const std::string& line);
  void set_raw();
  void restore();
  void stop();

  const Terminal& terminal_;
  bool is_terminal_;
  termios before_{};
  bool edits_;        // viva edits lines, and sets the terminal to raw bytes for it
  bool raw_ = false;  // the terminal is set so now
  LineEditor typing_;
  SignalWatch signals_;
  std::string prompt_;
  std::string buffer_;         // bytes read, but not used yet
  bool after_return_ = false;  // the last line ended in CR: a newline that follows belongs to it
  bool asking_ = false;        // the prompt is printed
  bool pasted_ = false;
};

}  // namespace viva
