// The browser of a bank at a full screen, on a pseudo-terminal.
#include <algorithm>

#include "catch.hpp"
#include "cli/full_screen.hpp"

using namespace viva::test;

namespace {

Args browse(const Home& home, Args more = {}) {
  Args args{"list", "--browse", "--bank", home.bank("rounds")};
  args.insert(args.end(), more.begin(), more.end());
  return args;
}

struct Browsed {
  Browsed() { terminal.wait_for_screen("4 of 4 questions"); }

  const Home home;
  Pty terminal{home, browse(home)};
};

}  // namespace

TEST_CASE("browser: what is typed filters the list, and the question under the cursor is beside it") {
  Browsed of;
  auto& terminal = of.terminal;
  check_screen(terminal, "full-browser.txt");
  press(terminal, "lamp", "3 of 4 questions");
  press(terminal, key::down, "> [ ] clean-the-lens");
  terminal.wait_for_screen("How do you clean the lens without scratching it?");
  press(terminal, " dusk", "1 of 4 questions");
  press(terminal, "xyz", "0 of 4 questions");
  press(terminal, key::backspace + key::backspace + key::backspace, "1 of 4 questions");
  press(terminal, "\x15", "4 of 4 questions");
  press(terminal, key::tab + "q", "");
  CHECK(leave(terminal) == 0);
  CHECK(terminal.screen().text().empty());
}

TEST_CASE("browser: questions are chosen and drilled in the order of the list") {
  Browsed of;
  auto& terminal = of.terminal;
  press(terminal, key::tab, "Space choose");
  press(terminal, "jj" + key::space, "[x] clean-the-lens");
  press(terminal, "kk" + key::space, "2 chosen");
  press(terminal, "d", "1/2  Watch");
  terminal.wait_for_screen("trimming the wick");
  press(terminal, key::enter + "123" + key::enter + key::enter, "2/2  Watch");
  terminal.wait_for_screen("clean the lens");
  terminal.send("q");
  CHECK(leave(terminal) == 0);
  terminal.wait_for_screen("1 question in under a minute: 1 Good");
  terminal.wait_for_screen("viva drill --id");
  CHECK(count(of.home.run({"history", "export"}).out, "\"rating\":3") == 1);
}

TEST_CASE("browser: without a choice all that is listed is drilled") {
  Browsed of;
  press(of.terminal, "clean" + key::tab + "d", "1/1  Watch");
}

TEST_CASE("browser: a question is read over the list, and the keys are on a page") {
  Browsed of;
  auto& terminal = of.terminal;
  press(terminal, key::tab + key::enter, "Enter close");
  press(terminal, "G", "I trim every four hours, level, and watch for a white edge.");
  wait_for_keys(terminal, "Enter close");
  press_escape(terminal, "Space choose");
  press(terminal, "?", "choose the question, or not");
  press(terminal, "q", "Space choose");
  press(terminal, "/" + key::f1, "Within the text");
  press(terminal, key::enter, "F1 help");
}

TEST_CASE("browser: a click goes to a row, another chooses it; clicks press keys and reach the filter") {
  Browsed of;
  auto& terminal = of.terminal;
  click(terminal, "clean-the-lens", "> [ ] clean-the-lens");
  terminal.wait_for_screen("Space choose");
  click(terminal, "[ ] clean-the-lens", "> [x] clean-the-lens");
  click(terminal, "words that must occur", "F1 help");
  press(terminal, "lens", "1 of 4 questions");
  click(terminal, "ens");
  press(terminal, "og", "0 of 4 questions");
  click(terminal, "Enter list", "? help");
  press(terminal, "/" + key::backspace + key::backspace, "1 of 4 questions");
  click(terminal, "Enter list", "d drill");
  click(terminal, "d drill", "1/1  Watch");
}

TEST_CASE("browser: a paste is words to filter by") {
  Browsed of;
  auto& terminal = of.terminal;
  press(terminal, key::tab, "Space choose");
  press(terminal, paste("lamp\r\nwick\t"), "1 of 4 questions");
  terminal.wait_for_screen("Filter lamp  wick");
}

TEST_CASE("browser: the wheel and the size of the terminal") {
  Browsed of;
  auto& terminal = of.terminal;
  press(terminal, "\x1b[<65;5;5M", "> [ ] fog-at-dusk");
  press(terminal, "\x1b[<64;5;5M", "> [ ] trim-the-wick");
  terminal.resize(12, 40);
  wait_for_keys(terminal, "F1 help");
  terminal.wait_for_screen("> [ ] trim-the-wick");
  terminal.resize(6, 20);
  terminal.wait_for_screen("Too small");
  terminal.resize(40, 120);
  terminal.wait_for_screen("an uneven wick smokes the glass");
  CHECK(terminal.screen().unknown().empty());
}

TEST_CASE("browser: Ctrl-C leaves it; --browse needs a terminal") {
  Browsed of;
  of.terminal.send("\x03");
  CHECK(leave(of.terminal) == 130);
  const auto run = of.home.run(browse(of.home));
  CHECK(run.code == 2);
  CHECK(run.err.find("--browse needs a terminal") != std::string::npos);
}
