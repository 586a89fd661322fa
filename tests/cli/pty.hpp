// The real viva, run as a person runs it: through pipes and through a pseudo-terminal. Every test has a home
// of its own, so that no run sees the settings, banks or answers of another, or of whoever runs the tests.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "cli/screen_reader.hpp"

namespace viva::test {

using Args = std::vector<std::string>;

// What a run differs in from the usual: Sunday, 22 November 2026, 18:30 UTC, in UTF-8, at 24 x 80.
struct Setup {
  std::string input{};                       // of a piped run
  std::map<std::string, std::string> env{};  // beside the usual; VIVA_NOW "" is the true time
  std::function<void()> before{};            // runs in the child, just before viva
  unsigned short rows = 24, columns = 80;    // of a pseudo-terminal
  std::string program = VIVA_BINARY;
};

struct Run {
  std::string out, err;
  int code;  // 128 + N where signal N ended it
};

// A new folder that is viva's home and working directory; removed at the end.
class Home {
 public:
  Home();
  ~Home();
  Home(const Home&) = delete;
  Home& operator=(const Home&) = delete;

  std::filesystem::path operator/(std::string_view name) const { return path_ / name; }
  const std::filesystem::path& path() const { return path_; }

  // Copies a bank of tests/banks here, and returns the name to call it by.
  std::string bank(const std::string& name) const;
  void write(std::string_view name, std::string_view text) const;
  std::string read(std::string_view name) const;

  // Runs viva through pipes to its end.
  Run run(const Args& args, const Setup& setup = {}) const;
  // The same with only its input given.
  Run type(const Args& args, std::string input) const;

 private:
  std::filesystem::path path_;
};

// viva on a pseudo-terminal; killed at the end of its life. Every wait fails after 20 seconds.
class Pty {
 public:
  Pty(const Home& home, const Args& args, const Setup& setup = {});
  ~Pty();
  Pty(const Pty&) = delete;
  Pty& operator=(const Pty&) = delete;

  void send(std::string_view text) const;
  // Reads until `text` stands after what was waited for last.
  void wait_for(std::string_view text);
  // Reads until viva asks for a line: "> ", or "| " within an answer.
  void wait_for_prompt();
  // Everything printed and echoed so far, with plain newlines.
  std::string transcript() const;

  // What all that was read so far shows; its size is the terminal's.
  const ScreenReader& screen() const { return screen_; }
  // Reads until the screen's text contains `text`, be it there already.
  void wait_for_screen(std::string_view text);
  // Reads until `holds`; `what` names it in the error, which shows the screen.
  void wait_until(const std::function<bool(const ScreenReader&)>& holds, std::string_view what);
  // Reads until nothing came for `quiet`, or to the end.
  void settle(std::chrono::milliseconds quiet = std::chrono::milliseconds{60});
  std::size_t bytes() const { return printed_.size(); }  // read so far

  void signal(int number) const;
  void resize(unsigned short rows, unsigned short columns);
  void wait_until_stopped() const;
  void hang_up();  // closes the terminal
  int wait();      // reads on to the end; the exit code, or 128 + the signal's number

 private:
  bool read_some();
  bool append();
  bool readable(std::chrono::milliseconds within) const;

  pid_t process_ = -1;
  int terminal_ = -1;
  std::string printed_;
  std::size_t seen_ = 0;  // up to where wait_for() has looked
  ScreenReader screen_;
};

}  // namespace viva::test
