// A program on a pseudo-terminal, and what it writes there. Header only.
#pragma once

#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <iostream>
#include <string>

#include "catch.hpp"
#include "tui/frame.hpp"

namespace viva::test {

// The bytes that `things` writes to a terminal of that size. It runs in a process of its own, which must end
// well.
template <typename Things>
std::string written_by(const Things& things, Size size, const char* terminal_name = "xterm-256color") {
  winsize window{};
  window.ws_row = static_cast<unsigned short>(size.rows);
  window.ws_col = static_cast<unsigned short>(size.columns);
  int terminal = -1;
  std::cout.flush();  // what the tests said is not the child's to say
  const auto process = ::forkpty(&terminal, nullptr, nullptr, &window);
  if (process == 0) {
    ::setenv("TERM", terminal_name, 1);
    ::setenv("LC_ALL", "C.UTF-8", 1);
    things();
    ::_exit(0);
  }
  REQUIRE(process > 0);
  std::string all;
  std::array<char, 4096> bytes;
  for (ssize_t read = 0; (read = ::read(terminal, bytes.data(), bytes.size())) > 0;)
    all.append(bytes.data(), static_cast<std::size_t>(read));
  int status = 0;
  REQUIRE(::waitpid(process, &status, 0) == process);
  ::close(terminal);
  CHECK(status == 0);
  return all;
}

}  // namespace viva::test
