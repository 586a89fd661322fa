// The terminal itself, on a pseudo-terminal.
#include "tui/terminal/full_screen.hpp"

#include <unistd.h>

#include <cstdlib>
#include <stdexcept>

#include "catch.hpp"
#include "cli/screen_reader.hpp"
#include "tui/terminal/on_pty.hpp"

using namespace viva;
using viva::test::ScreenReader;

namespace {

constexpr Size size{12, 40};

// What a terminal shows of a program that does `things` with its full screen.
template <typename Things>
ScreenReader screen_of(const Things& things) {
  ScreenReader screen{size.rows, size.columns};
  screen.feed(viva::test::written_by(things, size));
  return screen;
}

Frame greeting() {
  Frame frame{size};
  frame.put(0, 0, {{"Good ", Style::strong}, {"evening"}, {"──", Style::good}}, size.columns);
  return frame;
}

}  // namespace

TEST_CASE("a frame is on the terminal as it is", "[full_screen]") {
  const auto screen = screen_of([] {
    const auto full = FullScreen::open({});
    full->show(greeting());
    ::_exit(0);  // and so the terminal stays as it is
  });
  CHECK(screen.alternate_screen());
  CHECK(screen.bracketed_paste());
  CHECK(!screen.cursor_visible());
  CHECK(screen.text() == "Good evening──");
  CHECK(screen.styles(0) == "bbbbb");
  CHECK(screen.colours(0) == "............22");
}

TEST_CASE("an exception leaves the terminal as it was", "[full_screen]") {
  const auto screen = screen_of([] {
    try {
      const auto full = FullScreen::open({});
      full->show(greeting());
      throw std::runtime_error{"something unforeseen"};
    } catch (const std::exception& error) {
      ::write(STDOUT_FILENO, "told", 4) == 4 ? void() : ::_exit(1);
    }
  });
  CHECK(!screen.alternate_screen());
  CHECK(!screen.bracketed_paste());
  CHECK(!screen.mouse());
  CHECK(screen.cursor_visible());
  CHECK(screen.text().ends_with("told"));
  CHECK(screen.unknown().empty());
}

TEST_CASE("a terminal that nobody knows has no full screen", "[full_screen]") {
  const auto screen = screen_of([] {
    ::setenv("TERM", "nobody-knows-it", 1);
    if (FullScreen::open({})) ::_exit(1);
  });
  CHECK(screen.text() == "");
}
