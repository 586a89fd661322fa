#include "pdf/sheet_pdf.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string_view>

#include "catch.hpp"
#include "pdf/document.hpp"
#include "pdf/paper_text.hpp"
#include "viva/base/date.hpp"

using namespace viva;

namespace {

SheetItem item(int number, const std::string& text) {
  SheetItem made;
  made.number = number;
  made.label = made.prompt = made.record = text;
  made.missed = {text, ""};
  made.hint = made.answer = text;
  made.points = made.pitfalls = made.follow_ups = {text, text};
  made.references = {{text, "https://example.org/" + text}, {"", text}};
  made.space = 7;
  return made;
}

Sheet sheet_of(SheetKind kind, std::vector<SheetItem> items, const std::string& text) {
  return {.kind = kind,
          .title = text,
          .subtitle = text,
          .day = *parse_day("2026-11-22"),
          .date = text,
          .selection = text,
          .notes = {text, text},
          .marks = {"1 No", text},
          .ticks = true,
          .sections = {{"", {}}, {text, std::move(items)}}};
}

std::string bytes(const Sheet& sheet, const pdf::PaperSize& paper = pdf::a4) {
  return pdf::sheet_pdf(sheet, paper).bytes;
}

// What a program of poppler says of the PDF. Newer versions of Cairo compress what is in the file itself.
std::string ask(const std::string& program, const std::string& pdf, const std::string& more = "") {
  const auto file = std::filesystem::temp_directory_path() / fmt::format("viva-test-{}.pdf", ::getpid());
  std::ofstream{file, std::ios::binary} << pdf;
  const std::unique_ptr<std::FILE, void (*)(std::FILE*)> pipe{
      ::popen(fmt::format("{} '{}' {} 2>&1", program, file.string(), more).c_str(), "r"),
      [](std::FILE* open) { ::pclose(open); }};
  REQUIRE(pipe);
  std::string said, part(4096, '\0');
  while (const auto size = std::fread(part.data(), 1, part.size(), pipe.get())) said.append(part, 0, size);
  std::filesystem::remove(file);
  return said;
}

int pages(const std::string& pdf) {
  const auto said = ask("pdfinfo", pdf);
  INFO("pdfinfo, of poppler, says: " << said);
  const auto at = said.find("\nPages:");
  REQUIRE(at != said.npos);
  return std::stoi(said.substr(at + 7));
}

// Lines in the order of reading, with the spaces that indent them.
std::string text_of(const std::string& pdf) { return ask("pdftotext -layout", pdf, "-"); }

bool has(std::string_view text, std::string_view part) { return text.find(part) != text.npos; }

Sheet sheet_with_answer(const std::string& markdown, SheetKind kind = SheetKind::answers) {
  SheetItem one;
  one.number = 1;
  one.prompt = "Why?";
  one.answer = markdown;
  Sheet sheet;
  sheet.kind = kind;
  sheet.title = "Sheet";
  sheet.subtitle = "Answers";
  sheet.day = *parse_day("2026-11-22");
  sheet.sections = {{"", {one}}};
  return sheet;
}

std::string text_of_answer(const std::string& markdown) {
  return text_of(bytes(sheet_with_answer(markdown)));
}

bool is_whole(const std::string& pdf) { return pdf.starts_with("%PDF-") && pdf.ends_with("%%EOF\n"); }

constexpr std::array all_kinds{SheetKind::study,       SheetKind::questions, SheetKind::answers,
                               SheetKind::interviewer, SheetKind::cards,     SheetKind::night_before};

}  // namespace

TEST_CASE("the same sheet gives the same bytes, whatever the kind") {
  for (const auto kind : all_kinds) {
    const auto sheet = sheet_of(kind, {item(1, "What is it?"), item(2, "And why?")}, "Sheet");
    const auto first = bytes(sheet, pdf::a4);
    CHECK(is_whole(first));
    CHECK(first == bytes(sheet, pdf::a4));
    CHECK(first != bytes(sheet, pdf::letter));
  }
}

TEST_CASE("any text can be set") {
  const std::vector<std::string> texts{"",
                                       " \n \n\n",
                                       "'\\)>>endobj \xE2\x80\x9C<</S/JavaScript>> uri='x'",
                                       "שלום עולם, what? \xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x92\xBB 请解释",
                                       std::string(1000, 'x'),
                                       "\xCC\x81\xEF\xBF\xBD\xE2\x80\x8D\xF0\x90\x80\x80"};
  for (const auto kind : all_kinds)
    for (const auto& text : texts)
      CHECK(is_whole(bytes(sheet_of(kind, {item(-1, text), item(2, text)}, text), pdf::letter)));
}

TEST_CASE("accents piled up do not pile up pages") {
  std::string tower = "e";
  for (int i = 0; i < 500; ++i) tower += "\xCC\x81";
  CHECK(pages(bytes(sheet_of(SheetKind::study, {item(1, tower)}, "Sheet"), pdf::a4)) <= 3);
}

TEST_CASE("text longer than a page goes on to the next, also on cards") {
  std::string text;
  for (int i = 0; i < 2000; ++i) text += fmt::format("word{} ", i);
  auto long_one = item(1, "Why?");
  long_one.prompt = long_one.answer = text;
  for (const auto kind : all_kinds) CHECK(pages(bytes(sheet_of(kind, {long_one}, "Sheet"), pdf::a4)) > 5);
}

TEST_CASE("a sheet without questions is a page") {
  for (const auto kind : all_kinds) CHECK(pages(bytes(sheet_of(kind, {}, "Sheet"), pdf::a4)) == 1);
}

TEST_CASE("code keeps its lines, its indentation and its signs") {
  const auto text = text_of_answer(
      "Look:\n\n```cpp\nint f() {\n    return *p*q; // __x__\n\treturn 0;\n}\n```\n\nIn `a_b*c*d`.");
  CHECK(has(text, "int f() {\n"));
  CHECK(has(text, "  return *p*q; // __x__\n"));
  CHECK(has(text, "  return 0;\n"));
  CHECK(has(text, "In a_b*c*d."));
  CHECK_FALSE(has(text, "`"));
}

TEST_CASE("a long line of code goes on behind a mark, and nothing of it is lost") {
  std::string line;
  for (int i = 0; i < 60; ++i) line += fmt::format("w{:02},", i);
  auto text = text_of_answer("    " + line + "\n");
  CHECK(has(text, "↪"));
  std::erase_if(text, [](char c) { return c == ' ' || c == '\n'; });
  for (auto at = text.find("↪"); at != text.npos; at = text.find("↪")) text.erase(at, 3);
  CHECK(has(text, line));
}

TEST_CASE("a code block longer than a page goes on, line by line") {
  std::string code = "```\n";
  for (int i = 0; i < 400; ++i) code += fmt::format("line {};\n", i);
  const auto made = bytes(sheet_with_answer(code + "```\n", SheetKind::questions));
  CHECK(pages(made) > 4);
  const auto text = text_of(made);
  for (int i = 0; i < 400; ++i) CHECK(has(text, fmt::format("line {};", i)));
}

TEST_CASE("lists have their marks, quotes and headings their text") {
  const auto text =
      text_of_answer("# Heads\n\n- outer\n  1. inner\n  2. next\n\n> said\n\n* * *\n\nend **bold** *it*");
  INFO(text);
  CHECK(has(text, "outer"));
  CHECK(has(text, "1. inner"));
  CHECK(has(text, "2. next"));
  CHECK(has(text, "said"));
  CHECK(has(text, "end bold it"));
  CHECK_FALSE(has(text, "#"));
  CHECK_FALSE(has(text, "*"));
}

TEST_CASE("titles, names, labels and records are no Markdown") {
  auto one = item(1, "Why?");
  one.label = "*label*";
  one.record = "_record_";
  auto sheet = sheet_of(SheetKind::night_before, {one}, "Sheet");
  sheet.title = "`title`";
  sheet.sections.back().name = "**name**";
  sheet.notes = {"# note"};
  const auto text = text_of(bytes(sheet));
  for (const char* part : {"*label*", "_record_", "`title`", "**name**", "# note"}) CHECK(has(text, part));
}

TEST_CASE("a link leads to the web, and shows where") {
  const auto made =
      bytes(sheet_with_answer("See [here](https://example.org/a).\n\nOr <https://example.org/b>."));
  CHECK(has(text_of(made), "See here (https://example.org/a)."));
  CHECK(has(text_of(made), "Or https://example.org/b."));
  const auto links = ask("pdfinfo -url", made);
  CHECK(has(links, "https://example.org/a"));
  CHECK(has(links, "https://example.org/b"));
  CHECK_FALSE(has(ask("pdfinfo -url", bytes(sheet_with_answer("[x](javascript:alert(1))"))), "javascript"));
}

TEST_CASE("every script and sign can be set, also what no text may hold") {
  for (const char* text :
       {"请解释模型量化，从`FP32`到INT8。", "まず「精度」を言い、ｶﾀｶﾅ。", "한국어 문장은",
        "שָׁלוֹם `f(x)` עֲלֵיכֶם", "الأرقام ١٢٣ و 456\n\n- أولاً\n- ثانيًا", "क्ष, त्र, ज्ञ और श्री", "ক্ত, ন্ত্র ও কো",
        "கொ, ஸ்ரீ, க்ஷ", "น้ำ คำ ทำ", "ស្ត្រី ក្រុមហ៊ុន", "👩\xE2\x80\x8D💻 👍🏽 🇩🇪 1️⃣ `👍`",
        "\u2067abc\u2069 \u202Eabc\u202C \u200F",
        "&#xFFFE; [a](https://a/&#xFFFE;) \uFFFE \uFFFF \uFDD0 \U0010FFFF `\uFFFE`",
        "```\n\ta\tb\n\uFFFE שלום\n```"})
    for (const auto kind : all_kinds) {
      auto sheet = sheet_of(kind, {item(1, pdf::for_paper(text))}, pdf::for_paper(text));
      sheet.sections.back().items.front().answer = text;
      INFO(text);
      CHECK(is_whole(bytes(sheet)));
    }
}

TEST_CASE("emoji may be the first thing of every page") {
  for (const auto kind : all_kinds) {
    auto long_one = item(1, "👍");
    for (int i = 0; i < 200; ++i) long_one.answer += "👍\n\n";
    auto sheet = sheet_of(kind, {long_one}, "👍");
    const auto made = bytes(sheet);
    CHECK(pages(made) > 2);
  }
}

TEST_CASE("a long PDF has contents: sections and questions with their pages") {
  std::vector<SheetItem> items;
  for (int i = 1; i <= 40; ++i) {
    items.emplace_back();
    items.back().number = i;
    items.back().prompt = fmt::format("Question `{}`?", 100 + i);
    items.back().space = 20;
  }
  auto sheet = sheet_of(SheetKind::questions, items, "Many");
  sheet.sections.back().name = "Beginner";
  const auto made = bytes(sheet);
  REQUIRE(pages(made) > 10);
  const auto first = ask("pdftotext -layout -l 1", made, "-");
  for (int i = 1; i <= 40; ++i) CHECK(has(first, fmt::format("Question {}?", 100 + i)));
  const auto at = first.find("Question 140?");
  const auto page = std::stoi(first.substr(at + 13));
  CHECK(has(ask(fmt::format("pdftotext -f {0} -l {0}", page), made, "-"), "Question 140?"));
  CHECK(has(ask("pdftotext -f 2 -l 2", made, "-"), "Question 101?"));
  items.resize(3);
  sheet.sections.back().items = items;
  CHECK(pages(bytes(sheet)) == 3);
}

TEST_CASE("contents may be one question") {
  std::string lines;
  for (int i = 0; i < 2000; ++i) lines += "a\n";
  auto sheet = sheet_with_answer(lines);
  CHECK(pages(bytes(sheet)) > 10);
  sheet.sections.front().name = "Section";
  CHECK(pages(bytes(sheet)) > 10);
}

TEST_CASE("the metadata say which kind of sheet it is") {
  auto sheet = sheet_with_answer("So.");
  sheet.title = "Bank";
  sheet.subtitle = "Questions and answers";
  CHECK(has(ask("pdfinfo", bytes(sheet)), "Bank · Questions and answers"));
}

TEST_CASE("texts without end are set, titles without end are cut") {
  const std::string endless(300'000, 'x');
  auto sheet = sheet_with_answer("So.", SheetKind::study);
  sheet.title = sheet.subtitle = sheet.date = sheet.selection = endless;
  sheet.sections.front().name = endless;
  CHECK(pages(bytes(sheet)) < 10);
  sheet = sheet_with_answer("So.");
  sheet.sections.front().items.front().prompt = endless;
  CHECK(pages(bytes(sheet)) > 30);
}

TEST_CASE("lists and quotes as deep as they come have room for their text") {
  std::string deep;
  for (int i = 0; i < 32; ++i) deep += std::string(static_cast<std::size_t>(2 * i), ' ') + "- item\n";
  const auto text = text_of_answer(deep + "\n" + std::string(32, '>') + " quoted");
  CHECK(has(text, "item"));
  CHECK(has(text, "quoted"));
}

TEST_CASE("the night before is one page, in smaller type where it must be") {
  std::vector<SheetItem> items;
  for (int i = 1; i <= 9; ++i) {
    items.emplace_back();
    items.back().number = i;
    items.back().prompt = "What was it that you wanted to know of this?";
    items.back().record = "Hard 3 days ago";
    items.back().missed = {"the one thing", "the other thing", "all the rest"};
  }
  auto sheet = sheet_of(SheetKind::night_before, items, "Night");
  sheet.marks = {};
  CHECK(pages(bytes(sheet, pdf::letter)) == 1);
}

TEST_CASE("thousands of questions make a document") {
  std::vector<SheetItem> items;
  for (int i = 1; i <= 2000; ++i) {
    items.emplace_back();
    items.back().number = i;
    items.back().prompt = "Why?";
    items.back().points = {"Because."};
  }
  for (const auto kind : {SheetKind::study, SheetKind::cards}) {
    const auto made = bytes(sheet_of(kind, items, "Many"), pdf::a4);
    CHECK(is_whole(made));
    CHECK(pages(made) > 60);
  }
}

TEST_CASE("only addresses of the web become links, and they cannot leave their quotes") {
  CHECK(pdf::web_address("https://example.org/a?b=1&c=%20#d") == "https://example.org/a?b=1&c=%20#d");
  CHECK(pdf::web_address("http://x/'\\() \n<é") == "http://x/%27%5C%28%29%20%0A%3C%C3%A9");
  CHECK(pdf::web_address("javascript:alert(1)") == std::nullopt);
  CHECK(pdf::web_address("file:///etc/passwd") == std::nullopt);
  CHECK(pdf::web_address("") == std::nullopt);
}
