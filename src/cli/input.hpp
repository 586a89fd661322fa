// Lines that are typed or piped in: each is asked for with a prompt. Interruptions are told apart from the
// end of input, and a wait can be limited, so that a clock may speak.
#pragma once

#include <termios.h>

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "cli/terminal.hpp"
#include "line/typed_line.hpp"
#include "tui/terminal/signal_watch.hpp"

namespace viva {

class Input {
 public:
  enum class Event { line, end, interrupted, timeout };

  // watched: on a terminal, what is typed of a line is known before it is entered, and page can interject;
  // the terminal is as before whenever viva does not read from it, stops or ends.
  enum class Manner { lines, watched };

  // From standard input. While it lives, Ctrl-C, a hang-up and a request to terminate do not end viva but
  // interrupt ask(), so that nothing is cut off halfway.
  explicit Input(const Terminal& terminal, Manner manner = Manner::lines);
  ~Input();
  Input(const Input&) = delete;
  Input& operator=(const Input&) = delete;

  // Waits for a line; `line` is without its newline. The last line of a pipe needs none. After a timeout the
  // same call goes on with the line that is being typed.
  using Patience = std::optional<std::chrono::milliseconds>;
  Event ask(std::string_view prompt, std::string& line, Patience patience = {});

  const std::string& partial() const;  // typed so far of the line asked for
  void drop();                         // what was typed so far of it: the next line asked for is a new one
  bool pasted() const { return pasted_; }  // was the end of the last line pasted?

  // Between two calls of ask(), in the middle of a line.
  void interject(const Page& page);

  // While it lives the terminal is another program's, and so are Ctrl-C and Ctrl-Z.
  class Lent {
   public:
    explicit Lent(Input& input);
    ~Lent();
    Lent(const Lent&) = delete;
    Lent& operator=(const Lent&) = delete;

   private:
    Input& input_;
    bool watched_;
  };

 private:
  friend class Lent;

  Event wait(std::string& line, std::optional<std::chrono::steady_clock::time_point> end);
  bool take_line(std::string& line);
  Event last_line(std::string& line);
  void settle(Event event, const std::string& line);
  void watch();
  void release();
  void stop();

  const Terminal& terminal_;
  bool typed_;  // standard input is a terminal
  termios before_{};
  bool watches_;          // takes it in hand while it reads
  bool watched_ = false;  // and does so now
  TypedLine typing_;
  SignalWatch signals_;
  std::string prompt_;
  std::string buffer_;   // read, but not taken yet
  bool asking_ = false;  // the prompt is out
  bool pasted_ = false;
};

}  // namespace viva
