// The full screen of a shell's terminal, and when its clocks show another second.
#pragma once

#include <chrono>
#include <memory>

#include "cli/shell.hpp"
#include "tui/terminal/full_screen.hpp"

namespace viva {

// None where the terminal cannot be driven.
std::unique_ptr<FullScreen> open_full_screen(const Shell& shell);

// Until the clock, counted from or to `whole`, shows the next second.
std::chrono::milliseconds to_next_second(Instant now, Instant whole);

}  // namespace viva
