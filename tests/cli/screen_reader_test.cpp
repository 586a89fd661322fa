// The screen reader: what a terminal shows after these bytes. The examples follow xterm.
#include "cli/screen_reader.hpp"

#include "catch.hpp"
#include "cli/pty.hpp"

using namespace viva::test;

namespace {

using Strings = std::vector<std::string>;

ScreenReader after(std::string_view bytes, int rows = 4, int columns = 10) {
  ScreenReader screen{rows, columns};
  screen.feed(bytes);
  return screen;
}

// What is shown, where all was understood.
std::string shown(std::string_view bytes, int rows = 4, int columns = 10) {
  const auto screen = after(bytes, rows, columns);
  CHECK(screen.unknown() == Strings{});
  return screen.text();
}

std::string place(const ScreenReader& screen) {
  return std::to_string(screen.cursor_row()) + ' ' + std::to_string(screen.cursor_column());
}
std::string place(std::string_view bytes) { return place(after(bytes)); }

const std::string four_rows = "one\r\ntwo\r\nthree\r\nfour";

}  // namespace

TEST_CASE("a new screen is empty, with the cursor at its top left") {
  const ScreenReader screen{4, 10};
  CHECK(screen.text().empty());
  CHECK(place(screen) == "0 0");
  CHECK(screen.cursor_visible());
  CHECK_FALSE(screen.alternate_screen());
  CHECK_FALSE(screen.bracketed_paste());
  CHECK_FALSE(screen.mouse());
}

TEST_CASE("text ends without the spaces and empty rows that follow it") {
  CHECK(shown("  one  \r\n\r\n two\r\n") == "  one\n\n two");
  CHECK(after("one\r\n  two ").row(1) == "  two");
  CHECK_THROWS(after("").row(4));
}

TEST_CASE("a newline goes down, a carriage return to the left, and both scroll at the bottom") {
  CHECK(shown("one\ntwo") == "one\n   two");
  CHECK(shown("one\rtw") == "twe");
  CHECK(shown(four_rows + "\r\nfive") == "two\nthree\nfour\nfive");
  CHECK(shown("ab\bc\b\b\b\bd") == "dc");
  CHECK(shown(std::string_view{"a\0\ab\x7f", 5}) == "ab");
}

TEST_CASE("a tab goes to the next eighth column and stops at the last") {
  CHECK(shown("a\tb", 4, 20) == "a       b");
  CHECK(shown("\t\t\tb", 4, 20) == "                   b");
  CHECK(shown("\t\t\x1b[Zb\x1b[2Zc\x1b[Id", 4, 20) == "c       d");
}

TEST_CASE("a full row waits for the next character before it wraps") {
  CHECK(place("0123456789") == "0 9");
  CHECK(shown("0123456789\r\nab") == "0123456789\nab");
  CHECK(shown("0123456789ab") == "0123456789\nab");
  CHECK(shown("0123456789\bx") == "01234567x9");
  CHECK(shown("0123456789\x1b[Kx") == "012345678x");
  CHECK(shown("\x1b[4H0123456789a") == "\n\n0123456789\na");
  CHECK(shown("\x1b[?7l0123456789ab\x1b[?7hc\x1b[1Gx") == "x12345678c");
}

TEST_CASE("the cursor moves") {
  CHECK(place("\x1b[3;5H") == "2 4");
  CHECK(place("\x1b[3;5f\x1b[H") == "0 0");
  CHECK(place("\x1b[99;99H") == "3 9");
  CHECK(place("\x1b[3;5H\x1b[A\x1b[2C") == "1 6");
  CHECK(place("\x1b[2;5H\x1b[2B\x1b[3D") == "3 1");
  CHECK(place("\x1b[2;5H\x1b[9A\x1b[99D") == "0 0");
  CHECK(place("\x1b[3;5H\x1b[8G") == "2 7");
  CHECK(place("\x1b[3;5H\x1b[d") == "0 4");
  CHECK(place("\x1b[3;5H\x1b[E") == "3 0");
  CHECK(place("\x1b[3;5H\x1b[F") == "1 0");
  CHECK(place("\x1b[2;5H\x1b"
              "E") == "2 0");
}

TEST_CASE("the cursor is saved with its style and its line drawing, and comes back") {
  const auto screen = after(
      "\x1b[2;3H\x1b[1m\x1b(0\x1b"
      "7\x1b[m\x1b(B\x1b[Hq\x1b"
      "8q");
  CHECK(screen.text() == "q\n  ─");
  CHECK(screen.styles(1) == "..b");
}

TEST_CASE("what is erased") {
  CHECK(shown(four_rows + "\x1b[2;2H\x1b[J") == "one\nt");
  CHECK(shown(four_rows + "\x1b[2;2H\x1b[1J") == "\n  o\nthree\nfour");
  CHECK(shown(four_rows + "\x1b[2J").empty());
  CHECK(shown("012345\x1b[3G\x1b[K") == "01");
  CHECK(shown("012345\x1b[3G\x1b[1K") == "   345");
  CHECK(shown("012345\x1b[2Kx") == "      x");
  CHECK(shown("012345\x1b[2G\x1b[3X") == "0   45");
  CHECK(shown("012345\x1b[2G\x1b[99X") == "0");
}

TEST_CASE("cells are inserted and deleted") {
  CHECK(shown("0123456789\x1b[3G\x1b[2@ab") == "01ab234567");
  CHECK(shown("0123456789\x1b[3G\x1b[2P") == "01456789");
  CHECK(shown("0123456789\x1b[3G\x1b[99P") == "01");
  CHECK(shown("0123456789\x1b[3G\x1b[99@") == "01");
  CHECK(shown("0123456789\x1b[3G\x1b[4hab\x1b[4lcd") == "01abcd4567");
}

TEST_CASE("rows are inserted and deleted") {
  CHECK(shown(four_rows + "\x1b[2;3H\x1b[Lx") == "one\nx\ntwo\nthree");
  CHECK(shown(four_rows + "\x1b[2H\x1b[2M") == "one\nfour");
  CHECK(shown(four_rows + "\x1b[2H\x1b[99M") == "one");
}

TEST_CASE("a part of the screen scrolls") {
  const auto middle = four_rows + "\x1b[2;3r";
  CHECK(place(middle) == "0 0");
  CHECK(shown(middle + "\x1b[3H\nx") == "one\nthree\nx\nfour");
  CHECK(shown(middle + "\x1b[2H\x1bMx") == "one\nx\ntwo\nfour");
  CHECK(shown(middle + "\x1b[S") == "one\nthree\n\nfour");
  CHECK(shown(middle + "\x1b[T") == "one\n\ntwo\nfour");
  CHECK(shown(middle + "\x1b[2H\x1b[L") == "one\n\ntwo\nfour");
  CHECK(shown(middle + "\x1b[2H\x1b[M") == "one\nthree\n\nfour");
  CHECK(shown(middle + "\x1b[4H\x1b[M\nx") == "one\ntwo\nthree\nxour");
  CHECK(place(middle + "\x1b[3H\x1b[9B") == "2 0");
  CHECK(place(middle + "\x1b[4H\x1b[9B") == "3 0");
  CHECK(shown(middle + "\x1b[r\x1b[4H\nx") == "two\nthree\nfour\nx");
}

TEST_CASE("a character is repeated") { CHECK(shown("a-\x1b[3bb") == "a----b"); }

TEST_CASE("lines are drawn in both of a terminal's ways") {
  CHECK(shown("\x1b(0lqwk\x1b(Bq") == "┌─┬┐q");
  CHECK(shown("\x1b)0q\x0exmj~\x0fq") == "q│└┘·q");
}

TEST_CASE("the style of each column") {
  const auto screen = after("a\x1b[1mb\x1b[2;22md\x1b[2me\x1b[0;3mf\x1b[4mg\x1b[7mh\x1b[1mi\x1b[mj");
  CHECK(screen.styles(0) == ".b.diurR");
  CHECK(screen.style(0, 6).underline);
  CHECK(after("\x1b[5ma\x1b[25;8mb\x1b[28mc").styles(0) == "kh");
  CHECK(after("\x1b[7;4;3ma\x1b[27mb\x1b[24mc\x1b[23md").styles(0) == "rui");
  CHECK(after("\x1b[1;4ma\x1b[m \x1b[7m b").styles(0) == "U.rr");
}

TEST_CASE("the colours of each column") {
  const auto screen = after("a\x1b[31mb\x1b[44mc\x1b[39md\x1b[49me\x1b[92mf\x1b[38;5;200mg\x1b[38;2;1;2;3mh");
  CHECK(screen.colours(0) == ".11_.+++");
  CHECK(screen.styles(0).empty());
  CHECK(screen.style(0, 3) == Style{.background = 4});
  CHECK(screen.style(0, 5).foreground == 10);
  CHECK(screen.style(0, 6).foreground == 200);
  CHECK(screen.style(0, 7).foreground == Style::rgb + 0x010203);
  CHECK(after("\x1b[105;48;5;7ma").style(0, 0).background == 7);
  CHECK(after("\x1b[33m\x1b[2K\x1b[44m\x1b[K").colours(0) == "__________");
}

TEST_CASE("a screen without colours has never asked for any") {
  CHECK_FALSE(after("\x1b[39;49m\x1b[1;7ma\x1b[m").ever_coloured());
  CHECK(after("\x1b[31m\x1b[m").ever_coloured());
}

TEST_CASE("the alternate screen leaves the normal one and its cursor as they were") {
  auto screen = after("one\r\ntwo\x1b[?1049h");
  CHECK(screen.alternate_screen());
  CHECK(screen.text().empty());
  screen.feed("\x1b[Hfull screen\x1b[3;3H\x1b[?1049l");
  CHECK_FALSE(screen.alternate_screen());
  CHECK(screen.text() == "one\ntwo");
  CHECK(place(screen) == "1 3");
  screen.feed("\r\nthree\x1b[?1049h");
  CHECK(screen.text().empty());
}

TEST_CASE("the older alternate screens share the cursor, and one keeps what it held") {
  CHECK(shown("one\x1b[?47htwo\x1b[?47lthree") == "one   thre\ne");
  CHECK(shown("one\x1b[?47htwo\x1b[?47l\x1b[?47h") == "   two");
  CHECK(shown("one\x1b[?1047htwo\x1b[?1047l\x1b[?1047h").empty());
}

TEST_CASE("modes are known, several at once") {
  auto screen = after("\x1b[?25l\x1b[?2004h\x1b[?1006;1000h\x1b[?12l\x1b[?1h\x1b=");
  CHECK_FALSE(screen.cursor_visible());
  CHECK(screen.bracketed_paste());
  CHECK(screen.mouse());
  screen.feed("\x1b[?12;25h\x1b[?2004l\x1b[?1006;1000l\x1b[34h\x1b[34l\x1b>");
  CHECK(screen.cursor_visible());
  CHECK_FALSE(screen.bracketed_paste());
  CHECK_FALSE(screen.mouse());
  for (const auto* mouse : {"\x1b[?1002h", "\x1b[?1003h"}) CHECK(after(mouse).mouse());
  CHECK(screen.unknown() == Strings{});
}

TEST_CASE("strings and questions to the terminal show nothing") {
  CHECK(shown("a\x1b]0;title\ab\x1b]104\x1b\\c") == "abc");
  CHECK(shown("a\x1b[c\x1b[>c\x1b[6n\x1bZ\x1b[22;0;0tb") == "ab");
  CHECK(shown("a\x1b]Rb\x1b]P0a1B2c3d\x1b[?0cd\x1bge\x1b[?5hf\x1b[?5lg") ==
        "ab"
        "dd"
        "efg");
}

TEST_CASE("a terminal is reset") {
  const auto screen = after(
      "one\x1b[7m\x1b[2;3r\x1b[?25l\x1b[?2004h\x1b"
      "ctwo");
  CHECK(screen.text() == "two");
  CHECK(screen.styles(0).empty());
  CHECK(screen.cursor_visible());
  CHECK_FALSE(screen.bracketed_paste());
  CHECK(shown("one\x1b[4h\x1b[!p\x1b[?3;4l\x1b[4l\x1b>\x1b[1Gtw") == "twe");
}

TEST_CASE("what is not understood is remembered, once") {
  const auto screen =
      after("a\x1b[5;7y\x1b[5;7yb\x1b[?69hc\x1b[4:3md\x1b[21me\x1bPq\x1b\\f\x1b(Ag\x1b#8\x05");
  CHECK(screen.text() == "abcdefg");
  CHECK(screen.unknown() ==
        Strings{"\\e[5;7y", "\\e[?69h", "\\e[4:3m", "\\e[21m", "\\ePq", "\\e(A", "\\e#8", "\\x05"});
}

TEST_CASE("a sequence that another interrupts is remembered, and the other obeyed") {
  const auto screen = after("a\x1b[3\x1b[4mb\x1b\x1b[mc\x1b]0;title\x1b[1md");
  CHECK(screen.text() == "abcd");
  CHECK(screen.styles(0) == ".u.b");
  CHECK(screen.unknown() == Strings{"\\e[3", "\\e"});
}

TEST_CASE("bytes may be cut anywhere") {
  const std::string bytes =
      "né\x1b[2;3H\x1b[1;38;5;200m日本\x1b[m\x1b(0q\x1b(B\x1b]0;title\x1b\\e\u0301\x1b]P0a1b2c3\x1b[?"
      "25l👩\xff.";
  const auto whole = after(bytes);
  for (std::size_t at = 0; at <= bytes.size(); ++at) {
    CAPTURE(at);
    auto screen = after(bytes.substr(0, at));
    screen.feed(bytes.substr(at));
    CHECK(screen.text() == "né\n  日本─e\u0301👩\n\uFFFD.");
    CHECK(screen.styles(1) == whole.styles(1));
    CHECK(screen.unknown() == Strings{"\\xff"});
    CHECK_FALSE(screen.cursor_visible());
  }
  ScreenReader by_bytes{4, 10};
  for (const char byte : bytes) by_bytes.feed({&byte, 1});
  CHECK(by_bytes.text() == whole.text());
}

TEST_CASE("a wide character takes two columns") {
  CHECK(place("日本") == "0 4");
  CHECK(after("\x1b[7m日\x1b[m.").styles(0) == "rr");
  CHECK(shown("日\x1b[2bx") == "日日日x");
}

TEST_CASE("a wide character that does not fit at the right edge wraps as a whole") {
  CHECK(shown("12345678日x") == "12345678日\nx");
  CHECK(place("12345678日") == "0 9");
  CHECK(shown("123456789日") == "123456789\n日");
  CHECK(shown("\x1b[?7l123456789日x") == "123456789x");
  CHECK(shown("日", 2, 1).empty());
}

TEST_CASE("a wide character that loses one half loses the other") {
  CHECK(shown("日本\x1b[2Gx") == " x本");
  CHECK(shown("日本\x1b[3Gx") == "日x");
  CHECK(shown("a日本\x1b[1G日") == "日 本");
  CHECK(shown("日本x\x1b[2G\x1b[2X") == "    x");
  CHECK(shown("日本x\x1b[2G\x1b[P") == " 本x");
  CHECK(shown("12345678日\x1b[1G\x1b[@") == " 12345678");
  CHECK(shown("日本\x1b[4G\x1b[K") == "日");
}

TEST_CASE("what has no width joins the character before it") {
  CHECK(shown("e\u0301x") == "e\u0301x");
  CHECK(shown("日\u0301x") == "日\u0301x");
  CHECK(shown("123456789e\u0301x") == "123456789e\u0301\nx");
  CHECK(shown("\u0301x") == "x");
  CHECK(place("❤\uFE0F") == "0 1");
}

TEST_CASE("invalid UTF-8 and controls beyond ASCII do not go unnoticed") {
  const auto screen = after(
      "a\xc3(\xc2\x9b"
      "31mb");
  CHECK(screen.text() == "a\uFFFD(31mb");
  CHECK(screen.unknown() == Strings{"\\xc3", "\\xc2\\x9b"});
}

TEST_CASE("a new size keeps what stands at the top left") {
  auto screen = after("0123456日\r\ntwo\r\n\r\nfour");
  screen.resize(2, 8);
  CHECK(screen.text() == "0123456\ntwo");
  CHECK(place(screen) == "1 4");
  screen.resize(3, 12);
  CHECK(screen.text() == "0123456\ntwo");
  screen.feed("\r\nthree\r\nfour");
  CHECK(screen.text() == "two\nthree\nfour");
}

TEST_CASE("a pseudo-terminal has a screen, which is waited for") {
  const Home home;
  const auto* script = "printf 'one\\033[3;4Htwo'; read word; printf '\\033[H\\033[Jgot %s' $word; read word";
  Pty terminal{home, {"-c", script}, {.rows = 5, .columns = 20, .program = "/bin/sh"}};
  terminal.wait_for_screen("two");
  CHECK(terminal.screen().text() == "one\n\n   two");
  terminal.wait_for_screen("one\n\n");
  terminal.send("it\n");
  terminal.wait_until([](const ScreenReader& screen) { return screen.row(0) == "got it"; }, "its answer");
  CHECK(terminal.bytes() == terminal.transcript().size() + 1);
  terminal.resize(3, 4);
  CHECK(terminal.screen().text() == "got");
  terminal.send("\n");
  CHECK(terminal.wait() == 0);
}

TEST_CASE("a wait for the screen that fails shows it") {
  const Home home;
  Pty terminal{home, {"-c", "printf 'one\\033[2Htwo'"}, {.program = "/bin/sh"}};
  CHECK_THROWS_WITH(terminal.wait_for_screen("three"), "viva ended before \"three\"; its screen:\none\ntwo");
}

TEST_CASE("a terminal settles once nothing comes any more") {
  const Home home;
  Pty terminal{home,
               {"-c", "for i in 1 2 3 4; do printf $i; sleep 0.02; done; read word; printf end"},
               {.program = "/bin/sh"}};
  terminal.wait_for_screen("1");
  terminal.settle(std::chrono::milliseconds{500});
  CHECK(terminal.screen().text() == "1234");
  terminal.send("\n");
  terminal.wait_for("end");
  terminal.settle();
  CHECK(terminal.screen().text() == "1234\nend");
}
