// The browser of questions at a full screen.
#pragma once

#include <cstddef>
#include <vector>

#include "tui/browse_screen.hpp"
#include "tui/terminal/full_screen.hpp"

namespace viva {

struct BrowserResult {
  std::vector<std::size_t> drill;  // indices into Bank::items; empty: nothing is to be drilled
  bool interrupted = false;
};

// Runs until the browser is left.
BrowserResult run_browser(FullScreen& screen, BrowseScreen view);

}  // namespace viva
