// The browser of a bank, driven by keys.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "browse_screen.hpp"
#include "catch.hpp"
#include "core/sample_bank.hpp"
#include "request_words.hpp"
#include "snapshot.hpp"
#include "strokes.hpp"

namespace viva::test {

struct BrowseAtScreen {
  Bank bank;
  Progress progress{Progress(bank.items.size())};
  BrowseScreen screen;
  Look look = usual;

  explicit BrowseAtScreen(std::vector<Item> items, const std::string& keys = "", Filter filter = {})
      : bank(sample::bank(std::move(items))), screen(bank, progress, std::move(filter), sample::wednesday) {
    press(keys);
  }

  BrowseAtScreen(const BrowseAtScreen&) = delete;
  BrowseAtScreen& operator=(const BrowseAtScreen&) = delete;

  std::string take(const Stroke& stroke) { return request_words(screen.take(stroke)); }

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
  Frame frame(Look of) { return screen.draw(of); }

  bool shows(std::string_view text) { return test::shows(frame(), text); }
};

}  // namespace viva::test
