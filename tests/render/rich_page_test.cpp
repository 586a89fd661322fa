#include "render/rich_page.hpp"

#include "catch.hpp"
#include "viva/base/random.hpp"
#include "viva/base/text.hpp"

using namespace viva;

namespace {

std::string shown(std::string_view markdown, int columns, Palette palette = {}) {
  return render(rich_page(read_markdown(markdown), columns), palette);
}

}  // namespace

TEST_CASE("paragraphs are wrapped, and keep their line breaks and indentation") {
  CHECK(shown("one two three four\nfive\n\nsix", 10) == "one two\nthree four\nfive\n\nsix\n");
  CHECK(shown("def f():\n    return one + two", 16) == "def f():\n    return one +\n    two\n");
  CHECK(shown("", 10).empty());
}

TEST_CASE("text without spaces is wrapped too, with its styles") {
  CHECK(shown("什么是**量化**？为什么", 8, {.colour = true}) ==
        "什么是\x1b[1m量\x1b[0m\n\x1b[1m化\x1b[0m？为什\n么\n");
  CHECK(shown("ภาษา\u200B*ไทย*", 8, {.colour = true}) == "ภาษา\x1b[3mไทย\x1b[0m\n");
  CHECK(shown("ภาษาไทย\u200B*ง่าย*", 8, {.colour = true}) == "ภาษาไทย\n\x1b[3mง่าย\x1b[0m\n");
  CHECK(shown("ab\u200F\u00ADc **d**e", 8, {.colour = true}) == "abc \x1b[1md\x1b[0me\n");
}

TEST_CASE("what is emphasised has its style, also where its line is wrapped") {
  CHECK(shown("a *bcd efg* **h** `i j`", 10, {.colour = true}) ==
        "a \x1b[3mbcd efg\x1b[0m\n"
        "\x1b[1mh\x1b[0m \x1b[1mi j\x1b[0m\n");
  CHECK(shown("a *bcd efg*", 8, {.colour = true}) == "a \x1b[3mbcd\x1b[0m\n\x1b[3mefg\x1b[0m\n");
  Page page = rich_page(read_markdown("a **b**"), 20, Style::dim);
  CHECK(render(page, {.colour = true}) == "a \x1b[1mb\x1b[0m\n");
  CHECK(shown("# Heading", 20, {.colour = true}) == "\x1b[1mHeading\x1b[0m\n");
}

TEST_CASE("code among words is bold, and has no backticks but its own") {
  CHECK(shown("Is `*p` or `` a`b `` an *lvalue*?", 80) == "Is *p or a`b an lvalue?\n");
  CHECK(shown("Is `*p` one?", 80, {.colour = true}) == "Is \x1b[1m*p\x1b[0m one?\n");
}

TEST_CASE("a link shows its address where its text does not") {
  CHECK(shown("see [the *docs*](https://e.org/x) or <https://e.org>", 80) ==
        "see the docs (https://e.org/x) or https://e.org\n");
}

TEST_CASE("lists have bullets or numbers, and hang") {
  CHECK(shown("- one two three\n- four\n  1. five\n  2. six seven", 12) ==
        "• one two\n"
        "  three\n"
        "• four\n"
        "  1. five\n"
        "  2. six\n"
        "     seven\n");
  CHECK(shown("9. a\n\n10. b", 20) == "9.  a\n\n10. b\n");
  CHECK(shown("- a\n- b", 20, {.ascii = true}) == "* a\n* b\n");
  CHECK(shown("-", 20) == "•\n");
}

TEST_CASE("a quote has a bar on every line") {
  CHECK(shown("> one two three\n>\n> - four", 10) == "│ one two\n│ three\n│\n│ • four\n");
}

TEST_CASE("code keeps its lines and its indentation") {
  CHECK(shown("Look:\n\n```c\nint  x;\n\tif (x)\n  \ty\tz\n\n```", 40) ==
        "Look:\n"
        "\n"
        "  int  x;\n"
        "      if (x)\n"
        "      y   z\n"
        "\n");
}

TEST_CASE("a line of code that is too long goes on after a mark") {
  CHECK(shown("```\n  abcdefghij klmnopqrst uvwxyz\nend\n```", 20) ==
        "    abcdefghij klmno\n"
        "  ↪ pqrst uvwxyz\n"
        "  end\n");
  CHECK(shown("```\n漢字漢字漢字漢字漢字漢\n```", 20, {.ascii = true}) ==
        "  ??????????????????\n"
        "  \\ ????\n");
}

TEST_CASE("with a lead, a text begins beside it") {
  Page page;
  add_rich(page, {{"Hint   ", Style::strong}}, read_markdown("one two\n\n- three"), 14);
  add_rich(page, {{"None"}}, {}, 20);
  CHECK(render(page, {}) == "Hint   one two\n\n       • three\nNone\n");
}

TEST_CASE("where there is no room beside a mark, text is below it") {
  CHECK(shown("- - - a b c d e f g", 9) == "• •\n  •\n  a b c d\n  e f g\n");
}

TEST_CASE("nothing in a text commands the terminal") {
  CHECK(shown("a\x1b[2J `\x1b` \u202Eb &#27;\n\n```\n\x1b[0m\n```", 40) == "a␛[2J ␛ b ␛\n\n  ␛[0m\n");
}

TEST_CASE("no line is wider than the page, whatever the text") {
  static constexpr std::string_view parts[]{"word",
                                            " ",
                                            "\n",
                                            "\n\n",
                                            "- ",
                                            "1. ",
                                            "> ",
                                            "```\n",
                                            "\t",
                                            "漢字",
                                            "👩‍💻",
                                            "e\u0301",
                                            "    ",
                                            "`a b`",
                                            "**",
                                            "\xff",
                                            "[a](https://e.org)",
                                            "\u202E",
                                            "longest-word-of-all"};
  Random random{3};
  for (int i = 0; i < 2'000; ++i) {
    std::string text;
    for (auto left = below(random, 40); left > 0; --left) text += parts[below(random, std::size(parts))];
    const auto columns = 8 + static_cast<int>(below(random, 40));
    INFO(text);
    for (const auto& line : rich_page(read_markdown(text), columns))
      REQUIRE(width(render(line, {})) <= columns);
  }
}
