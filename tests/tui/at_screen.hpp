// What is typed, clicked and seen at a full screen, whichever it is.
#pragma once

#include <string>
#include <string_view>

#include "catch.hpp"
#include "tui/input_events.hpp"
#include "tui/snapshot.hpp"

namespace viva::test {

// `Screen` has take(event), which gives in words what was asked for, and frame(format).
template <typename Screen>
struct AtScreen {
  ScreenFormat format = usual;

  // What the last of the keys asked for.
  std::string press(const std::string& keys) {
    std::string asked;
    for (const auto& event : presses(keys)) asked = self().take(event);
    return asked;
  }

  void type(std::string_view text) {
    for (const auto& event : typing(text)) self().take(event);
  }

  std::string click(const std::string& text) {
    const auto shown = frame();
    const auto at = where(shown, text);
    const auto event = shown.clicked(at[0], at[1]);
    REQUIRE(event);
    return self().take(*event);
  }

  Frame frame() { return self().frame(format); }

  bool shows(std::string_view text) { return test::shows(frame(), text); }

 private:
  Screen& self() { return static_cast<Screen&>(*this); }
};

}  // namespace viva::test
