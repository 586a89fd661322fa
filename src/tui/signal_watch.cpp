#include "signal_watch.hpp"

#include <array>
#include <ctime>
#include <utility>

namespace viva {
namespace {

constexpr int most_signals = 65;
std::array<volatile std::sig_atomic_t, most_signals> noted{};

void note(int signal) { noted[static_cast<std::size_t>(signal)] = 1; }

void set_handler(int signal, void (*handler)(int)) {
  struct sigaction action {};
  action.sa_handler = handler;
  ::sigaction(signal, &action, nullptr);
}

sigset_t set_of(const std::vector<int>& signals) {
  sigset_t set;
  sigemptyset(&set);
  for (const int signal : signals) sigaddset(&set, signal);
  return set;
}

}  // namespace

SignalWatch::SignalWatch(std::vector<int> signals) : signals_(std::move(signals)) {
  for (const int signal : signals_) noted[static_cast<std::size_t>(signal)] = 0;
  handle();
  const auto blocked = set_of(signals_);
  ::pthread_sigmask(SIG_BLOCK, &blocked, &outside_);
  for (const int signal : signals_) sigdelset(&outside_, signal);
}

// A hang-up may be told twice, to viva and to its group.
SignalWatch::~SignalWatch() {
  sigset_t pending;
  ::sigpending(&pending);
  hung_up_ = hung_up_ || noted[SIGHUP] != 0 || sigismember(&pending, SIGHUP) == 1;
  for (const int signal : signals_) set_handler(signal, signal == SIGHUP && hung_up_ ? SIG_IGN : SIG_DFL);
  ::pthread_sigmask(SIG_SETMASK, &outside_, nullptr);
}

void SignalWatch::handle() const {
  for (const int signal : signals_) set_handler(signal, note);
}

bool SignalWatch::came(int signal) {
  const bool came = noted[static_cast<std::size_t>(signal)] != 0;
  noted[static_cast<std::size_t>(signal)] = 0;
  hung_up_ = hung_up_ || (came && signal == SIGHUP);
  return came;
}

void SignalWatch::forget(const std::vector<int>& signals) const {
  const auto set = set_of(signals);
  const timespec at_once{};
  while (::sigtimedwait(&set, nullptr, &at_once) > 0) {
  }
}

void SignalWatch::stop() const {
  set_handler(SIGTSTP, SIG_DFL);
  const auto set = set_of({SIGTSTP});
  ::pthread_sigmask(SIG_UNBLOCK, &set, nullptr);
  ::kill(0, SIGTSTP);
  ::pthread_sigmask(SIG_BLOCK, &set, nullptr);
  handle();
}

}  // namespace viva
