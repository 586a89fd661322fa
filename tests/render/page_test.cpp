#include "render/page.hpp"

#include "catch.hpp"
#include "viva/base/text.hpp"

using namespace viva;

namespace {

constexpr Palette plain{}, colour{true, false}, ascii{false, true};

std::string wrapped(const Line& lead, std::string_view text, int columns) {
  Page page;
  add_wrapped(page, lead, text, columns);
  return render(page, plain);
}

}  // namespace

TEST_CASE("a page without colour is its text, each line ended, without trailing spaces") {
  const Page page{
      {{"1/3  ", Style::strong}, {"Beginner · Quantization", Style::dim}}, {}, {{"  What is it?  "}, {"  "}}};
  CHECK(render(page, plain) == "1/3  Beginner · Quantization\n\n  What is it?\n");
  CHECK(render(Page{}, plain).empty());
  CHECK(render(Line{}, plain).empty());
}

TEST_CASE("with colour every style that has a look is switched on and off again") {
  const std::vector<std::pair<Style, std::string>> codes{
      {Style::plain, "|"},
      {Style::strong, "\x1b[1m|\x1b[0m"},
      {Style::dim, "\x1b[2m|\x1b[0m"},
      {Style::accent, "\x1b[1m|\x1b[0m"},
      {Style::good, "\x1b[32m|\x1b[0m"},
      {Style::warn, "\x1b[35m|\x1b[0m"},
      {Style::bad, "\x1b[31m|\x1b[0m"},
      {Style::emphasis, "\x1b[3m|\x1b[0m"},
      {Style::code, "\x1b[1m|\x1b[0m"},
  };
  for (const auto& [style, shown] : codes) CHECK(render(Line{{"|", style}}, colour) == shown);
  CHECK(render(Page{{{"Hint   ", Style::strong}, {"Name it."}}}, colour) ==
        "\x1b[1mHint   \x1b[0mName it.\n");
  CHECK(render(Line{{"", Style::bad}}, colour).empty());
}

TEST_CASE("words have no colour and are not dim, only the marks beside them") {
  CHECK(
      render(Line{{"█████░░", Style::bad}, {" 61 %", Style::bad}, {" · ", Style::dim}, {"over", Style::dim}},
             colour) == "\x1b[31m█████░░\x1b[0m\x1b[1m 61 %\x1b[0m\x1b[2m · \x1b[0mover");
}

TEST_CASE("in ASCII nothing else is left") {
  CHECK(render(Line{{"Beginner · “4×” … 日本"}}, ascii) == "Beginner - \"4x\" ... ????");
  CHECK(render(Line{{"a·b", Style::good}}, Palette{true, true}) == "a-b");
}

// The escape characters below must not reach a terminal, whatever the palette.
TEST_CASE("text from a stranger cannot command the terminal") {
  const Line hostile{
      {"\x1b[2J\x07 \xc2\x9b"
       "31m \u202Etxt\u2066 a\tb\nc \xff \x7f",
       Style::warn}};
  CHECK(render(hostile, plain) == "␛[2J␇ \uFFFD31m txt a b c \uFFFD \uFFFD");
  CHECK(render(hostile, colour) == "\x1b[1m␛[2J␇ \uFFFD31m txt a b c \uFFFD \uFFFD\x1b[0m");
  CHECK(render(hostile, ascii) == "?[2J? ?31m txt a b c ? ?");
}

TEST_CASE("wrapped text hangs under the first line, by the width of what leads it") {
  CHECK(wrapped({{"Hint   "}}, "Name the precisions involved, what shrinks and what speeds up.", 30) ==
        "Hint   Name the precisions\n"
        "       involved, what shrinks\n"
        "       and what speeds up.\n");
  CHECK(wrapped({{"  1", Style::accent}, {"  "}}, "memory falls in proportion", 20) ==
        "  1  memory falls in\n"
        "     proportion\n");
  CHECK(wrapped({}, "no lead at all", 8) == "no lead\nat all\n");
}

TEST_CASE("the indent is counted in columns, not in bytes or characters") {
  CHECK(wrapped({{"日本 "}}, "eight is eight", 14) == "日本 eight is\n     eight\n");
  CHECK(wrapped({{"\x1b "}}, "one two three", 9) == "␛ one two\n  three\n");
}

TEST_CASE("paragraphs keep their breaks, and no text still shows what leads it") {
  CHECK(wrapped({{"a "}}, "first\n\nsecond", 20) == "a first\n\n  second\n");
  CHECK(wrapped({{"Answer"}}, "", 20) == "Answer\n");
}

TEST_CASE("where the lead leaves no room, the text still gets eight columns") {
  CHECK(wrapped({{"a very long lead "}}, "some words follow", 10) ==
        "a very long lead some\n"
        "                 words\n"
        "                 follow\n");
}

TEST_CASE("the text carries its style on every line, the lead only on the first") {
  Page page;
  add_wrapped(page, {{"> ", Style::strong}}, "one two", 5, Style::emphasis);
  CHECK(render(page, colour) == "\x1b[1m> \x1b[0m\x1b[3mone two\x1b[0m\n");
  add_wrapped(page, {{"> ", Style::strong}}, "several more words", 10, Style::emphasis);
  CHECK(render(page, colour) ==
        "\x1b[1m> \x1b[0m\x1b[3mone two\x1b[0m\n"
        "\x1b[1m> \x1b[0m\x1b[3mseveral\x1b[0m\n"
        "  \x1b[3mmore\x1b[0m\n"
        "  \x1b[3mwords\x1b[0m\n");
}
