// The browser of a bank, driven by keys.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "bank/sample_bank.hpp"
#include "catch.hpp"
#include "tui/at_screen.hpp"
#include "tui/browse_screen.hpp"
#include "tui/request_words.hpp"

namespace viva::test {

struct BrowseAtScreen : AtScreen<BrowseAtScreen> {
  using AtScreen::frame;

  Bank bank;
  Progress progress{Progress(bank.items.size())};
  BrowseScreen screen;

  explicit BrowseAtScreen(std::vector<Item> items, const std::string& keys = "", Filter filter = {})
      : bank(sample::bank(std::move(items))), screen(bank, progress, std::move(filter), sample::wednesday) {
    press(keys);
  }

  BrowseAtScreen(const BrowseAtScreen&) = delete;
  BrowseAtScreen& operator=(const BrowseAtScreen&) = delete;

  std::string take(const InputEvent& event) { return request_words(screen.take(event)); }

  Frame frame(ScreenFormat of) { return screen.draw(of); }
};

}  // namespace viva::test
