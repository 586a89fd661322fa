#include "cli/full_browser.hpp"

#include <chrono>
#include <optional>
#include <utility>

namespace viva {
namespace {

// Nothing moves by itself.
constexpr std::chrono::hours patience{1};

// How it was left; none: it goes on.
std::optional<BrowserLeft> obey(FullScreen& screen, const BrowseScreen::Request& request) {
  if (const auto* these = std::get_if<BrowseScreen::DrillThese>(&request)) return BrowserLeft{these->items};
  if (std::holds_alternative<BrowseScreen::Leave>(request)) return BrowserLeft{};
  const auto* wish = std::get_if<Wish>(&request);
  if (!wish) return std::nullopt;
  if (*wish == Wish::interrupt) return BrowserLeft{{}, true};
  if (*wish == Wish::suspend) screen.suspend();
  if (*wish == Wish::redraw) screen.redraw();
  return std::nullopt;
}

}  // namespace

BrowserLeft run_browser(FullScreen& screen, BrowseScreen view) {
  for (;;) {
    screen.show(view.draw(screen.look()));
    const auto stroke = screen.wait(patience);
    if (!stroke) continue;
    if (auto left = obey(screen, view.take(*stroke))) return std::move(*left);
  }
}

}  // namespace viva
