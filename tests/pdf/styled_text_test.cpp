#include "pdf/styled_text.hpp"

#include "catch.hpp"

using viva::RichSpans;
using viva::pdf::styled_text;
using viva::pdf::StyledText;

TEST_CASE("spans are runs of one text") {
  const auto made =
      styled_text({{.text = "a "}, {.text = "b", .emphasis = true}, {.text = "c", .code = true}});
  CHECK(made.text == "a bc");
  REQUIRE(made.runs.size() == 2);
  CHECK((made.runs[0].begin == 2 && made.runs[0].end == 3 && made.runs[0].emphasis));
  CHECK((made.runs[1].begin == 3 && made.runs[1].end == 4 && made.runs[1].code));
}

TEST_CASE("a link says where it leads, unless its text does or the address is very long") {
  const std::string url = "https://example.org/";
  CHECK(styled_text({{.text = "x", .link = url}, {.text = "y", .strong = true, .link = url}, {.text = "."}})
            .text == "xy (https://example.org/).");
  CHECK(styled_text({{.text = url, .link = url}}).text == url);
  CHECK(styled_text({{.text = "x", .link = url + std::string(200, 'a')}}).text == "x");
}

TEST_CASE("code in a text read from right to left is kept apart") {
  CHECK(styled_text({{.text = "אב "}, {.text = "f(x)", .code = true}}).text == "אב \u2066f(x)\u2069");
  CHECK(styled_text({{.text = "ab "}, {.text = "f(x)", .code = true}}).text == "ab f(x)");
}

TEST_CASE("a part has the runs that reach into it") {
  const StyledText text{"abcdef", {{.begin = 0, .end = 2}, {.begin = 2, .end = 4, .code = true}}};
  const auto part = text.part(3, 6);
  CHECK(part.text == "def");
  REQUIRE(part.runs.size() == 1);
  CHECK((part.runs[0].begin == 0 && part.runs[0].end == 1 && part.runs[0].code));
}
