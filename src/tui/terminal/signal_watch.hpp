// Signals that are recorded instead of ending the program, so that nothing is cut off halfway. They are
// blocked except during wait(), so that none can arrive unnoticed between a check and the wait.
#pragma once

#include <chrono>
#include <csignal>
#include <optional>
#include <vector>

namespace viva {

class SignalWatch {
 public:
  // The destructor gives the signals their former effect. Only a hang-up that was recorded stays ignored,
  // because the system may send a second one. A watch may live inside the lifetime of another.
  explicit SignalWatch(std::vector<int> signals);
  ~SignalWatch();
  SignalWatch(const SignalWatch&) = delete;
  SignalWatch& operator=(const SignalWatch&) = delete;

  // Has the signal come since the last call?
  bool came(int signal);

  // Records that the terminal has gone away, although no signal has come yet.
  void hung_up() { hung_up_ = true; }

  // Waits until standard input has something or ends, until a signal comes, or until the time is over.
  enum class Awaited { input, nothing, signal };
  Awaited wait(std::optional<std::chrono::nanoseconds> patience) const;

  // Drops signals that came for another program.
  void forget(const std::vector<int>& signals) const;

  // Stops viva and the rest of its process group, as Ctrl-Z does, and returns when it is continued. Does
  // nothing where no shell could continue it.
  void stop() const;

 private:
  void handle() const;

  std::vector<int> signals_;
  std::vector<struct sigaction> before_;  // each one's former action
  sigset_t mask_before_{};
  bool hung_up_ = false;
};

}  // namespace viva
