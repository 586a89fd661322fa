// What is typed, clicked and seen at a full screen, whichever it is.
#pragma once

#include <string>
#include <string_view>

#include "catch.hpp"
#include "tui/snapshot.hpp"
#include "tui/strokes.hpp"

namespace viva::test {

// `Screen` has take(stroke), which gives in words what was asked for, and frame(look).
template <typename Screen>
struct AtScreen {
  Look look = usual;

  // What the last of the keys asked for.
  std::string press(const std::string& keys) {
    std::string asked;
    for (const auto& stroke : presses(keys)) asked = self().take(stroke);
    return asked;
  }

  void type(std::string_view text) {
    for (const auto& stroke : typing(text)) self().take(stroke);
  }

  std::string click(const std::string& text) {
    const auto shown = frame();
    const auto at = where(shown, text);
    const auto stroke = shown.clicked(at[0], at[1]);
    REQUIRE(stroke);
    return self().take(*stroke);
  }

  Frame frame() { return self().frame(look); }

  bool shows(std::string_view text) { return test::shows(frame(), text); }

 private:
  Screen& self() { return static_cast<Screen&>(*this); }
};

}  // namespace viva::test
