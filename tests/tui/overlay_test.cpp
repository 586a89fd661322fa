// Pages that lie over a screen.
#include "tui/overlay.hpp"

#include "catch.hpp"
#include "tui/snapshot.hpp"

using namespace viva;
using namespace viva::test;

namespace {

Page long_page() {
  Page page{{}};
  for (int i = 1; i <= 30; ++i) page.push_back({{"line " + std::to_string(i)}});
  return page;
}

Frame drawn(Overlay& overlay) {
  ScreenLayout layout{usual, {{}, {}, {}, InputMode::overlay, [](KeyAction) { return true; }}};
  overlay.draw(layout, long_page());
  return layout.frame();
}

std::string first_line(Overlay& overlay) { return row_text(drawn(overlay), 2); }

}  // namespace

TEST_CASE("a page is read until it is closed", "[overlay]") {
  Overlay overlay;
  CHECK(!overlay.is_open());
  overlay.open(Overlay::Content::answer);
  CHECK(overlay.is_open());
  CHECK(overlay.content() == Overlay::Content::answer);
  overlay.take(KeyAction::down);
  CHECK(overlay.is_open());
  overlay.take(KeyAction::close);
  CHECK(!overlay.is_open());
}

TEST_CASE("a page that is read scrolls, and begins without its empty line", "[overlay]") {
  Overlay overlay;
  overlay.open(Overlay::Content::answer);
  CHECK(first_line(overlay) == " line 1");
  overlay.take(KeyAction::down);
  CHECK(first_line(overlay) == " line 2");
  overlay.take(KeyAction::wheel_down);
  CHECK(first_line(overlay) == " line 5");
  overlay.take(KeyAction::wheel_up);
  CHECK(first_line(overlay) == " line 2");
  overlay.take(KeyAction::up);
  CHECK(first_line(overlay) == " line 1");
  overlay.take(KeyAction::page_down);
  CHECK(first_line(overlay) == " line 11");
  overlay.take(KeyAction::page_up);
  overlay.take(KeyAction::bottom);
  CHECK(first_line(overlay) == " line 11");
  overlay.take(KeyAction::top);
  CHECK(first_line(overlay) == " line 1");
}

TEST_CASE("a page opened anew begins at its top", "[overlay]") {
  Overlay overlay;
  overlay.open(Overlay::Content::answer);
  overlay.take(KeyAction::bottom);
  CHECK(first_line(overlay) != " line 1");
  overlay.open(Overlay::Content::earlier);
  CHECK(first_line(overlay) == " line 1");
}

TEST_CASE("the help is about the mode it was opened in", "[overlay]") {
  Overlay overlay;
  overlay.open_help(InputMode::rating);
  CHECK(overlay.content() == Overlay::Content::help);
  CHECK(shows(drawn(overlay), "Again, Hard, Good, Easy"));
}
