// The browser, key by key.
#include "tui/browse_at_screen.hpp"
#include "tui/screen_bank.hpp"

using namespace viva;
using namespace viva::sample;
using namespace viva::test;

namespace {

std::vector<Item> fruits() {
  return {item("apple", 2), item("apricot", 1), item("banana", 1), item("cherry", 1), item("date", 1)};
}

std::string title(BrowseAtScreen& browser) { return row_text(browser.frame(), 0); }

// The ids of the list in sight; the one under the cursor after ">", chosen ones after "x".
std::string list(BrowseAtScreen& browser) {
  std::string ids;
  const auto frame = browser.frame();
  for (int row = 3; row < frame.size().rows - 2; ++row) {
    const auto text = row_text(frame, row);
    if (text.size() < 8 || text[3] != '[' || text[5] != ']') continue;
    ids += std::string{ids.empty() ? "" : " "} + (text[1] == '>' ? ">" : "") + (text[4] == 'x' ? "x" : "") +
           text.substr(7, text.find(' ', 7) - 7);
  }
  return ids;
}

}  // namespace

TEST_CASE("what is typed filters the list", "[browse_screen]") {
  BrowseAtScreen browser{fruits()};
  CHECK(title(browser).starts_with(" 5 of 5 questions  Sample  "));
  CHECK(title(browser).ends_with("  0 chosen"));
  CHECK(list(browser) == ">apple apricot banana cherry date");
  browser.type("ap");
  CHECK(list(browser) == ">apple apricot");
  browser.type("ri");
  CHECK(list(browser) == ">apricot");
  browser.press("Ctrl-W");
  CHECK(list(browser) == "apple >apricot banana cherry date");
}

TEST_CASE("every word must occur", "[browse_screen]") {
  BrowseAtScreen browser{fruits()};
  browser.type("what apr");
  CHECK(list(browser) == ">apricot");
  browser.type(" zzz");
  CHECK(list(browser).empty());
  CHECK(browser.shows("No question has all of these words."));
  CHECK(title(browser).starts_with(" 0 of 5 questions"));
}

TEST_CASE("letters are text while filtering, and commands in the list", "[browse_screen]") {
  BrowseAtScreen browser{fruits()};
  CHECK(browser.press("d") == "");
  CHECK(list(browser) == ">date");
  CHECK(browser.press("Enter d") == "drill 4");
}

TEST_CASE("the cursor moves in the list, also while filtering", "[browse_screen]") {
  BrowseAtScreen browser{fruits()};
  browser.press("Down");
  CHECK(list(browser) == "apple >apricot banana cherry date");
  browser.press("Enter G");
  CHECK(list(browser) == "apple apricot banana cherry >date");
  browser.press("k Up");
  CHECK(list(browser) == "apple apricot >banana cherry date");
  browser.press("PageDown PageDown PageDown");
  CHECK(list(browser) == "apple apricot banana cherry >date");
  browser.press("WheelUp");
  CHECK(list(browser) == "apple >apricot banana cherry date");
  browser.press("Home Up");
  CHECK(list(browser) == ">apple apricot banana cherry date");
}

TEST_CASE("the cursor stays on its question where the filter still lists it", "[browse_screen]") {
  BrowseAtScreen browser{fruits(), "Down Down"};
  browser.type("bana");
  CHECK(list(browser) == ">banana");
  browser.press("Ctrl-U");
  CHECK(list(browser) == "apple apricot >banana cherry date");
  browser.type("ap");
  CHECK(list(browser) == ">apple apricot");
}

TEST_CASE("what is chosen stays chosen when the filter changes, and is drilled", "[browse_screen]") {
  BrowseAtScreen browser{fruits(), "Enter j Space"};
  CHECK(list(browser) == "apple >xapricot banana cherry date");
  browser.press("/");
  browser.type("che");
  CHECK(list(browser) == ">cherry");
  CHECK(title(browser).ends_with("1 chosen"));
  browser.press("Enter x / Ctrl-U Enter");
  CHECK(list(browser) == "apple xapricot banana >xcherry date");
  CHECK(browser.press("d") == "drill 1 3");
  browser.press("Space");
  CHECK(browser.press("d") == "drill 1");
}

TEST_CASE("without a choice all that is listed is drilled, in the order of the list", "[browse_screen]") {
  Filter filter;
  filter.tiers = {"beginner"};
  BrowseAtScreen browser{fruits(), "", filter};
  browser.type("ap");
  CHECK(browser.press("Enter d") == "drill 0 1");
  CHECK(browser.press("Space d") == "drill 0");
}

TEST_CASE("what is chosen is drilled in the order of the list", "[browse_screen]") {
  Filter filter;
  filter.order = Order::random;
  filter.seed = 5;
  BrowseAtScreen browser{fruits(), "", filter};
  const auto all = browser.press("Enter d");
  REQUIRE(all != "drill 0 1 2 3 4");
  browser.press("Space j Space j Space j Space j Space");
  CHECK(browser.press("d") == all);
}

TEST_CASE("what is chosen can be drilled also where the filter lists nothing", "[browse_screen]") {
  BrowseAtScreen browser{fruits(), "Enter Space /"};
  browser.type("zzz");
  CHECK(browser.press("Enter d") == "drill 0");
}

TEST_CASE("the filter of the command holds for all that is typed", "[browse_screen]") {
  Filter filter;
  filter.search = "ap";
  BrowseAtScreen browser{fruits(), "", filter};
  CHECK(list(browser) == ">apple apricot");
  browser.type("ri");
  CHECK(list(browser) == ">apricot");
}

TEST_CASE("where nothing is listed there is nothing to read, choose or drill", "[browse_screen]") {
  BrowseAtScreen browser{fruits()};
  browser.type("zzz");
  browser.press("Enter");
  for (const auto* key : {"Enter", "o", "Space", "x", "d"}) {
    INFO(key);
    CHECK(browser.press(key) == "");
    CHECK(browser.shows("no question is listed"));
  }
  CHECK(!browser.shows("d drill"));
  CHECK(browser.press("q") == "quit");
}

TEST_CASE("a question is read in full and closed", "[browse_screen]") {
  BrowseAtScreen browser{{ordinary(), item("b")}, "Enter Enter"};
  CHECK(shows(browser.frame(wide), "Which layers would you leave in floating point?"));
  CHECK(browser.press("d") == "");
  CHECK(browser.press("q") == "");
  CHECK(browser.press("q") == "quit");
}

TEST_CASE("the question under the cursor is shown beside or below the list, where there is room",
          "[browse_screen]") {
  BrowseAtScreen browser{fruits(), "Down"};
  CHECK(shows(browser.frame(usual), "What about apricot?\n"));
  CHECK(shows(browser.frame(wide), "Name it."));
  CHECK(!shows(browser.frame(small), "Name it."));
}

TEST_CASE("pasted text filters, on one line, wherever it is pasted", "[browse_screen]") {
  BrowseAtScreen browser{fruits()};
  CHECK(browser.take(Paste{"d\tq\n"}) == "");
  CHECK(browser.shows("Filter d q"));
  browser.press("Ctrl-U Enter");
  CHECK(browser.take(Paste{"cherry\r\nd"}) == "");
  CHECK(browser.shows("Filter cherry  d"));
  CHECK(browser.frame().cursor());
}

TEST_CASE("a page that is read takes no paste, and says so", "[browse_screen]") {
  BrowseAtScreen browser{fruits(), "Enter Enter"};
  CHECK(browser.take(Paste{"q\n"}) == "");
  CHECK(browser.shows("What was pasted is no command: nothing was done."));
  CHECK(browser.shows("apple"));
}

TEST_CASE("a click goes to a question, another one chooses it", "[browse_screen]") {
  BrowseAtScreen browser{fruits()};
  CHECK(browser.click("banana") == "");
  CHECK(list(browser) == "apple apricot >banana cherry date");
  CHECK(browser.click("banana") == "");
  CHECK(list(browser) == "apple apricot >xbanana cherry date");
  CHECK(browser.click("d drill") == "drill 2");
  browser.click("words that");
  browser.type("ch");
  CHECK(list(browser) == ">cherry");
}

TEST_CASE("the list scrolls with its cursor", "[browse_screen]") {
  std::vector<Item> many;
  for (int i = 10; i < 60; ++i) many.push_back(item("q" + std::to_string(i)));
  BrowseAtScreen browser{std::move(many), "Enter G"};
  for (const auto& format : {small, usual, wide}) CHECK(shows(browser.frame(format), "> [ ] q59"));
  browser.press("PageUp");
  for (const auto& format : {small, usual, wide}) CHECK(shows(browser.frame(format), "> [ ] q"));
  browser.press("g");
  for (const auto& format : {small, usual, wide}) CHECK(shows(browser.frame(format), "> [ ] q10"));
}

TEST_CASE("a long filter keeps its cursor in sight", "[browse_screen]") {
  BrowseAtScreen browser{fruits()};
  browser.type("what about it, then, with so many words that no line can hold them all at once, ever");
  const auto frame = browser.frame(small);
  REQUIRE(frame.cursor());
  CHECK(frame.cursor()->second < 40);
  CHECK(row_text(frame, 2).ends_with("ever"));
}

TEST_CASE("a list says how much more there is, but not over what is typed", "[browse_screen]") {
  std::vector<Item> many;
  for (int i = 10; i < 60; ++i) many.push_back(item("q" + std::to_string(i)));
  BrowseAtScreen browser{std::move(many), "Down"};
  browser.format = small;
  CHECK(row_text(browser.frame(), 2).ends_with("↓43"));
  browser.type("what about what about what about what about what about");
  const auto frame = browser.frame();
  REQUIRE(frame.cursor());
  const auto before = static_cast<std::size_t>(frame.cursor()->second) - 1;
  CHECK(frame.row(2)[before].text == "t");
}

TEST_CASE("a filter of the command that leaves nothing says so", "[browse_screen]") {
  Filter filter;
  filter.due = true;
  BrowseAtScreen browser{fruits(), "", filter};
  CHECK(browser.shows("No question is left"));
}

TEST_CASE("where the browser is too small to be seen, nothing is a command", "[browse_screen]") {
  BrowseAtScreen browser{fruits(), "Tab"};
  browser.format = {{8, 20}};
  browser.frame();
  for (const auto* key : {"d", "q", "Space", "G"}) CHECK(browser.press(key) == "");
  CHECK(browser.press("Ctrl-C") == "interrupt");
  browser.format = usual;
  CHECK(list(browser) == ">apple apricot banana cherry date");
}
