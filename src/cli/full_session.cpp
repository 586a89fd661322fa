#include "cli/full_session.hpp"

namespace viva {

std::unique_ptr<FullScreen> open_full_screen(const Shell& shell) {
  const auto& terminal = shell.terminal();
  return FullScreen::open({terminal.palette().colour, terminal.is_ascii(), shell.options().width});
}

std::chrono::milliseconds to_next_second(Instant now, Instant whole) {
  using namespace std::chrono_literals;
  const auto passed = (now - whole) % 1s;
  return 1s - (passed < 0s ? passed + 1s : passed) + 1ms;
}

}  // namespace viva
