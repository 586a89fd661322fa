#include "input.hpp"

#include <poll.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <utility>

namespace viva {
namespace {

constexpr std::array interrupting{SIGINT, SIGTERM, SIGHUP};
volatile std::sig_atomic_t interrupted = 0;

void note_interruption(int) { interrupted = 1; }

}  // namespace

// The signals are blocked but while waiting, so none can slip in between looking and waiting.
Input::Input() {
  interrupted = 0;
  sigset_t blocked;
  sigemptyset(&blocked);
  struct sigaction action {};
  action.sa_handler = note_interruption;
  for (const int signal : interrupting) {
    sigaddset(&blocked, signal);
    ::sigaction(signal, &action, nullptr);
  }
  ::pthread_sigmask(SIG_BLOCK, &blocked, &outside_);
  for (const int signal : interrupting) sigdelset(&outside_, signal);
}

Input::~Input() {
  for (const int signal : interrupting) std::signal(signal, SIG_DFL);
  ::pthread_sigmask(SIG_SETMASK, &outside_, nullptr);
}

bool Input::take_line(std::string& line) {
  const auto newline = buffer_.find('\n');
  if (newline == std::string::npos) return false;
  line.assign(buffer_, 0, newline);
  if (line.ends_with('\r')) line.pop_back();
  buffer_.erase(0, newline + 1);
  return true;
}

Input::Event Input::next(std::string& line) {
  while (!take_line(line)) {
    pollfd input{STDIN_FILENO, POLLIN, 0};
    const int ready = ::ppoll(&input, 1, nullptr, &outside_);
    if (interrupted) return Event::interrupted;
    if (ready < 0) continue;
    std::array<char, 4096> bytes;
    const auto size = ::read(STDIN_FILENO, bytes.data(), bytes.size());
    if (size < 0 && errno == EINTR) continue;
    if (size > 0) {
      buffer_.append(bytes.data(), static_cast<std::size_t>(size));
      continue;
    }
    if (buffer_.empty()) return Event::end;
    line = std::exchange(buffer_, {});
    return Event::line;
  }
  return Event::line;
}

}  // namespace viva
