#include "render/html/rich_html.hpp"

#include "catch.hpp"

using namespace viva;

namespace {

std::string shown(std::string_view markdown) { return rich_html(read_markdown(markdown)); }

}  // namespace

TEST_CASE("blocks as HTML") {
  CHECK(shown("a\nb\n\nc") == "<p dir=\"auto\">a<br>b</p><p dir=\"auto\">c</p>");
  CHECK(shown("## A") == "<p class=\"heading\" dir=\"auto\"><strong>A</strong></p>");
  CHECK(shown("- a\n- b") == "<ul><li dir=\"auto\">a</li><li dir=\"auto\">b</li></ul>");
  CHECK(shown("3. a\n\n4. b") ==
        "<ol start=\"3\"><li dir=\"auto\"><p dir=\"auto\">a</p></li><li dir=\"auto\"><p "
        "dir=\"auto\">b</p></li></ol>");
  CHECK(shown("> a") == "<blockquote dir=\"auto\"><p dir=\"auto\">a</p></blockquote>");
  CHECK(shown("```c\n\n  a<b\n```") == "<pre dir=\"ltr\"><code>\n  a&lt;b\n</code></pre>");
  CHECK(shown("***") == "<hr>");
  CHECK(shown("").empty());
}

TEST_CASE("code that may be wider than a small screen can be scrolled by keys") {
  CHECK(shown("```\nint x;\n```").starts_with("<pre dir=\"ltr\"><code>"));
  CHECK(shown("```\nint x;\nint a_long_name = another_name;\n```")
            .starts_with("<pre dir=\"ltr\" tabindex=\"0\">"));
}

TEST_CASE("an entry of one paragraph has no tags of its own") {
  CHECK(rich_html_entry(read_markdown("a *b*")) == "a <em>b</em>");
  CHECK(rich_html_entry(read_markdown("a\n\nb")) == "<p dir=\"auto\">a</p><p dir=\"auto\">b</p>");
}

TEST_CASE("spans as HTML") {
  CHECK(shown("*a* **b** `c  d`") ==
        "<p dir=\"auto\"><em>a</em> <strong>b</strong> <code dir=\"ltr\">c &nbsp;d</code></p>");
  CHECK(shown("[a *b*](https://e.org/?x=1&y=\"2)") ==
        "<p dir=\"auto\"><a href=\"https://e.org/?x=1&amp;y=&quot;2\" rel=\"noreferrer noopener\">"
        "a <em>b</em></a></p>");
  CHECK(shown("f():\n  g()") == "<p dir=\"auto\">f():<br>&nbsp;&nbsp;g()</p>");
}

TEST_CASE("nothing in a text is HTML, and no link leads elsewhere than to the web") {
  CHECK(shown("<script>&amp;\"'") == "<p dir=\"auto\">&lt;script&gt;&amp;&quot;&#39;</p>");
  CHECK(shown("\u200Fאב \u2067C++\u2069\u202E") == "<p dir=\"auto\">&#8207;אב &#8295;C++&#8297;</p>");
  CHECK(rich_html({{Paragraph{{{.text = "a", .link = "javascript:x"}}}}}) ==
        "<p dir=\"auto\">a (javascript:x)</p>");
}

TEST_CASE("on one line there are no blocks") {
  CHECK(rich_html_line(read_markdown("a *b*\n\n- c\n- d\n\n```\ne\n f\n```")) ==
        "a <em>b</em><br>c<br>d<br><code dir=\"ltr\">e</code><br><code dir=\"ltr\"> f</code>");
}
