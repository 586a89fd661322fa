// A drill driven by the keys of its full screen, as the shell drives it.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "session/drill_session.hpp"
#include "tui/at_screen.hpp"
#include "tui/drill_screen.hpp"
#include "tui/request_words.hpp"

namespace viva::test {

struct DrillAtScreen : AtScreen<DrillAtScreen> {
  using AtScreen::frame;

  sample::Session session;
  DrillScreen screen{session.bank};

  explicit DrillAtScreen(std::vector<Item> items, const std::string& keys = "", ScreenFormat at = usual)
      : session(std::move(items)) {
    format = at;
    press(keys);
  }

  // Gives what the screen asked for, which the drill has done by then.
  std::string take(const InputEvent& input) {
    const auto view = session.view();
    const auto request = screen.take(input, view);
    if (const auto* event = std::get_if<Drill::Event>(&request)) {
      INFO(request_words(request));
      REQUIRE(view.allows(static_cast<Drill::Action>(event->index())));
      session.step(*event);
    }
    if (session.view().phase != Drill::Phase::finished) frame();
    return request_words(request);
  }

  Frame frame(ScreenFormat of) {
    return screen.draw(session.view(), session.drill.seconds(session.now.at), session.now.day, of);
  }
};

}  // namespace viva::test
