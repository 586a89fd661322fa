// What is typed, byte by byte, and what the terminal is told to show.
#include "line/line_editor.hpp"

#include "catch.hpp"

using namespace viva;
using State = LineEditor::State;

namespace {

std::string type(LineEditor& line, std::string_view bytes) {
  std::string shown;
  for (const char byte : bytes) shown += line.take(byte);
  return shown;
}

LineEditor begun(int columns = 80, bool ascii = false) {
  LineEditor line{ascii};
  line.begin("> ", columns);
  return line;
}

}  // namespace

TEST_CASE("a line is echoed and entered", "[line]") {
  auto line = begun();
  CHECK(type(line, "fewer bits") == "fewer bits");
  CHECK(line.state() == State::open);
  CHECK(type(line, "\r") == "\n");
  CHECK(line.state() == State::entered);
  CHECK(line.text() == "fewer bits");
}

TEST_CASE("a return with its newline enters one line", "[line]") {
  auto line = begun();
  type(line, "a\r");
  line.begin("| ", 80);
  CHECK(type(line, "\nb").substr(0) == "b");
  CHECK(line.text() == "b");
}

TEST_CASE("Ctrl-D ends the input, but only on an empty line", "[line]") {
  auto line = begun();
  type(line, "x\x04");
  CHECK(line.state() == State::open);
  type(line, "\x7f\x04");
  CHECK(line.state() == State::ended);
}

TEST_CASE("erasing a character, a word and all of it", "[line]") {
  auto line = begun();
  type(line, "one two three");
  CHECK(type(line, "\x7f") == "\b \b");
  CHECK(line.text() == "one two thre");
  CHECK(type(line, "\x17") == "\b\b\b\b    \b\b\b\b");
  CHECK(line.text() == "one two ");
  type(line, "\x15");
  CHECK(line.text().empty());
  CHECK(type(line, "\x7f\x17\x15").empty());
}

TEST_CASE("what is wide or joined is taken back whole, and the line is written again", "[line]") {
  auto line = begun();
  type(line, "日本e\u0301");
  CHECK(type(line, "\x7f") == "\n> 日本");
  CHECK(line.text() == "日本");
  CHECK(type(line, "\x7f") == "\n> 日");
}

TEST_CASE("a character is shown once it is complete, and broken bytes as such", "[line]") {
  auto line = begun();
  CHECK(type(line, "\xc3").empty());
  CHECK(type(line, "\xa9") == "é");
  CHECK(type(line, "\xffz") == "\uFFFDz");
  CHECK(line.text() == "é\xffz");
}

TEST_CASE("a row that is full goes on in the next", "[line]") {
  auto line = begun(10);
  CHECK(type(line, "abcdefghij") == "abcdefg\n  hij");
  CHECK(type(line, "\x7f\x7f\x7f") == "\b \b\b \b\b \b");
  CHECK(type(line, "\x7f") == "\n> abcdef");
  CHECK(line.text() == "abcdef");
}

TEST_CASE("nothing typed commands the terminal", "[line]") {
  auto line = begun();
  CHECK(type(line,
             "a\x1b[A\x1b[1;5C\x1bOP\x1bx"
             "b") == "ab");
  CHECK(type(line,
             "\u009b"
             "31m\u202e") ==
        "\uFFFD"
        "31m");
  CHECK(type(line, "\tc\x01\x07") == " c");
}

TEST_CASE("an escape sequence that never ends is given up", "[line]") {
  auto line = begun();
  type(line, "\x1b[" + std::string(40, '1'));
  CHECK(type(line, "~x").ends_with("x"));
}

TEST_CASE("what is pasted is known, line by line", "[line]") {
  auto line = begun();
  type(line, "\x1b[200~first\r");
  CHECK(line.pasted());
  line.begin("| ", 80);
  type(line, ".\r");
  CHECK(line.pasted());
  line.begin("| ", 80);
  type(line, "last\x1b[201~\r");
  CHECK_FALSE(line.pasted());
  CHECK(line.text() == "last");
}

TEST_CASE("after something came between, the line is written again", "[line]") {
  auto line = begun();
  type(line, "half a li");
  CHECK(line.again() == "> half a li");
  CHECK(type(line, "ne") == "ne");
}

TEST_CASE("a terminal without Unicode is shown ASCII; what was typed stays", "[line]") {
  auto line = begun(80, true);
  CHECK(type(line, "a…b") == "a...b");
  CHECK(line.text() == "a…b");
}
