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

TEST_CASE("an address stays between the angle brackets of its link") {
  CHECK(markdown_address("https://a.b/c(d)?e=1&f") == "https://a.b/c(d)?e=1&f");
  CHECK(markdown_address("x> <y|`\\\n") == "x%3E%20%3Cy%7C%60%5C%0A");
}

TEST_CASE("text is no tag and no entity of HTML, between tags and in attributes") {
  CHECK(escape_html("<b class='x'>&amp;\"") == "&lt;b class=&#39;x&#39;&gt;&amp;amp;&quot;");
  CHECK(escape_html("naïve") == "naïve");
}

TEST_CASE(
    "what tells which way text runs reaches a browser, but no terminal, and nothing is shown backwards") {
  CHECK(escape_html("\u200E\u200F\u061C\u2066\u2069") == "&#8206;&#8207;&#1564;&#8294;&#8297;");
  CHECK(escape_html("a\u202Ab\u202Bc\u202Cd\u202De\u202Ef") == "abcdef");
  CHECK(escape_html("\u00AD\u200B\u2060\uFEFF") == "&#173;&#8203;&#8288;&#65279;");
  CHECK(escape_html("\x1b\xff") == "\x1b\xff");
}

TEST_CASE("links lead only to the web") {
  CHECK(is_web_address("https://example.org"));
  CHECK(is_web_address("http://x"));
  CHECK_FALSE(is_web_address("javascript:alert(1)"));
  CHECK_FALSE(is_web_address("HTTPS://x"));
  CHECK_FALSE(is_web_address(""));
}

TEST_CASE("a string of CSS cannot be left") {
  CHECK(css_string("On-device, 漢") == "\"On\\2d device\\2c  漢\"");
  CHECK(css_string("\"}</style>\n") == "\"\\22 \\7d \\3c \\2f style\\3e \\a \"");
}

TEST_CASE("a field of Anki is one line without cloze, sound, formula or tab") {
  CHECK(anki_field("{{c1::x}} [sound:y] \\(z\\) &lt;") ==
        "&#123;&#123;c1::x}} &#91;sound:y] &#92;(z&#92;) &lt;");
  CHECK(anki_field("<pre>a\n\tb</pre>") == "<pre>a<br>&#9;b</pre>");
}

TEST_CASE("a field of CSV is quoted") {
  CHECK(csv_field("a \"b\", c") == "\"a \"\"b\"\", c\"");
  CHECK(csv_field("") == "\"\"");
}

TEST_CASE("a line of a man page is no request and has no escapes") {
  CHECK(escape_roff("--id \\ x") == "\\-\\-id \\e x");
  CHECK(escape_roff(".SH x") == "\\&.SH x");
  CHECK(escape_roff("'x") == "\\&'x");
  CHECK(escape_roff("a\n.b\x1b") == "a .b␛");
}

TEST_CASE("a word for a shell is one word, quoted only where it must be") {
  CHECK(shell_word("kv-cache") == "kv-cache");
  CHECK(shell_word("two words") == "'two words'");
  CHECK(shell_word("it's $HOME") == "'it'\\''s $HOME'");
  CHECK(shell_word("") == "''");
}

TEST_CASE("escape_json hides unprintable characters in escapes") {
  CHECK(escape_json("{\"a\":\t\"é\"}\n") == "{\"a\":\t\"é\"}\n");
  CHECK(escape_json("\"\x7f\u009b\u202e\U000E0041\"") == "\"\\u007f\\u009b\\u202e\\udb40\\udc41\"");
}
