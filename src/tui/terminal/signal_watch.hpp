// Signals that are noted instead of obeyed, so that nothing is cut off halfway. They are blocked but while
// waiting, so that none can slip in between looking and waiting.
#pragma once

#include <chrono>
#include <csignal>
#include <optional>
#include <vector>

namespace viva {

class SignalWatch {
 public:
  // Until its end, after which they do what they did before; but a hang-up that was noted is ignored for
  // good, since it may be told twice. One watch may live within another.
  explicit SignalWatch(std::vector<int> signals);
  ~SignalWatch();
  SignalWatch(const SignalWatch&) = delete;
  SignalWatch& operator=(const SignalWatch&) = delete;

  // Did it come since it was last asked for?
  bool came(int signal);

  // The terminal has gone away, even if no signal said so yet.
  void hung_up() { hung_up_ = true; }

  // For standard input to have something, or to end; without patience as long as it takes.
  enum class Awaited { input, nothing, signal };
  Awaited wait(std::optional<std::chrono::nanoseconds> patience) const;

  // Those that came and were meant for another program.
  void forget(const std::vector<int>& signals) const;

  // Stops viva, and whatever it runs together with, as Ctrl-Z does; returns once it goes on. Does nothing
  // where there is no shell that could go on with it.
  void stop() const;

 private:
  void handle() const;

  std::vector<int> signals_;
  std::vector<struct sigaction> before_;  // of each of them
  sigset_t mask_before_{};
  bool hung_up_ = false;
};

}  // namespace viva
