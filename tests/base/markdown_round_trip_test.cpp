// What is written as Markdown is read as the same value: examples for every section of CommonMark, and random
// ones. The seed is fixed, so a failure can be repeated.
#include <algorithm>
#include <array>

#include "catch.hpp"
#include "viva/base/random.hpp"
#include "viva/base/rich_text.hpp"
#include "viva/base/text.hpp"

using namespace viva;

namespace {

void check_round_trip(const std::string& text) {
  const auto read = read_markdown(text);
  const auto written = write_markdown(read);
  INFO(text << "\n--- written:\n" << written);
  REQUIRE(find_invalid_utf8(written) == std::string::npos);
  REQUIRE(read_markdown(written) == read);
  REQUIRE(plain_text(read_markdown(written)) == plain_text(read));
}

std::string random_markdown(Random& random) {
  static constexpr std::array<std::string_view, 74> parts{"a",
                                                          "b c",
                                                          "Z",
                                                          "9",
                                                          " ",
                                                          "  ",
                                                          "    ",
                                                          "\n",
                                                          "\n\n",
                                                          "\n    ",
                                                          "\t",
                                                          "*",
                                                          "**",
                                                          "***",
                                                          "_",
                                                          "__",
                                                          "`",
                                                          "``",
                                                          "```\n",
                                                          "~~~\n",
                                                          "- ",
                                                          "* ",
                                                          "+ ",
                                                          "1. ",
                                                          "7) ",
                                                          "2019. ",
                                                          "> ",
                                                          "# ",
                                                          "## ",
                                                          "---\n",
                                                          "===",
                                                          "[",
                                                          "]",
                                                          "](https://e.org)",
                                                          "](x)",
                                                          "![",
                                                          "<https://e.org/a_b>",
                                                          "<",
                                                          ">",
                                                          "&amp;",
                                                          "&#32;",
                                                          "&#10;",
                                                          "&#42;",
                                                          "&#x202E;",
                                                          "&lt",
                                                          "\\",
                                                          "\\\n",
                                                          "\\*",
                                                          "!",
                                                          "(",
                                                          ")",
                                                          ".",
                                                          ":",
                                                          ",",
                                                          "-",
                                                          "+",
                                                          "=",
                                                          "#",
                                                          "|",
                                                          "\"",
                                                          "é",
                                                          "שלום",
                                                          "漢字",
                                                          "“",
                                                          "…",
                                                          "\u00A0",
                                                          "\u2028",
                                                          "👩‍💻",
                                                          "\xff",
                                                          "\x1B",
                                                          "a*b",
                                                          "__a__",
                                                          "x_y",
                                                          "[a]: https://e.org\n"};
  std::string text;
  for (auto left = 1 + below(random, 24); left > 0; --left) text += parts[below(random, parts.size())];
  return text;
}

}  // namespace

TEST_CASE("each section of CommonMark is written as it is read") {
  const auto* const text = GENERATE(
      // Tabs, precedence, thematic breaks
      "\tcode\n", "- a\n\n\tb\n", ">\t\tcode\n", "-\t\tcode\n", "- `a\n- b`\n", "***\n---\n___\n",
      "- a\n***\n- b\n", "* * *\n+ + +\n", "- * * *\n",
      // Headings
      "# a\n## b ##\n### c\\#\n", "####### seven\n", "#\n", "a *b*\n===\nc\nd\n---\n", "# a \\#\n# C#\n",
      // Code blocks
      "    a\n      b\n\n\n    c\n", "```\n<\n >\n```\n", "~~~~ ruby startline=3\n~~~\n~~~~\n",
      "```\n\n  \n```\n", "> ```\n> a\n\nb\n", "- ```\n  a\n\n  b\n  ```\n", "``` a`b\n", "~~~ a`b\nx\n~~~\n",
      "```&amp;\\a\n```\n",
      // HTML and link reference definitions
      "<table>\n<tr>\n\n<!-- a -->\n", "[a]: https://e.org\n\n[a] [b][a] [a][]\n", "[a]: https://e.org\n",
      // Paragraphs and blank lines
      "a\nb\n\n\nc\n", "  a\n b\n", "a  \nb\\\nc\n", "a\n    b\n      c\n", "a\n&#32; b\n&#10;c&#10;\n",
      // Block quotes
      "> # a\n> b\nc\n", ">\n", "> a\n\n> b\n", "> > a\n> b\n", ">     code\n\n>    text\n",
      "> - a\n>   > b\n",
      // List items and lists
      "- a\n\n      code\n", "10) a\n\n    b\n", "-\n  a\n-\n- c\n", "- a\n\n- b\n\n\n- c\n",
      "- a\n+ b\n* c\n", "1. a\n2) b\n", "0. a\n", "003. a\n", "- a\n  - b\n    - c\n\n      d\n",
      "- a\n  > b\n  ```\n  c\n  ```\n- d\n", "* a\n  * b\n\n  * c\n* d\n", "- - a\n  - b\n- 1. c\n",
      "- # a\n- b\n  ---\n  c\n", "a\n- b\n1. c\n", "- *\n  a\n", "- - -a\n", "* -\n  *\n",
      "- a\n\n  b\n\nc\n", "998. a\n999. b\n1000. c\n",
      // Escapes and entities
      "\\!\\\"\\#\\$\\%\\&\\'\\(\\)\\*\\+\\,\\-\\.\\/\\:\\;\\<\\=\\>\\?\\@\\[\\\\\\]\\^\\_\\`\\{\\|\\}\\~\n",
      "\\# a\n\\- b\n1\\. c\n\\> d\n", "&nbsp; &amp;lt; &#35; &#42;a&#42;\n", "&#9;a&#9;\n", "\\&amp; &\n",
      // Code spans
      "`a` `` b ` c `` ` `` ` ` a` `  `\n", "`a\\`b`\n", "` `` `\n", "`*a*` *`b`*\n",
      // Emphasis
      "*a*b **c**d _e_ __f g__\n", "a*\"b\"*c\n", "*a **b** c* **a *b* c**\n", "***a** b* ***a* b**\n",
      "*a **b***c **a *b***c\n", "*a*__b__*c*\n", "_a __b___ __a _b___\n", "**“a”** *(b)* **c.**d\n",
      "*a\nb* **c\\\nd**\n", "*&#32;a&#32;*b**&#10;c&#10;**\n", "这**是**的\n", "*a*&#98;*c*\n",
      "\\**a*\\*\n",
      // Links, images and autolinks
      "[a](https://e.org) [b](<https://e.org/a b>) [c](https://e.org 'title')\n",
      "[a *b `c`*](https://e.org)d\n", "*[a](https://e.org) b* **[a *b*](https://e.org)**\n",
      "[a](https://e.org/\\<*_&amp;`|)*b*\n",
      "[a](https://e.org)[b](https://e.org) [a](https://e.org)[b](https://f.org)\n",
      "![a *b*](https://e.org)\n", "[![a](https://e.org/i)](https://e.org) \\![a](https://e.org)\n",
      "[a\\]b](https://e.org) [a](x) [](https://e.org)\n",
      "<https://e.org/?a=b&c=d> <https://e.org> **<https://e.org>**\n", "[a]\\(https://e.org)\n",
      "[<https://e.org>](https://f.org)\n");
  check_round_trip(text);
}

TEST_CASE("what is written shows its text as plain as it may be") {
  CHECK(write_markdown(read_markdown("snake_case, C++, f(x): 3 - 2 > 1")) ==
        "snake_case, C++, f(x): 3 - 2 &gt; 1\n");
  CHECK(write_markdown(read_markdown("* a\n* **b** c\n\n# d\n\n~~~c\ne\n~~~")) ==
        "- a\n- **b** c\n\n# d\n\n```c\ne\n```\n");
  CHECK(write_markdown(read_markdown("a@b.org www.e.org https://e.org $x$ <b> ~~c~~ d\u200E")) ==
        "a\\@b.org www\\.e.org https\\://e.org \\$x\\$ &lt;b&gt; \\~\\~c\\~\\~ d&#8206;\n");
  CHECK(write_markdown({}).empty());
}

TEST_CASE("random Markdown is written as it is read") {
  Random random{7};
  for (int i = 0; i < 20'000; ++i) check_round_trip(random_markdown(random));
}

TEST_CASE("random bytes are written as they are read") {
  Random random{11};
  for (int i = 0; i < 5'000; ++i) {
    std::string text;
    for (auto left = below(random, 60); left > 0; --left) text += static_cast<char>(below(random, 256));
    check_round_trip(text);
  }
}
