// What counts as Markdown, and what stays plain text.
#include <algorithm>
#include <utility>

#include "catch.hpp"
#include "viva/base/rich_text.hpp"
#include "viva/base/text.hpp"

using namespace viva;

namespace {

template <typename Value>
struct Case {
  std::string text;
  Value read;
};

RichText paragraph(RichSpans spans) { return {{Paragraph{std::move(spans)}}}; }
RichText plain(std::string text) { return paragraph({{std::move(text)}}); }
RichText list(std::optional<int> start, bool tight, std::vector<RichText> items) {
  return {{TextList{start, tight, std::move(items)}}};
}

RichSpan emphasis(std::string text) { return {.text = std::move(text), .emphasis = true}; }
RichSpan strong(std::string text) { return {.text = std::move(text), .strong = true}; }
RichSpan code(std::string text) { return {.text = std::move(text), .code = true}; }
RichSpan link_to(std::string text, std::string address) {
  return {.text = std::move(text), .link = std::move(address)};
}

int depth_of(const RichText& text) {
  int deepest = 0;
  for (const auto& block : text.blocks) {
    if (const auto* quote = std::get_if<Quote>(&block))
      deepest = std::max(deepest, 1 + depth_of(quote->text));
    if (const auto* inner = std::get_if<TextList>(&block))
      for (const auto& item : inner->items) deepest = std::max(deepest, 1 + depth_of(item));
  }
  return deepest;
}

}  // namespace

TEST_CASE("plain lines are read as after an empty line, which takes the parser") {
  const auto* const text =
      GENERATE("word", "One.\n\nTwo (more).\n\n“Three”.", "One.\n\n- two", "One.\n\n\nTwo.", "One.\n\n",
               "It’s 4× “faster”", "漢字", "(so)", "'tis", "é", "a \u00A0", "\u00A0a", "a\u3000", "\"q\"",
               "x: y; z!? $5 100% #1 ~ ^ | = + - @ {} / , .", "a  b", "a]", "a> b", "\uFFFE", "a\uFDD0",
               "\xFF", "שלום \u200Fx", "a\uFEFF", "e\u0301", "👩‍💻", "a\u2028b", "a\u0085b", "a\x7F");
  INFO(text);
  CHECK(read_markdown(text) == read_markdown(std::string{"\n"} + text));
}

TEST_CASE("plain text is read as it is") {
  const auto* const text = GENERATE(
      "", "word", "a lone * star", "2 * 3 * 4", "2*3*4", "O(n*m*k) and x**2 + y**2", "a*b + c*d",
      "snake_case", "x_i and y_i", "the __init__ method, __FILE__ and __attribute__((packed))", "char *p, *q",
      "int f(int **argv)", "f(*args, **kwargs)", "See step 1. Then 2) follows.", "#include <map>",
      "a line\n#include <map>\n#define X", "a<b and b>c", "C++ and C#", "std::vector<int> v;",
      "std::map<std::string, int>", "<div>not HTML</div>", "<!-- no comment -->", "<me@example.org>",
      "<ftp://example.org>", "a && b || c", "x &= y & z;", "AT&T &unknown; &copy", "2019. was a year",
      "It began in\n2019. Then it ended.", "1.5 and 2.5", "-5 degrees", "--flag and --", "+1", "=", "a\n=\nb",
      "a\n--", "a\n-", "#1 of 10", "v[i](x)", "[](int a) { return a; }", "[&](auto x) {}", "[=]() mutable {}",
      "[](){}", "[text](page.html)", "[text](javascript:alert(1))", "![image](image.png)", "[1] and [note]",
      "[note]: important", "[1]: https://example.org", "https://example.org/a_b_c", "www.example.org",
      "| a | b |\n|---|---|\n| 1 | 2 |", "~~gone~~", "$x_1$ and $y_1$", "C:\\temp\\new", "tab\tin between",
      "what does `this mean?", "5 > 3", "a\nb\nc", "def f(x):\n    if x:\n        return 1", "50 % * 2",
      "(*)", "**", "…‘quotes’ – dash", "שלום \u200Fעולם", "नमस्ते", "👩‍💻");
  INFO(text);
  CHECK(read_markdown(text) == (*text == 0 ? RichText{} : plain(text)));
}

TEST_CASE("text that the source writes in another way") {
  const std::vector<Case<std::string>> cases{
      {R"(\*not emphasis\* and \\ and \a)", R"(*not emphasis* and \ and \a)"},
      {"&lt;b&gt; &amp; &quot;&eacute;&#33;&#x2026;&nbsp;&hearts;&apos;", "<b> & \"é!…\u00A0♥'"},
      {"&#0; &#xD800; &#x110000; &#99999999999;", "\uFFFD \uFFFD \uFFFD &#99999999999;"},
      {"  both ends  ", "both ends"},
      {"a  \nb\\\nc", "a\nb\nc"},
      {"a\r\nb\rc\fd\u2028e", "a\nb\nc\nd\ne"},
      {"\uFEFFa", "a"},
      {"a \x1B[31m \x7F \u0085b", "a ␛[31m \uFFFD\nb"},
      {std::string("a\0b\xFF\xC3", 5), "a\uFFFDb\uFFFD\uFFFD"},
      {"\uFDD0 \uFFFF \u2056\uFDD1", "\uFFFD \uFFFD \u2056\uFFFD"},
      {"a\u202Eb &#x202E; \u2067c\u2069 &#x200F; d\u00ADe", "ab \uFFFD \u2067c\u2069 \u200F d\u00ADe"},
  };
  for (const auto& [text, read] : cases) {
    INFO(text);
    CHECK(read_markdown(text) == plain(read));
  }
}

TEST_CASE("spans") {
  const std::vector<Case<RichSpans>> cases{
      {"*a* **b** _c_ __d e__",
       {emphasis("a"), {" "}, strong("b"), {" "}, emphasis("c"), {" "}, strong("d e")}},
      {"***both***", {{.text = "both", .emphasis = true, .strong = true}}},
      {"*a **b***", {emphasis("a "), {.text = "b", .emphasis = true, .strong = true}}},
      {"**GPU**s and 这是**重点**内容", {strong("GPU"), {"s and 这是"}, strong("重点"), {"内容"}}},
      {"`a*b` `` ` `` ` c `", {code("a*b"), {" "}, code("`"), {" "}, code("c")}},
      {"`a\nb`", {code("a b")}},
      {"[text](https://e.org \"title\")", {link_to("text", "https://e.org")}},
      {"[*a* b](<http://e.org/a b>)",
       {{.text = "a", .emphasis = true, .link = "http://e.org/a b"}, link_to(" b", "http://e.org/a b")}},
      {"<https://e.org/a_b>", {link_to("https://e.org/a_b", "https://e.org/a_b")}},
      {"[](https://e.org)", {link_to("https://e.org", "https://e.org")}},
      {"![image](https://e.org/i.png)", {link_to("image", "https://e.org/i.png")}},
      {"[![image](https://e.org/i.png)](https://e.org)",
       {link_to("image (https://e.org/i.png)", "https://e.org")}},
      {"see [it][1] and [1]\n\n[1]: https://e.org/x",
       {{"see "}, link_to("it", "https://e.org/x"), {" and "}, link_to("1", "https://e.org/x")}},
      {"*a\nb*", {emphasis("a\nb")}},
  };
  for (const auto& [text, read] : cases) {
    INFO(text);
    CHECK(read_markdown(text) == paragraph(read));
  }
}

TEST_CASE("code blocks keep their lines, indentation and language") {
  const std::vector<Case<CodeBlock>> cases{
      {"```python\ndef f():\n    return 1\n```", {"python", "def f():\n    return 1\n"}},
      {"~~~\n\tif (a*b*c)\n\n\t\t__x__;\n~~~", {"", "\tif (a*b*c)\n\n\t\t__x__;\n"}},
      {"    four\n      spaces", {"", "four\n  spaces\n"}},
      {"```c++\n&lt;\n", {"c++", "&lt;\n"}},
      {"```c++ extra &amp;\n&lt;\n", {"c++", "c++ extra &\n&lt;\n"}},
      {"~~~ # not a heading\n", {"#", "# not a heading\n"}},
      {"```nothing\n```", {"", "nothing\n"}},
      {"```\n```", {"", ""}},
      {"```\n\u2067\u202E\x1B\n```", {"", "␛\n"}},
      {"```\n[](int i)\n[a]: x\n2019. y\n- <std::x>\n```", {"", "[](int i)\n[a]: x\n2019. y\n- <std::x>\n"}},
  };
  for (const auto& [text, read] : cases) {
    INFO(text);
    CHECK(read_markdown(text) == RichText{{read}});
  }
}

TEST_CASE("code within lists and quotes keeps its tabs") {
  const CodeBlock code{"go", "if {\n\tn++\n\n  \tm++\n}\n"};
  const RichText read{{code}};
  CHECK(read_markdown("- ```go\n  if {\n  \tn++\n\n    \tm++\n  }\n  ```") == list({}, true, {read}));
  CHECK(read_markdown("> ```go\n> if {\n> \tn++\n>\n>   \tm++\n> }\n> ```") == RichText{{Quote{read}}});
  const auto nested = list(1, true, {list({}, true, {{{Quote{read}}}})});
  CHECK(read_markdown(write_markdown(nested)) == nested);
  CHECK(read_markdown("- a\n\n  ```go\n  if {\n  \tn++\n\n    \tm++\n  }\n  ```\n- b\n\t- c") ==
        list({}, false,
             {{{Paragraph{{{"a"}}}, code}}, {{Paragraph{{{"b"}}}, TextList{{}, true, {plain("c")}}}}}));
}

TEST_CASE("blocks") {
  const std::vector<Case<RichText>> cases{
      {"a\n\nb", {{Paragraph{{{"a"}}}, Paragraph{{{"b"}}}}}},
      {"# A\n### B ###", {{Heading{1, {{"A"}}}, Heading{3, {{"B"}}}}}},
      {"A\n===\nB\n---", {{Heading{1, {{"A"}}}, Heading{2, {{"B"}}}}}},
      {"##", {{Heading{2, {{"##"}}}}}},
      {"> a\n> b", {{Quote{plain("a\nb")}}}},
      {"a\n\n***", {{Paragraph{{{"a"}}}, ThematicBreak{}}}},
      {"- a\n- b", list({}, true, {plain("a"), plain("b")})},
      {"* a\n\n* b", list({}, false, {plain("a"), plain("b")})},
      {"7. a\n8. b", list(7, true, {plain("a"), plain("b")})},
      {"-", list({}, true, {{}})},
      {"- a\n  1) b\n- c",
       list({}, true, {{{Paragraph{{{"a"}}}, TextList{1, true, {plain("b")}}}}, plain("c")})},
      {"- a\n\n  ```\n  x\n  ```", list({}, false, {{{Paragraph{{{"a"}}}, CodeBlock{"", "x\n"}}}})},
      {"- - a", list({}, true, {list({}, true, {plain("a")})})},
      {"- a\n  b\nc", list({}, true, {plain("a\nb\nc")})},
  };
  for (const auto& [text, read] : cases) {
    INFO(text);
    CHECK(read_markdown(text) == read);
  }
}

TEST_CASE("what is hostile is read in bounded depth") {
  const auto* const part =
      GENERATE(">", "> ", "- ", "1. ", "[", "![", "*", "**a", "_a", "`", "<", "&#", "\\", "](https://", "a*b",
               "*a_ ", "- a\n", "[a]: https://b\n", "\n> - ", "```\n");
  std::string text;
  while (text.size() < 20'000) text += part;
  INFO(part);
  const auto read = read_markdown(text);
  CHECK(depth_of(read) <= deepest_text);
  CHECK(read_markdown(write_markdown(read)) == read);
}

TEST_CASE("what nests too deep is part of what it is in") {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "> ";
  const auto read = read_markdown(text + "end");
  CHECK(depth_of(read) == deepest_text);
  CHECK(plain_text(read) == "end");
}

TEST_CASE("plain text has no marks") {
  CHECK(plain_text(read_markdown("# A\n*b* `c` [d](https://e)\n\n- f\n  1. g\n\n> h\n\n```\n  i\n```")) ==
        "A\nb c d\nf\ng\nh\n  i");
  CHECK(plain_text({}).empty());
}

TEST_CASE("one line of a list has the text alone") {
  CHECK(one_line_of("Is `*p`\n\n- *one*  of\n- ``a`b``?") == "Is *p one of a`b?");
  CHECK(one_line_of("").empty());
}

TEST_CASE("what an item holds stays in it, wherever in the text it stands") {
  const auto in_item = [](std::size_t length) {
    const auto read =
        read_markdown(std::string(length, 'a') + "\n\n- b\n\n  ```\n  c\n  ```\n\n  d\n\n  # e\n\n  f");
    return std::get<TextList>(read.blocks.at(1)).items.at(0).blocks.size();
  };
  for (std::size_t length = 1; length <= 256; ++length) {
    INFO(length);
    REQUIRE(in_item(length) == 5);
  }
}
