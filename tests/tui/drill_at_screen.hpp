// A drill driven by the keys of its full screen, as the shell drives it.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/drill_session.hpp"
#include "drill_screen.hpp"
#include "request_words.hpp"
#include "snapshot.hpp"
#include "strokes.hpp"

namespace viva::test {

struct DrillAtScreen {
  sample::Session session;
  DrillScreen screen{session.bank};
  Look look = usual;

  explicit DrillAtScreen(std::vector<Item> items, const std::string& keys = "", Look at = usual)
      : session(std::move(items)), look(at) {
    press(keys);
  }

  // Gives what the screen asked for, which the drill has done by then.
  std::string take(const Stroke& stroke) {
    const auto view = session.view();
    const auto request = screen.take(stroke, view);
    if (const auto* event = std::get_if<Drill::Event>(&request)) {
      INFO(request_words(request));
      REQUIRE(view.allows(static_cast<Drill::Action>(event->index())));
      session.step(*event);
    }
    if (session.view().phase != Drill::Phase::finished) frame();
    return request_words(request);
  }

  // Of the last key.
  std::string press(const std::string& keys) {
    std::string asked;
    for (const auto& stroke : presses(keys)) asked = take(stroke);
    return asked;
  }

  void type(std::string_view text) {
    for (const auto& stroke : typing(text)) take(stroke);
  }

  std::string click(const std::string& text) {
    const auto shown = frame();
    const auto at = where(shown, text);
    const auto stroke = shown.clicked(at[0], at[1]);
    REQUIRE(stroke);
    return take(*stroke);
  }

  Frame frame() { return frame(look); }
  Frame frame(Look of) {
    return screen.draw(session.view(), session.drill.seconds(session.now.at), session.now.day, of);
  }

  bool shows(std::string_view text) { return test::shows(frame(), text); }
};

}  // namespace viva::test
