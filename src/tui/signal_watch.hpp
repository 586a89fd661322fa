// Signals that are noted instead of obeyed, so that nothing is cut off halfway. They are blocked but while
// waiting, so that none can slip in between looking and waiting.
#pragma once

#include <csignal>
#include <vector>

namespace viva {

class SignalWatch {
 public:
  // Until its end, which leaves them with their usual effects. One watch lives at a time.
  explicit SignalWatch(std::vector<int> signals);
  ~SignalWatch();
  SignalWatch(const SignalWatch&) = delete;
  SignalWatch& operator=(const SignalWatch&) = delete;

  // The terminal has gone away: that this is told again shall not end viva before it is done.
  void hung_up() { hung_up_ = true; }

  // Did it come since it was last asked for?
  bool came(int signal);

  // Signals blocked while waiting, for ppoll().
  const sigset_t& while_waiting() const { return outside_; }

  // Those that came and were meant for another program.
  void forget(const std::vector<int>& signals) const;

  // Stops viva, and whatever it runs together with, as Ctrl-Z does; returns once it goes on. Does nothing
  // where there is no shell that could go on with it.
  void stop() const;

 private:
  void handle() const;

  std::vector<int> signals_;
  sigset_t outside_{};
  bool hung_up_ = false;
};

}  // namespace viva
