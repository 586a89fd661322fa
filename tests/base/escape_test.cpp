#include "base/escape.hpp"

#include "catch.hpp"

using namespace viva;

TEST_CASE("plain prose is left as it is") {
  for (const auto* text :
       {"a: b", "What is a KV cache, e.g. in FP16?", "4x less (about 25 %)!", "2:4", "3.5 of 4", "x = y - 1"})
    CHECK(escape_markdown(text) == text);
}

TEST_CASE("markup, links, formulas and HTML become text") {
  CHECK(escape_markdown("*a* _b_ `c` [d](e) ~f~ \\") == "\\*a\\* \\_b\\_ \\`c\\` \\[d\\](e) \\~f\\~ \\\\");
  CHECK(escape_markdown("<script>&amp;</script>") == "&lt;script&gt;&amp;amp;&lt;/script&gt;");
  CHECK(escape_markdown("https://a WWW.b me@c $x$") == "https\\://a WWW\\.b me\\@c \\$x\\$");
  CHECK(escape_markdown("a | b") == "a \\| b");
}

TEST_CASE("nothing starts a block") {
  CHECK(escape_markdown("# a") == "\\# a");
  CHECK(escape_markdown("- a") == "\\- a");
  CHECK(escape_markdown("+ a") == "\\+ a");
  CHECK(escape_markdown("===") == "\\=\\=\\=");
  CHECK(escape_markdown("12. a") == "12\\. a");
  CHECK(escape_markdown("1) a") == "1\\) a");
  CHECK(escape_markdown("7.") == "7\\.");
  CHECK(escape_markdown("    code") == "code");
  CHECK(escape_markdown("a\n# b") == "a \\# b");
  CHECK(escape_markdown("2026") == "2026");
  CHECK(escape_markdown("").empty());
}

TEST_CASE("a quote keeps its lines and is not left") {
  CHECK(markdown_quote("a\nb\n\nc") == "> a\\\n> b\n>\n> c\n");
  CHECK(markdown_quote("---\n> x\n```") == "> \\---\\\n> &gt; x\\\n> \\`\\`\\`\n");
  CHECK(markdown_quote("a\r\nb") == "> a␍\\\n> b\n");
  CHECK(markdown_quote("\x1b\u202E") == "> ␛\uFFFD\n");
  CHECK(markdown_quote("") == ">\n");
}
