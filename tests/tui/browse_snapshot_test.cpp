// How the browser looks, as golden files.
#include "golden.hpp"
#include "tui/browse_at_screen.hpp"
#include "tui/screen_bank.hpp"

using namespace viva;
using namespace viva::sample;
using namespace viva::test;

namespace {

// Twenty-four, some asked before.
std::vector<Item> many() {
  std::vector<Item> items{ordinary(), worldly(), lengthy(), hostile_item()};
  items.back().id = "hostile \x1b[2J\u202E";
  items[1].id = "手机上的推理-and-a-long-id-that-goes-on-for-more-than-half-of-the-screen";
  for (int i = 1; i <= 20; ++i) items.push_back(item("question-" + std::to_string(i), 2));
  return items;
}

Frame frame(const std::string& keys, ScreenFormat format) {
  BrowseAtScreen browser{many()};
  browser.progress[0] = ticked({1, 2, 4, 5}, 5, wednesday);
  browser.progress[2] = rated(Rating::again, monday);
  browser.format = format;
  for (const auto& event : presses(keys)) {
    browser.take(event);
    browser.frame();
  }
  return browser.frame();
}

std::string sizes(const std::string& keys) {
  return snapshots([&](ScreenFormat format) { return frame(keys, format); });
}

}  // namespace

TEST_CASE("how the browser filters", "[browse_snapshot]") {
  check_golden("tui-browse-filtering.txt", sizes("") + sizes("i n t e g e r Space u n i t s"));
}

TEST_CASE("how the browser lists", "[browse_snapshot]") {
  check_golden("tui-browse-list.txt", sizes("Down Tab Space Down Down x") + sizes("Tab End Space"));
}

TEST_CASE("how the browser lists nothing", "[browse_snapshot]") {
  check_golden("tui-browse-nothing.txt", sizes("z z z") + sizes("z z z Tab d"));
}

TEST_CASE("how a question is read in the browser", "[browse_snapshot]") {
  check_golden("tui-browse-reading.txt",
               sizes("Tab Enter") + sizes("Tab Down Enter PageDown") + sizes("Tab Down Down Down Enter"));
}

TEST_CASE("what the browser tells by style is told by words, too", "[browse_snapshot]") {
  std::string all;
  for (const auto& format : {usual, small}) {
    const auto shown = frame("Tab Space Down Down", format);
    all += snapshot(shown) + "---- styles\n" + styles(shown) + "\n";
  }
  check_golden("tui-browse-styles.txt", all);
}
