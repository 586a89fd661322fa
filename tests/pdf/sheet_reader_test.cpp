#include "pdf/sheet_reader.hpp"

#include <fmt/format.h>

#include "catch.hpp"
#include "render/sheet/writers.hpp"
#include "viva/base/date.hpp"

using namespace viva;
using pdf::read_sheet;
using Faults = std::vector<std::string>;

namespace {

Sheet small_sheet() {
  SheetItem item{.number = 3,
                 .bank = "b",
                 .id = "i",
                 .tier = "Beginner",
                 .topic_id = "t",
                 .label = "T · 3 min",
                 .prompt = "Why?\n\nSay more.",
                 .record = "Hard",
                 .missed = {"this"},
                 .hint = "Because.",
                 .points = {"one", "two"},
                 .pitfalls = {"no"},
                 .follow_ups = {"And?"},
                 .answer = "So.",
                 .references = {{"Title", "https://example.org/"}},
                 .space = 4};
  return {.kind = SheetKind::answers,
          .title = "Title",
          .subtitle = "Kind",
          .day = *parse_day("2026-11-22"),
          .date = "22 November 2026",
          .selection = "1 question",
          .notes = {"note"},
          .marks = {"1 No"},
          .ticks = true,
          .sections = {{"Beginner", {item}}}};
}

// A sheet with one item, in which `from` is replaced.
Faults faults_with(std::string_view from, std::string_view to) {
  auto json = sheet_json(small_sheet());
  const auto at = json.find(from);
  REQUIRE(at != json.npos);
  return read_sheet(json.replace(at, from.size(), to)).faults;
}

}  // namespace

TEST_CASE("a sheet is read as it was written") {
  const auto [sheet, faults] = read_sheet(sheet_json(small_sheet()));
  CHECK(faults == Faults{});
  CHECK(sheet_json(sheet) == sheet_json(small_sheet()));
}

TEST_CASE("faults are named by their place") {
  CHECK(faults_with("\"Why?\\n\\nSay more.\"", "7") ==
        Faults{"sections[0].items[0].prompt: a text is expected"});
  CHECK(faults_with("\"hint\"", "\"hind\"") == Faults{"sections[0].items[0].hint: is missing"});
  CHECK(faults_with("\"two\"", "null") == Faults{"sections[0].items[0].points[1]: a text is expected"});
  CHECK(faults_with("\"https://example.org/\"", "[]") ==
        Faults{"sections[0].items[0].references[0].url: a text is expected"});
  CHECK(
      faults_with("\"answers\"", "\"an\\u001bswers\"") ==
      Faults{"kind: \"an␛swers\" is not one of study, questions, answers, interviewer, cards, night-before"});
  CHECK(faults_with("2026-11-22", "2026-02-30") == Faults{"day: a day such as 2026-11-22 is expected"});
  CHECK(faults_with("\"ticks\": true", "\"ticks\": 1") == Faults{"ticks: true or false is expected"});
}

TEST_CASE("numbers are whole and within what a page takes") {
  const Faults expected{"sections[0].items[0].space: a whole number from 0 to 200 is expected"};
  for (const char* number :
       {"-1", "201", "4.5", "1e3", "99999999999999999999", "18446744073709551615", "\"4\""})
    CHECK(faults_with("\"space\": 4", fmt::format("\"space\": {}", number)) == expected);
}

TEST_CASE("every fault is told") {
  CHECK(read_sheet(R"({"format": "viva-sheet", "version": 1, "kind": "cards", "title": 1, "day": "x",
                       "sections": [{"name": "", "items": [1]}, []]})")
            .faults == Faults{"title: a text is expected", "subtitle: is missing",
                              "day: a day such as 2026-11-22 is expected", "date: is missing",
                              "selection: is missing", "notes: is missing", "marks: is missing",
                              "ticks: is missing", "sections[0].items[0]: an object is expected",
                              "sections[1]: an object is expected"});
}

TEST_CASE("what is no sheet is refused in a sentence") {
  const Faults other{"the sheet: \"format\": \"viva-sheet\" and \"version\": 1 are expected"};
  CHECK(read_sheet("[]").faults == Faults{"the sheet: an object is expected"});
  CHECK(read_sheet("{}").faults == other);
  CHECK(read_sheet(R"({"format": "viva-sheet", "version": 2})").faults == other);
  for (const char* broken : {"", "{", "\xff\xfe", "{\"format\": \"\xc3\"}", "nul", "\"\x1b[31m"}) {
    const auto faults = read_sheet(broken).faults;
    REQUIRE(faults.size() == 1);
    CHECK(faults[0].starts_with("this is not JSON: parse error"));
    CHECK(faults[0].find('\x1b') == std::string::npos);
  }
}

TEST_CASE("nesting without end is refused, not followed") {
  const std::string deep(100'000, '[');
  CHECK(read_sheet(deep).faults.size() == 1);
  CHECK(read_sheet(deep + std::string(deep.size(), ']')).faults ==
        Faults{"the sheet: an object is expected"});
}

TEST_CASE("a number that is too large is told in viva's words") {
  for (const char* number : {"2e308", "-1e999"})
    CHECK(faults_with("\"space\": 4", fmt::format("\"space\": {}", number)) ==
          Faults{fmt::format("the number \"{}\" is too large", number)});
  CHECK(read_sheet("[1, 2e308]").faults == Faults{"the number \"2e308\" is too large"});
}

TEST_CASE("texts are fit for paper, whoever wrote the sheet") {
  auto sheet = small_sheet();
  sheet.title = "a\x1b[2Jb\u200Fc\td\uFFFE";
  sheet.notes = {std::string("nul\0byte\r\nline", 14)};
  const auto read = read_sheet(sheet_json(sheet)).sheet;
  CHECK(read.title == "a␛[2Jb\u200Fc\td\uFFFD");
  CHECK(read.notes == std::vector<std::string>{"nul␀byte\nline"});
}
