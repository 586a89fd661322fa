#include "tui/terminal/signal_watch.hpp"

#include <sys/select.h>
#include <unistd.h>

#include <array>
#include <utility>

namespace viva {
namespace {

constexpr int most_signals = 65;
std::array<volatile std::sig_atomic_t, most_signals> arrived{};

void record(int signal) { arrived[static_cast<std::size_t>(signal)] = 1; }

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

SignalWatch::SignalWatch(std::vector<int> signals) : signals_(std::move(signals)), before_(signals_.size()) {
  for (std::size_t i = 0; i < signals_.size(); ++i) {
    arrived[static_cast<std::size_t>(signals_[i])] = 0;
    ::sigaction(signals_[i], nullptr, &before_[i]);
  }
  handle();
  const auto blocked = set_of(signals_);
  ::pthread_sigmask(SIG_BLOCK, &blocked, &mask_before_);
}

SignalWatch::~SignalWatch() {
  sigset_t pending;
  ::sigpending(&pending);
  hung_up_ = hung_up_ || arrived[SIGHUP] != 0 || sigismember(&pending, SIGHUP) == 1;
  for (std::size_t i = 0; i < signals_.size(); ++i) ::sigaction(signals_[i], &before_[i], nullptr);
  if (hung_up_) set_handler(SIGHUP, SIG_IGN);
  ::pthread_sigmask(SIG_SETMASK, &mask_before_, nullptr);
}

void SignalWatch::handle() const {
  for (const int signal : signals_) set_handler(signal, record);
}

bool SignalWatch::came(int signal) {
  const bool came = arrived[static_cast<std::size_t>(signal)] != 0;
  arrived[static_cast<std::size_t>(signal)] = 0;
  hung_up_ = hung_up_ || (came && signal == SIGHUP);
  return came;
}

SignalWatch::Awaited SignalWatch::wait(std::optional<std::chrono::nanoseconds> patience) const {
  auto while_waiting = mask_before_;
  for (const int signal : signals_) sigdelset(&while_waiting, signal);
  timespec left{};
  if (patience) {
    const auto seconds = std::chrono::floor<std::chrono::seconds>(*patience);
    left = {static_cast<time_t>(seconds.count()), static_cast<long>((*patience - seconds).count())};
  }
  fd_set input;
  FD_ZERO(&input);
  FD_SET(STDIN_FILENO, &input);
  const int ready =
      ::pselect(STDIN_FILENO + 1, &input, nullptr, nullptr, patience ? &left : nullptr, &while_waiting);
  return ready > 0 ? Awaited::input : ready == 0 ? Awaited::nothing : Awaited::signal;
}

void SignalWatch::forget(const std::vector<int>& signals) const {
  for (const int signal : signals) {
    sigset_t pending;
    const auto one = set_of({signal});
    for (int taken = 0; ::sigpending(&pending) == 0 && sigismember(&pending, signal) == 1;)
      ::sigwait(&one, &taken);
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
