#include "cli/full_browser.hpp"

#include <chrono>
#include <optional>
#include <utility>

#include "cli/full_session.hpp"

namespace viva {
namespace {

class FullBrowser {
 public:
  explicit FullBrowser(BrowseScreen view) : view_(std::move(view)) {}

  const std::vector<std::size_t>& to_drill() const { return to_drill_; }

  bool is_over() const { return is_over_; }
  Frame draw(ScreenFormat format) { return view_.draw(format); }
  std::chrono::milliseconds patience() const {
    return prepares_ ? std::chrono::milliseconds{0} : std::chrono::hours{1};
  }
  void pass_time() { prepares_ = view_.prepare(); }
  void edit(FullScreen&) {}  // no key asks for it
  void leave() {}

  std::optional<TerminalRequest> take(const InputEvent& event) {
    auto request = view_.take(event);
    if (auto* these = std::get_if<BrowseScreen::DrillThese>(&request)) to_drill_ = std::move(these->items);
    is_over_ = std::holds_alternative<BrowseScreen::DrillThese>(request) ||
               std::holds_alternative<BrowseScreen::Leave>(request);
    const auto* of_terminal = std::get_if<TerminalRequest>(&request);
    return of_terminal ? std::optional{*of_terminal} : std::nullopt;
  }

 private:
  BrowseScreen view_;
  bool is_over_ = false, prepares_ = true;
  std::vector<std::size_t> to_drill_;
};

}  // namespace

BrowserResult run_browser(FullScreen& screen, BrowseScreen view) {
  FullBrowser browser{std::move(view)};
  const auto end = run_at_full_screen(screen, browser);
  return {browser.to_drill(), end == ExitCode::interrupted};
}

}  // namespace viva
