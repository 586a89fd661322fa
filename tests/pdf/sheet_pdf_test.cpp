#include "pdf/sheet_pdf.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>

#include "catch.hpp"
#include "pdf/document.hpp"
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

// As poppler counts them: newer versions of Cairo compress the objects that say so.
int pages(const std::string& pdf) {
  const auto file = std::filesystem::temp_directory_path() / fmt::format("viva-test-{}.pdf", ::getpid());
  std::ofstream{file, std::ios::binary} << pdf;
  const std::unique_ptr<std::FILE, void (*)(std::FILE*)> pipe{
      ::popen(fmt::format("pdfinfo '{}' 2>&1", file.string()).c_str(), "r"),
      [](std::FILE* open) { ::pclose(open); }};
  REQUIRE(pipe);
  std::string said(4096, '\0');
  said.resize(std::fread(said.data(), 1, said.size(), pipe.get()));
  std::filesystem::remove(file);
  INFO("pdfinfo, of poppler, says: " << said);
  const auto at = said.find("\nPages:");
  REQUIRE(at != said.npos);
  return std::stoi(said.substr(at + 7));
}

bool is_whole(const std::string& pdf) { return pdf.starts_with("%PDF-") && pdf.ends_with("%%EOF\n"); }

constexpr std::array all_kinds{SheetKind::study,       SheetKind::questions, SheetKind::answers,
                               SheetKind::interviewer, SheetKind::cards,     SheetKind::night_before};

}  // namespace

TEST_CASE("the same sheet gives the same bytes, whatever the kind") {
  for (const auto kind : all_kinds) {
    const auto sheet = sheet_of(kind, {item(1, "What is it?"), item(2, "And why?")}, "Sheet");
    const auto first = pdf::sheet_pdf(sheet, pdf::a4);
    CHECK(is_whole(first));
    CHECK(first == pdf::sheet_pdf(sheet, pdf::a4));
    CHECK(first != pdf::sheet_pdf(sheet, pdf::letter));
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
      CHECK(is_whole(pdf::sheet_pdf(sheet_of(kind, {item(-1, text), item(2, text)}, text), pdf::letter)));
}

TEST_CASE("accents piled up do not pile up pages") {
  std::string tower = "e";
  for (int i = 0; i < 500; ++i) tower += "\xCC\x81";
  CHECK(pages(pdf::sheet_pdf(sheet_of(SheetKind::study, {item(1, tower)}, "Sheet"), pdf::a4)) <= 3);
}

TEST_CASE("text longer than a page goes on to the next, also on cards") {
  std::string text;
  for (int i = 0; i < 2000; ++i) text += fmt::format("word{} ", i);
  auto long_one = item(1, "Why?");
  long_one.prompt = long_one.answer = text;
  for (const auto kind : all_kinds)
    CHECK(pages(pdf::sheet_pdf(sheet_of(kind, {long_one}, "Sheet"), pdf::a4)) > 5);
}

TEST_CASE("a sheet without questions is a page") {
  for (const auto kind : all_kinds) CHECK(pages(pdf::sheet_pdf(sheet_of(kind, {}, "Sheet"), pdf::a4)) == 1);
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
  CHECK(pages(pdf::sheet_pdf(sheet, pdf::letter)) == 1);
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
    const auto pdf = pdf::sheet_pdf(sheet_of(kind, items, "Many"), pdf::a4);
    CHECK(is_whole(pdf));
    CHECK(pages(pdf) > 60);
  }
}

TEST_CASE("only addresses of the web become links, and they cannot leave their quotes") {
  CHECK(pdf::web_address("https://example.org/a?b=1&c=%20#d") == "https://example.org/a?b=1&c=%20#d");
  CHECK(pdf::web_address("http://x/'\\() \n<é") == "http://x/%27%5C%28%29%20%0A%3C%C3%A9");
  CHECK(pdf::web_address("javascript:alert(1)") == std::nullopt);
  CHECK(pdf::web_address("file:///etc/passwd") == std::nullopt);
  CHECK(pdf::web_address("") == std::nullopt);
}
