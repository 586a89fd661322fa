#include "viva/base/diagnostic.hpp"

#include <sstream>

#include "catch.hpp"
#include "viva/base/text.hpp"

using namespace viva;

namespace {

Diagnostic at(std::size_t column, std::size_t length, std::string source) {
  return {.severity = Severity::error,
          .file = "my.json",
          .line = 12,
          .column = column,
          .length = length,
          .message = "wrong; mend it",
          .source = std::move(source)};
}

std::vector<std::string> lines(const std::string& text) {
  std::vector<std::string> found;
  std::istringstream in{text};
  for (std::string line; std::getline(in, line);) found.push_back(line);
  return found;
}

}  // namespace

TEST_CASE("a diagnostic looks like a compiler's") {
  auto diagnostic = at(15, 10, R"(      "tier": "begginer",)");
  diagnostic.message = R"(item 'kv-cache': unknown tier "begginer"; did you mean "beginner"?)";
  CHECK(diagnostic_text(diagnostic) ==
        "my.json:12:15: error: item 'kv-cache': unknown tier \"begginer\"; did you mean \"beginner\"?\n"
        "   12 |       \"tier\": \"begginer\",\n"
        "      |               ^~~~~~~~~~\n");
}

TEST_CASE("a diagnostic names as much of a place as it knows") {
  auto diagnostic = at(2, 1, "x y");
  SECTION("no source") {
    diagnostic.source.clear();
    CHECK(diagnostic_text(diagnostic) == "my.json:12:2: error: wrong; mend it\n");
  }
  SECTION("no column") {
    diagnostic.column = 0;
    CHECK(diagnostic_text(diagnostic) ==
          "my.json:12: error: wrong; mend it\n"
          "   12 | x y\n");
  }
  SECTION("no line") {
    diagnostic.line = 0;
    diagnostic.severity = Severity::warning;
    CHECK(diagnostic_text(diagnostic) == "my.json: warning: wrong; mend it\n");
  }
  SECTION("no file") {
    diagnostic.line = 0;
    diagnostic.file.clear();
    CHECK(diagnostic_text(diagnostic) == "error: wrong; mend it\n");
  }
}

TEST_CASE("several diagnostics follow each other") {
  CHECK(diagnostic_text({at(1, 1, "x"), at(2, 2, "abc")}) ==
        "my.json:12:1: error: wrong; mend it\n"
        "   12 | x\n"
        "      | ^\n"
        "my.json:12:2: error: wrong; mend it\n"
        "   12 | abc\n"
        "      |  ^~\n");
  CHECK(diagnostic_text(std::vector<Diagnostic>{}).empty());
}

TEST_CASE("the caret stands under its text") {
  SECTION("after wide characters") {
    CHECK(diagnostic_text(at(4, 2, "漢字 ab")) ==
          "my.json:12:4: error: wrong; mend it\n"
          "   12 | 漢字 ab\n"
          "      |      ^~\n");
  }
  SECTION("below wide characters") {
    CHECK(diagnostic_text(at(2, 2, "x漢字x")) ==
          "my.json:12:2: error: wrong; mend it\n"
          "   12 | x漢字x\n"
          "      |  ^~~~\n");
  }
  SECTION("after tabs, joined emoji and invalid bytes") {
    CHECK(diagnostic_text(at(7, 1, "\t👩‍💻\xff\x1bX")) ==
          "my.json:12:7: error: wrong; mend it\n"
          "   12 |  👩‍💻\uFFFD␛X\n"
          "      |        ^\n");
  }
  SECTION("past the end of the line") {
    CHECK(diagnostic_text(at(4, 1, "abc")) ==
          "my.json:12:4: error: wrong; mend it\n"
          "   12 | abc\n"
          "      |    ^\n");
  }
  SECTION("beside a line number of many digits") {
    auto diagnostic = at(2, 1, "abc");
    diagnostic.line = 1234567;
    CHECK(diagnostic_text(diagnostic) ==
          "my.json:1234567:2: error: wrong; mend it\n"
          "1234567 | abc\n"
          "        |  ^\n");
  }
}

TEST_CASE("a long line is cut to a window round the caret") {
  const std::string long_line = std::string(200, 'a') + "XYZ" + std::string(200, 'b');
  CHECK(diagnostic_text(at(201, 3, long_line), 40) ==
        "my.json:12:201: error: wrong; mend it\n"
        "   12 | …aaaaaaaaaaaaaaXYZbbbbbbbbbbbbb…\n"
        "      |                ^~~\n");
  CHECK(diagnostic_text(at(1, 3, "XYZ" + std::string(200, 'b')), 40) ==
        "my.json:12:1: error: wrong; mend it\n"
        "   12 | XYZbbbbbbbbbbbbbbbbbbbbbbbbbbbb…\n"
        "      | ^~~\n");
  CHECK(diagnostic_text(at(201, 3, std::string(200, 'a') + "XYZ"), 40) ==
        "my.json:12:201: error: wrong; mend it\n"
        "   12 | …aaaaaaaaaaaaaaaaaaaaaaaaaaaaXYZ\n"
        "      |                              ^~~\n");
  CHECK(diagnostic_text(at(11, 400, std::string(10, 'a') + long_line), 40) ==
        "my.json:12:11: error: wrong; mend it\n"
        "   12 | aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…\n"
        "      |           ^~~~~~~~~~~~~~~~~~~~~\n");
}

TEST_CASE("no line of an excerpt is wider than asked for") {
  std::string mixed;
  for (int i = 0; i < 60; ++i) mixed += "a漢\t👩‍💻é";
  for (const int limit : {30, 41, 80})
    for (std::size_t column = 0; column < 400; column += 7)
      for (const std::size_t length : {1U, 20U, 500U}) {
        const auto shown = lines(diagnostic_text(at(column, length, mixed), limit));
        REQUIRE(shown.size() >= 2);
        for (std::size_t i = 1; i < shown.size(); ++i) REQUIRE(width(shown[i]) <= limit);
      }
}

TEST_CASE("part of a very long line is shown where it belongs") {
  auto diagnostic = at(1001, 3, "aaaXYZbbb");
  diagnostic.source_column = 998;
  CHECK(diagnostic_text(diagnostic) ==
        "my.json:12:1001: error: wrong; mend it\n"
        "   12 | aaaXYZbbb\n"
        "      |    ^~~\n");
}

TEST_CASE("a diagnostic brings no command to the terminal") {
  auto diagnostic = at(1, 1, "\x1b[31m\u202Ered");
  diagnostic.file = "a\x1b]0;x\x07.json";
  diagnostic.message = "bad \u009b name\n";
  CHECK(diagnostic_text(diagnostic) ==
        "a␛]0;x␇.json:12:1: error: bad \uFFFD name \n"
        "   12 | ␛[31mred\n"
        "      | ^\n");
}
