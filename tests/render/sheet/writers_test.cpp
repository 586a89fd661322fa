// What each format promises, beyond its golden files.
#include "render/sheet/writers.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <sstream>

#include "catch.hpp"
#include "viva/base/text.hpp"

using namespace viva;

namespace {

Sheet sheet_with(const SheetItem& item) {
  Sheet sheet;
  sheet.title = "Title";
  sheet.subtitle = "Study sheet";
  sheet.sections = {{"Tier", {item}}};
  return sheet;
}

SheetItem asking(std::string prompt) {
  SheetItem item;
  item.number = 1;
  item.bank = "b";
  item.id = "i";
  item.tier = "Tier";
  item.topic_id = "topic";
  item.prompt = std::move(prompt);
  return item;
}

std::vector<std::string> split(const std::string& text, char at) {
  std::vector<std::string> parts;
  std::istringstream stream{text};
  for (std::string part; std::getline(stream, part, at);) parts.push_back(part);
  return parts;
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

Sheet long_sheet(int items) {
  Sheet sheet;
  sheet.title = "Title";
  sheet.subtitle = "Study sheet";
  sheet.sections = {{"Tier", {}}};
  for (int i = 1; i <= items; ++i) {
    auto item =
        asking("What is question " + std::to_string(i) + ", and why is it asked at all in interviews?");
    item.number = i;
    item.label = "Topic";
    item.hint =
        "Say what it is, then why it is asked, and close with an example that you have seen yourself.";
    item.points.assign(static_cast<std::size_t>(i % 5), "a point to be made");
    sheet.sections[0].items.push_back(item);
  }
  return sheet;
}

}  // namespace

TEST_CASE("text keeps to 72 columns, but for addresses") {
  auto item = asking(std::string(200, 'x') +
                     " 请解释模型量化请解释模型量化请解释模型量化请解释模型量化请解释模型量化");
  item.answer = "one two " + std::string(100, 'y');
  item.references = {{"A paper", "https://example.org/" + std::string(80, 'z')}};
  for (const auto& line : split(sheet_text(sheet_with(item)), '\n'))
    if (!has(line, "https://")) CHECK(width(line) <= 72);
}

TEST_CASE("pages have 60 lines each and part no question from its first lines") {
  const auto pages = split(sheet_text(long_sheet(40), true), '\f');
  CHECK(pages.size() > 5);
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const auto lines = split(pages[i], '\n');
    REQUIRE(lines.size() == 60);
    CHECK(has(lines[59], std::to_string(i + 1) + " of " + std::to_string(pages.size())));
    auto last = std::size_t{57};
    while (lines[last].empty()) --last;
    for (const auto* head : {"What is question", "    Topic", "    Hint", "    Points", "-----"})
      CHECK_FALSE(lines[last].find(head) < 5);
    CHECK_FALSE(has(lines[last], "Say what it is"));
  }
}

TEST_CASE("a page holds no single line of a paragraph within a text") {
  for (int before = 0; before < 60; ++before) {
    auto item = asking("Why?");
    item.points.assign(static_cast<std::size_t>(before), "a point");
    for (int i = 0; i < 12; ++i) item.answer += "first line of a paragraph\nits second line\n\n";
    for (const auto& page : split(sheet_text(sheet_with(item), true), '\f')) {
      const auto firsts = split(page, '\n');
      const auto count = [&](std::string_view line) {
        return std::ranges::count_if(firsts, [&](const auto& shown) { return has(shown, line); });
      };
      CHECK(count("first line of a paragraph") == count("its second line"));
    }
  }
}

TEST_CASE("long code is parted between its lines, and none is lost") {
  auto item = asking("Why?");
  item.answer = "```\n";
  for (int i = 0; i < 100; ++i) item.answer += "    line " + std::to_string(i) + ";\n";
  item.answer += "```";
  const auto pages = split(sheet_text(sheet_with(item), true), '\f');
  REQUIRE(pages.size() == 2);
  for (const auto& page : pages) CHECK(split(page, '\n').size() == 60);
  for (int i = 0; i < 100; ++i)
    CHECK(has(pages[0] + pages[1], "\n            line " + std::to_string(i) + ";\n"));
}

TEST_CASE("entries of several blocks stand apart in text, and so does what follows a prompt of several") {
  auto item = asking("Why?\n\n    code");
  item.label = "Topic";
  item.points = {"a\n\n    b", "c"};
  CHECK(has(sheet_text(sheet_with(item)),
            " 1  Why?\n\n      code\n\n    Topic\n\n    Points\n      - a\n\n          b\n\n      - c\n"));
}

TEST_CASE("an address on a card is not Markdown") {
  auto item = asking("?");
  item.references = {{"A *paper*", "https://e.org/_a_*b*"}};
  auto sheet = sheet_with(item);
  sheet.kind = SheetKind::cards;
  CHECK(has(sheet_text(sheet), "A *paper*"));
  CHECK(has(sheet_text(sheet), "https://e.org/_a_*b*"));
}

TEST_CASE("what does not fit a page is parted all the same") {
  auto item = asking("Long");
  for (int i = 0; i < 200; ++i) item.points.push_back("point");
  auto sheet = sheet_with(item);
  sheet.kind = SheetKind::cards;
  CHECK(split(sheet_text(sheet, true), '\f').size() == 5);
}

TEST_CASE("texts in Markdown keep their structure, and names have none") {
  const auto line = [](const std::string& text) {
    auto item = asking("?");
    item.answer = text;
    const auto out = sheet_markdown(sheet_with(item));
    const auto begin = out.find("**Answer**\n\n") + 12;
    return out.substr(begin, out.size() - 1 - begin);
  };
  CHECK(line("a `b` *c*") == "a `b` *c*");
  CHECK(line("1. a\n2. b") == "1. a\n2. b");
  CHECK(line("```cpp\n  int x;\n```") == "```cpp\n  int x;\n```");
  CHECK(line("a\nb") == "a\\\nb");
  CHECK(line("at 3. a-b + c") == "at 3. a-b + c");
  CHECK(line("a\\") == "a\\\\");
  CHECK(line("<b> |") == "&lt;b&gt; \\|");
  CHECK(line("see http://x.y, www.x.y, a@x.y") == "see http\\://x.y, www\\.x.y, a\\@x.y");
  auto sheet = sheet_with(asking("?"));
  sheet.sections[0].name = "`a` *b* <i>";
  CHECK(has(sheet_markdown(sheet), "## \\`a\\` \\*b\\* &lt;i&gt;\n"));
}

TEST_CASE("only addresses of the web become links") {
  auto item = asking("?");
  item.references = {{"bad", "javascript:alert(1)"}, {"good", "https://a.b/\"><script>"}};
  const auto sheet = sheet_with(item);
  CHECK_FALSE(has(sheet_html(sheet), "href=\"javascript"));
  CHECK(has(sheet_html(sheet), "href=\"https://a.b/&quot;&gt;&lt;script&gt;\""));
  CHECK(has(sheet_markdown(sheet), "- bad javascript\\:alert(1)\n- [good](<https://a.b/\"%3E%3Cscript%3E>)"));
  CHECK_FALSE(has(sheet_anki(sheet), "href=\"javascript"));
}

TEST_CASE("a title cannot leave the style sheet") {
  auto sheet = sheet_with(asking("?"));
  sheet.title = "a\"; } </style>\n\\";
  const auto html = sheet_html(sheet);
  CHECK(has(html, R"(content: "a\22 \3b  \7d  \3c \2f style\3e  \5c ";)"));
  CHECK(html.find("</style>") == html.rfind("</style>"));
}

TEST_CASE("a page needs nothing from elsewhere") {
  const auto html = sheet_html(sheet_with(asking("?")));
  CHECK(has(html, "default-src 'none'; style-src 'unsafe-inline'"));
  CHECK(has(html, "<html lang=\"en\""));
  for (const auto* part : {"<script", "src=", "@import", "url(", "<link", "style=\""})
    CHECK_FALSE(has(html, part));
}

TEST_CASE("an Anki note is one line of five fields, and keeps its id") {
  auto item = asking("a \n\"c\" {{c1::d}} [sound:e] \\\\(f\\\\)");
  item.hint = "g";
  auto sheet = sheet_with(item);
  sheet.title = "A::B::";
  const auto lines = split(sheet_anki(sheet), '\n');
  REQUIRE(lines.size() == 7);
  CHECK(split(lines[6], '\t') ==
        std::vector<std::string>{"viva/b/i", "\"A: :B: ::Tier\"",
                                 "a<br>&quot;c&quot; &#123;&#123;c1::d}} &#91;sound:e] &#92;(f&#92;)",
                                 "<p><b>Hint</b></p><div dir=\"auto\">g</div>", "topic"});
}

TEST_CASE("code and lists in an Anki note are on its line") {
  auto item = asking("a\n\n```\nb {\n\tc\n}\n```");
  item.points = {"d\n- `e[0]`"};
  const auto lines = split(sheet_anki(sheet_with(item)), '\n');
  REQUIRE(lines.size() == 7);
  const auto fields = split(lines[6], '\t');
  REQUIRE(fields.size() == 5);
  CHECK(fields[2] == "<p dir=\"auto\">a</p><pre dir=\"ltr\"><code>b &#123;<br>&#9;c<br>}<br></code></pre>");
  CHECK(fields[3] ==
        "<p><b>Points</b></p><ul><li dir=\"auto\"><p dir=\"auto\">d</p><ul><li dir=\"auto\">"
        "<code dir=\"ltr\">e&#91;0]</code></li></ul></li></ul>");
}

TEST_CASE("JSON holds the whole sheet, printable") {
  auto item = asking("a\u202Eb");
  item.points = {"c"};
  item.space = 4;
  const auto text = sheet_json(sheet_with(item));
  CHECK(has(text, "a\\u202eb"));
  const auto json = nlohmann::json::parse(text);
  CHECK(json["format"] == "viva-sheet");
  CHECK(json["version"] == 1);
  CHECK(json["sections"][0]["items"][0]["points"][0] == "c");
  CHECK(json["sections"][0]["items"][0]["space"] == 4);
  CHECK(json["sections"][0]["items"][0].size() == 16);
}
