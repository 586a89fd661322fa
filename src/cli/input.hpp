// Lines that are typed or piped in, with interruptions told apart from the end of input.
#pragma once

#include <csignal>
#include <string>

namespace viva {

class Input {
 public:
  enum class Event { line, end, interrupted };

  // From standard input. While it lives, Ctrl-C, a hang-up and a request to terminate do not end viva but
  // interrupt next(), so that nothing is cut off halfway.
  Input();
  ~Input();
  Input(const Input&) = delete;
  Input& operator=(const Input&) = delete;

  // Waits for a line; `line` is without its newline. The last line needs none.
  Event next(std::string& line);

 private:
  bool take_line(std::string& line);

  std::string buffer_;
  sigset_t outside_{};  // signals blocked before
};

}  // namespace viva
