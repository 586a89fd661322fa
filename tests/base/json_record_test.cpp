#include "base/json_record.hpp"

#include <fmt/format.h>

#include "catch.hpp"

using namespace viva;

namespace {

// Each fault as "PATH FIELD[ELEMENT] KIND WHAT: PLACE".
std::vector<std::string> shown(const std::vector<JsonFault>& faults, std::string_view text) {
  constexpr std::string_view kinds[]{"not an object", "missing",      "unknown", "repeated",
                                     "mistyped",      "out of range", "other"};
  std::vector<std::string> all;
  for (const auto& fault : faults) {
    auto line = fmt::format("{} {}{} {} {}", fault.path, fault.field,
                            fault.element ? fmt::format("[{}]", *fault.element) : "",
                            kinds[static_cast<std::size_t>(fault.kind)], fault.what);
    if (fault.at) line += fmt::format(": {}", text.substr(fault.at->begin, fault.at->end - fault.at->begin));
    all.push_back(line);
  }
  return all;
}

using Shown = std::vector<std::string>;

// The faults when `read` has read the record that `text` is.
template <typename Read>
Shown faults_of(std::string_view text, Read read) {
  const auto parsed = parse_json(text);
  REQUIRE_FALSE(parsed.fault);
  std::vector<JsonFault> faults;
  JsonRecord record{*parsed.value, faults};
  read(record);
  return shown(faults, text);
}

template <typename T>
Shown faults_of_field(std::string_view text, T& out) {
  return faults_of(text, [&](JsonRecord& record) { record.require("x", out); });
}

struct Pair {
  std::string name;
  int number = 0;
};

Pair read_pair(JsonRecord& record) {
  Pair pair;
  record.require("name", pair.name);
  record.require("number", pair.number);
  record.finish();
  return pair;
}

}  // namespace

TEST_CASE("fields are taken by name and type") {
  bool flag = false;
  std::string text;
  int number = 0;
  std::uint64_t large = 0;
  std::optional<int> given, missing;
  std::vector<int> numbers;
  Day day{};
  Instant at{};
  std::vector<std::string> texts;
  std::vector<Pair> pairs;
  CHECK(faults_of(R"({"flag": true, "text": "t", "number": -3, "large": 18446744073709551615, "given": 4,
                      "numbers": [1, 2], "day": "2026-11-22", "at": "2026-11-22T16:05:09Z", "texts": ["a", "b"],
                      "pairs": [{"name": "n", "number": 5}]})",
                  [&](JsonRecord& record) {
                    record.require("flag", flag);
                    record.require("text", text);
                    record.require("number", number);
                    record.require("large", large);
                    record.accept("given", given);
                    record.accept("missing", missing);
                    record.require("numbers", numbers);
                    record.require("day", day);
                    record.require("at", at);
                    record.require_texts("texts", texts);
                    record.require_records("pairs", pairs, read_pair);
                    record.finish();
                  }) == Shown{});
  CHECK(flag);
  CHECK(text == "t");
  CHECK(number == -3);
  CHECK(large == 18446744073709551615u);
  CHECK(given == 4);
  CHECK_FALSE(missing);
  CHECK(numbers == std::vector{1, 2});
  CHECK(day == parse_day("2026-11-22"));
  CHECK(at == parse_instant("2026-11-22T16:05:09Z"));
  CHECK(texts == std::vector<std::string>{"a", "b"});
  REQUIRE(pairs.size() == 1);
  CHECK(pairs[0].name == "n");
  CHECK(pairs[0].number == 5);
}

TEST_CASE("a value of another type says what it must be") {
  bool flag = false;
  std::string text;
  int number = 0;
  unsigned natural = 0;
  std::vector<int> numbers;
  Day day{};
  CHECK(faults_of_field(R"({"x": 1})", flag) == Shown{" x mistyped true or false: 1"});
  CHECK(faults_of_field(R"({"x": null})", text) == Shown{" x mistyped a text: null"});
  CHECK(faults_of_field(R"({"x": 1.0})", number) == Shown{" x mistyped a whole number: 1.0"});
  CHECK(faults_of_field(R"({"x": 5000000000})", number) ==
        Shown{" x out of range a whole number: 5000000000"});
  CHECK(faults_of_field(R"({"x": -1})", natural) == Shown{" x out of range a whole number: -1"});
  CHECK(faults_of_field(R"({"x": 1})", numbers) == Shown{" x mistyped a list of whole numbers: 1"});
  CHECK(faults_of_field(R"({"x": [1, "2", 3]})", numbers) ==
        Shown{R"( x[1] mistyped a whole number: [1, "2", 3])"});
  CHECK(faults_of_field(R"({"x": "2026-02-30"})", day) ==
        Shown{R"( x mistyped a date such as "2026-11-22": "2026-02-30")"});
}

TEST_CASE("what is missing, unknown or there twice is a fault") {
  CHECK(faults_of(R"({"number": 1, "more": 2, "number": 3})", [](JsonRecord& record) {
          read_pair(record);
        }) == Shown{" name missing ", R"( more unknown : "more")", R"( number repeated : "number")"});
  CHECK(faults_of("[1]", [](JsonRecord& record) { CHECK_FALSE(record.is_object()); }) ==
        Shown{"  not an object : [1]"});
}

TEST_CASE("faults of records in lists name their place") {
  std::vector<Pair> pairs;
  CHECK(faults_of(R"({"pairs": [{"name": 1, "number": 2}, 3]})", [&](JsonRecord& record) {
          record.require_records("pairs", pairs, read_pair);
        }) == Shown{"pairs[0] name mistyped a text: 1", "pairs[1]  not an object : 3"});
  CHECK(pairs.size() == 1);
  std::vector<std::string> texts;
  CHECK(faults_of(R"({"texts": [1, "a", 2]})", [&](JsonRecord& record) {
          record.require_texts("texts", texts);
        }) == Shown{" texts[0] mistyped a text: [1, \"a\", 2]", " texts[2] mistyped a text: [1, \"a\", 2]"});
}

TEST_CASE("a field is wrong once") {
  int number = 0;
  CHECK(faults_of(R"({"x": "1", "y": 2})", [&](JsonRecord& record) {
          record.require("x", number);
          record.complain("x", "what follows from that");
          record.complain("missing", "what is not there");
          record.complain("y", "too small");
          CHECK(record.is_wrong("x"));
          CHECK(record.is_wrong("missing"));
        }) == Shown{R"( x mistyped a whole number: "1")", " y other too small: 2"});
}
