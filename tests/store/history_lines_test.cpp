#include "store/history_lines.hpp"

#include <array>

#include "catch.hpp"
#include "store/round_json.hpp"
#include "store/scratch.hpp"

using namespace viva;
using namespace viva::test;
using namespace std::string_literals;
using Access = History::Access;

namespace {

constexpr auto heading = "{\"viva\":\"history\",\"format\":4}\n";

const std::string plain_line =
    R"({"id":"00000000000000000000000000000001","bank":"on-device-ai","item":"question-1",)"
    R"("at":"2026-11-22T16:06:09.250Z","day":"2026-11-22","rating":2,"ticked":[1,2,4],"points":5,)"
    R"("seconds":93,"mode":"drill"})";

Review hostile_review() {
  auto hostile = review(2);
  hostile.bank = "\x1b]0;owned\x07";
  hostile.item = "\"quoted\" \\ {}";
  hostile.predicted = 3;
  hostile.mode = Mode::round;
  hostile.round = "\u009b31m";
  hostile.answer =
      "nul \0 tab\t newline\n return\r 漢字 👩‍💻 \u202eevil \uFEFF \u2028 \U000E0041 \x7f"s;
  return hostile;
}

std::string with(std::string from, std::string to, std::string line = plain_line) {
  const auto at = line.find(from);
  REQUIRE(at != std::string::npos);
  return line.replace(at, from.size(), to);
}

// What a diagnostic underlines.
std::string underlined(const Diagnostic& diagnostic) {
  if (diagnostic.column == 0) return "whole line";
  return diagnostic.source.substr(diagnostic.column - 1, diagnostic.length);
}

// Every diagnostic of `text`, which is ASCII, as "line: underlined: message".
std::vector<std::string> faults(const std::string& text) {
  std::vector<std::string> found;
  for (const auto& diagnostic : read_lines(text, "log.jsonl").diagnostics) {
    CHECK(diagnostic.severity == Severity::error);
    CHECK(diagnostic.file == "log.jsonl");
    found.push_back(std::to_string(diagnostic.line) + ": " + underlined(diagnostic) + ": " +
                    diagnostic.message);
  }
  return found;
}

using Faults = std::vector<std::string>;

}  // namespace

TEST_CASE("a log is written as JSON Lines", "[store]") {
  auto full = review(2);
  full.predicted = 4;
  full.mode = Mode::round;
  full.round = id(9);
  full.answer = "Store it at lower precision.";
  CHECK(write_lines({.reviews = {review(1), full}, .retractions = {{id(2), review(3).at}}}) ==
        heading + plain_line + "\n" +
            R"({"id":"00000000000000000000000000000002","bank":"on-device-ai","item":"question-2",)"
            R"("at":"2026-11-22T16:07:09.250Z","day":"2026-11-22","rating":3,"ticked":[1,2,4],"points":5,)"
            R"("seconds":93,"mode":"round","predicted":4,"round":"00000000000000000000000000000009",)"
            R"("answer":"Store it at lower precision."})"
            "\n"
            R"({"retracted":"00000000000000000000000000000002","at":"2026-11-22T16:08:09.250Z"})"
            "\n");
  CHECK(write_lines({}) == heading);
}

TEST_CASE("what is written is read back, whatever the text", "[store]") {
  const History::Log log{.reviews = {review(1), hostile_review()}, .retractions = {{id(2), review(3).at}}};
  const auto read = read_lines(write_lines(log), "log.jsonl");
  CHECK(read.diagnostics.empty());
  CHECK(read.log == log);
}

TEST_CASE("lines are safe on a terminal", "[store]") {
  for (const char c : write_lines({.reviews = {hostile_review()}}))
    CHECK((c == '\n' || static_cast<unsigned char>(c) >= 0x20));
  const auto lines = write_lines({.reviews = {hostile_review()}});
  for (const auto* raw : {"\x7f", "\u009b", "\u202e", "\uFEFF", "\u2028", "\U000E0041"})
    CHECK(lines.find(raw) == std::string::npos);
}

TEST_CASE("a history exported and imported is the same history", "[store]") {
  History here{":memory:", Access::write}, there{":memory:", Access::write};
  append(here, hostile_review());
  append(here, review(1));
  here.merge({.retractions = {{id(2), review(3).at}}});
  const auto lines = write_lines(here.log());
  there.merge(read_lines(lines, "log.jsonl").log);
  CHECK(there.log() == here.log());
  CHECK(write_lines(there.log()) == lines);
  CHECK(there.merge(read_lines(lines, "log.jsonl").log).known == 3);
  CHECK(write_lines(there.log()) == lines);
}

TEST_CASE("layout does not matter", "[store]") {
  const auto spaced = with(",\"rating\":2,", " ,\t\"rating\" : 2 , ");
  for (const auto& text :
       {plain_line, heading + plain_line, heading + plain_line + "\n" + heading + plain_line + "\n",
        "\uFEFF" + (heading + plain_line), "\n \n" + plain_line + "\r\n\t\n", spaced,
        with("question-1", "question\\u002d1")}) {
    INFO(text);
    const auto read = read_lines(text, "log.jsonl");
    CHECK(read.ok());
    REQUIRE_FALSE(read.log.reviews.empty());
    CHECK(read.log.reviews.back() == review(1));
  }
  CHECK(read_lines("", "log.jsonl").ok());
}

TEST_CASE("a line that is no JSON object is a fault where it stops being one", "[store]") {
  const auto column = [](const std::string& line) {
    const auto read = read_lines(heading + line, "log.jsonl");
    REQUIRE(read.diagnostics.size() == 1);
    CHECK(read.diagnostics[0].line == 2);
    CHECK(read.diagnostics[0].length == 1);
    CHECK(read.diagnostics[0].message ==
          "not a JSON object; each line is one, as `viva history export` writes it");
    return read.diagnostics[0].column;
  };
  CHECK(column("hello") == 1);
  CHECK(column("[1]") == 1);
  CHECK(column("3") == 1);
  CHECK(column("{\"é漢\":1 x}") == 9);
  CHECK(column("{\"id\":") == 7);
  CHECK(column(plain_line + "}") == plain_line.size() + 1);
  CHECK(column(std::string(1'000'000, '[')) == 1);
  CHECK(column("{\"a\":" + std::string(1'000'000, '[')) == 1'000'006);
}

TEST_CASE("invalid UTF-8 is a fault", "[store]") {
  const auto read = read_lines("{\"é\":\"\xff\"}", "log.jsonl");
  REQUIRE(read.diagnostics.size() == 1);
  CHECK(read.diagnostics[0].line == 1);
  CHECK(read.diagnostics[0].column == 7);
  CHECK(read.diagnostics[0].message == "invalid UTF-8; was the file changed by another program?");
}

TEST_CASE("a value of the wrong type is a fault", "[store]") {
  const auto fault = [](std::string from, std::string to) {
    return faults(with(std::move(from), std::move(to)));
  };
  CHECK(fault("\"on-device-ai\"", "7") == Faults{"1: 7: \"bank\" must be a text"});
  CHECK(fault("\"on-device-ai\"", "null") == Faults{"1: null: \"bank\" must be a text"});
  CHECK(fault("\"on-device-ai\"", "{\"a\":[{}]}") == Faults{"1: {\"a\":[{}]}: \"bank\" must be a text"});
  CHECK(fault(":2,", ":\"2\",") == Faults{"1: \"2\": \"rating\" must be a whole number"});
  CHECK(fault(":2,", ": 2.0 ,") == Faults{"1: 2.0: \"rating\" must be a whole number"});
  CHECK(fault(":2,", ":true,") == Faults{"1: true: \"rating\" must be a whole number"});
  CHECK(fault("93", "18446744073709551615") ==
        Faults{"1: 18446744073709551615: \"seconds\" must be a smaller number"});
  CHECK(fault("[1,2,4]", "[1, 2, \"4\"]") ==
        Faults{"1: [1, 2, \"4\"]: \"ticked\" must be a list of whole numbers"});
  CHECK(fault("[1,2,4]", "[[1],2]") == Faults{"1: [[1],2]: \"ticked\" must be a list of whole numbers"});
  CHECK(fault("[1,2,4]", "4") == Faults{"1: 4: \"ticked\" must be a list of whole numbers"});
  CHECK(fault("T16:06:09.250Z", " 16:06") ==
        Faults{"1: \"2026-11-22 16:06\": \"at\" must be a time such as \"2026-11-22T16:05:09.250Z\""});
  CHECK(fault("\"2026-11-22\"", "\"2026-02-30\"") ==
        Faults{"1: \"2026-02-30\": \"day\" must be a date such as \"2026-11-22\""});
  CHECK(fault("\"drill\"", "\"exam\"") ==
        Faults{"1: \"exam\": \"mode\" must be \"drill\", \"practice\" or \"round\""});
}

TEST_CASE("a value out of range is a fault", "[store]") {
  const auto fault = [](std::string from, std::string to) {
    return faults(with(std::move(from), std::move(to)));
  };
  CHECK(fault(":2,", ":9,") == Faults{"1: 9: \"rating\" must be 1 to 4"});
  CHECK(fault(id(1), "G") == Faults{"1: \"G\": \"id\" must be 32 lower-case hexadecimal digits"});
  CHECK(fault("[1,2,4]", "[1,4,2]") == Faults{"1: [1,4,2]: \"ticked\" must ascend"});
  CHECK(fault(":5,", ":3,") == Faults{"1: [1,2,4]: \"ticked\" must hold numbers from 1 to \"points\""});
  CHECK(fault("\"2026-11-22\"", "\"2026-11-25\"") ==
        Faults{"1: \"2026-11-25\": \"day\" must be within two days of \"at\""});
  CHECK(fault(":93", ":-1") == Faults{"1: -1: \"seconds\" must not be negative"});
  CHECK(fault("}", ",\"predicted\":5}") == Faults{"1: 5: \"predicted\" must be 1 to 4"});
  CHECK(faults("{\"retracted\":\"x\",\"at\":\"2026-11-22T16:06:09.250Z\"}") ==
        Faults{"1: \"x\": \"retracted\" must be 32 lower-case hexadecimal digits"});
}

TEST_CASE("a key that is missing, unknown or there twice is a fault", "[store]") {
  CHECK(faults("{}") == Faults{"1: whole line: this line lacks \"id\", \"bank\", \"item\", \"at\", \"day\", "
                               "\"rating\", \"ticked\", \"points\", \"seconds\", \"mode\""});
  CHECK(faults("{\"retracted\":\"" + id(1) + "\"}") == Faults{"1: whole line: this line lacks \"at\""});
  CHECK(faults(with("\"mode\"", "\"mood\\u001b\":[{\"id\":1}],\"mode\"")) ==
        Faults{"1: \"mood\\u001b\": unknown key \"mood␛\"; remove it, or update viva"});
  CHECK(faults(with("\"mode\"", "\"points\":6,\"mode\"")) ==
        Faults{"1: \"points\": \"points\" is there twice; keep one"});
}

TEST_CASE("every fault of every line is found, in order, and each once", "[store]") {
  const auto bad = with("\"drill\"", "\"drill\",\"mood\":1", with("[1,2,4]", "\"all\"", with(":2,", ":0,")));
  const auto worse = with("\"2026-11-22T16:06:09.250Z\"", "1", with("\"points\":5,", ""));
  CHECK(faults(heading + bad + "\n\n" + plain_line + "\nnothing\n" + worse) ==
        Faults{"2: 0: \"rating\" must be 1 to 4", "2: \"all\": \"ticked\" must be a list of whole numbers",
               "2: \"mood\": unknown key \"mood\"; remove it, or update viva",
               "5: o: not a JSON object; each line is one, as `viva history export` writes it",
               "6: 1: \"at\" must be a time such as \"2026-11-22T16:05:09.250Z\"",
               "6: whole line: this line lacks \"points\""});
  const auto read = read_lines(bad + "\n" + plain_line, "log.jsonl");
  CHECK_FALSE(read.ok());
  CHECK(read.log.reviews == std::vector{review(1)});
  CHECK(read.diagnostics.front().source == bad);
}

TEST_CASE("an export of a newer viva is refused as a whole", "[store]") {
  CHECK(faults("{\"viva\":\"history\",\"format\":5,\"more\":1}\n{\"review\":1}\n") ==
        Faults{"1: 5: format 5 is of a newer viva, this one knows 4; update viva"});
}

TEST_CASE("a heading of something else is a fault", "[store]") {
  CHECK(faults("{\"viva\":\"bank\",\"format\":1}") ==
        Faults{"1: \"bank\": \"viva\" must be \"history\"; is this another kind of file?"});
  CHECK(faults("{\"viva\":\"history\",\"format\":0}") == Faults{"1: 0: \"format\" must be 1 to 4"});
  CHECK(faults("{\"viva\":\"history\"}") == Faults{"1: whole line: this line lacks \"format\""});
}

TEST_CASE("a review that is there twice must be the same", "[store]") {
  CHECK(faults(plain_line + "\n" + plain_line).empty());
  CHECK(faults(plain_line + "\n" + with("\"rating\":2", "\"rating\":3")) ==
        Faults{"2: \"" + id(1) + "\": this review is on line 1 already, with other content; keep one"});
}

namespace {

const std::string round_line =
    "{\"round\":\"" + id(1) + "\",\"revision\":1,\"state\":" + to_json_text(round_state(1)) + "}";

RoundState with_revision(int revision) {
  auto state = round_state(1);
  state.revision = revision;
  return state;
}

}  // namespace

TEST_CASE("a round is a line, and is read back whatever was typed", "[store]") {
  CHECK(write_lines({.rounds = {round_state(1)}}) == heading + round_line + "\n");
  auto hostile = round_state(2);
  hostile.questions[0].answer = hostile_review().answer;
  const History::Log log{
      .reviews = {review(1)}, .retractions = {{id(1), review(2).at}}, .rounds = {round_state(1), hostile}};
  const auto lines = write_lines(log);
  const auto read = read_lines(lines, "log.jsonl");
  CHECK(read.diagnostics.empty());
  CHECK(read.log == log);
  for (const auto* raw : {"\x1b", "\x7f", "\u202e", "\u2028"}) CHECK(lines.find(raw) == std::string::npos);

  History there{":memory:", Access::write};
  CHECK(there.merge(read.log).rounds == 2);
  CHECK(write_lines(there.log()) == lines);
  CHECK(there.merge(read.log).known == 4);
}

TEST_CASE("an export from before there were rounds is read", "[store]") {
  const auto read = read_lines("{\"viva\":\"history\",\"format\":1}\n" + plain_line, "log.jsonl");
  CHECK(read.ok());
  CHECK(read.log.reviews == std::vector{review(1)});
}

TEST_CASE("a round that is there twice is there as it was last", "[store]") {
  for (const auto& [first, second, kept] : {std::array{1, 1, 1}, {1, 2, 2}, {2, 1, 2}}) {
    const auto lines =
        write_lines({.rounds = {with_revision(first)}}) + write_lines({.rounds = {with_revision(second)}});
    const auto read = read_lines(lines, "log.jsonl");
    CHECK(read.ok());
    CHECK(read.log.rounds == std::vector{with_revision(kept)});
  }
}

TEST_CASE("what is wrong with a round's state is a fault of the whole state", "[store]") {
  const auto state = [](const std::string& text) {
    return "{\"round\":\"" + id(1) + "\",\"revision\":1,\"state\":" + text + "}";
  };
  const auto fault = [&](const std::string& text) { return faults(state(text)); };
  const auto broken = with("\"seconds\":1800", "\"seconds\":0", to_json_text(round_state(1)));
  CHECK(fault(broken) == Faults{"1: " + broken + ": \"state\": \"seconds\" must be 1 to 86400"});
  CHECK(fault("7") == Faults{"1: 7: \"state\": it is not an object"});
  CHECK(fault("{}") == Faults{"1: {}: \"state\": \"id\" is missing"});
  const auto deep = std::string(1000, '[') + std::string(1000, ']');
  CHECK(fault(deep) == Faults{"1: " + deep + ": \"state\": it is nested too deeply"});
  CHECK(faults(with(":1,", ":2,", round_line)) == Faults{"1: 2: \"revision\" must be the one in \"state\""});
  CHECK(faults(with(id(1), id(2), round_line)) ==
        Faults{"1: \"" + id(2) + "\": \"round\" must be the id in \"state\""});
  CHECK(faults("{\"state\":{}}") == Faults{"1: {}: \"state\": \"id\" is missing",
                                           "1: whole line: this line lacks \"round\", \"revision\""});
  CHECK(faults(with("\"revision\"", "\"mood\":1,\"revision\"", round_line)) ==
        Faults{"1: \"mood\": unknown key \"mood\"; remove it, or update viva"});
}

namespace {

const std::string setting_line =
    "{\"id\":\"" + id(1) + "\",\"interview\":\"" + id(7) +
    R"(","at":"2026-11-22T16:06:09.250Z","day":"2026-12-10","minutes":20,"off":"sat,sun","title":"Acme"})";

}  // namespace

TEST_CASE("an interview's setting is a line, and so is its end", "[store]") {
  InterviewSetting cleared{id(2), id(7), review(2).at, {}};
  const History::Log log{.interviews = {setting(1), cleared}};
  const auto lines = write_lines(log);
  CHECK(lines == heading + setting_line + "\n{\"id\":\"" + id(2) + "\",\"interview\":\"" + id(7) +
                     "\",\"at\":\"2026-11-22T16:07:09.250Z\"}\n");
  const auto read = read_lines(lines, "log.jsonl");
  CHECK(read.diagnostics.empty());
  CHECK(read.log == log);

  auto hostile = setting(3);
  hostile.set->title = hostile_review().answer;
  CHECK(read_lines(write_lines({.interviews = {hostile}}), "log.jsonl").log.interviews ==
        std::vector{hostile});
}

TEST_CASE("an export from before there were interviews is read", "[store]") {
  const auto read =
      read_lines("{\"viva\":\"history\",\"format\":2}\n" + plain_line + "\n" + round_line, "log.jsonl");
  CHECK(read.ok());
  CHECK(read.log == History::Log{.reviews = {review(1)}, .rounds = {round_state(1)}});
}

TEST_CASE("what is wrong with an interview's setting is found", "[store]") {
  const auto fault = [](std::string from, std::string to) {
    return faults(with(std::move(from), std::move(to), setting_line));
  };
  CHECK(fault("\"2026-12-10\"", "\"soon\"") ==
        Faults{"1: \"soon\": \"day\" must be a date such as \"2026-11-22\""});
  CHECK(fault(":20", ":481") == Faults{"1: 481: \"minutes\" must be 0 to 480"});
  CHECK(fault("\"sat,sun\"", "\"someday\"") ==
        Faults{"1: \"someday\": \"off\" must be days of the week such as \"sat,sun\", or \"none\""});
  CHECK(fault(id(7), "x") == Faults{"1: \"x\": \"interview\" must be 32 lower-case hexadecimal digits"});
  CHECK(fault(",\"minutes\":20", "") == Faults{"1: whole line: this line lacks \"minutes\""});
  CHECK(fault("\"title\"", "\"mood\":1,\"title\"") ==
        Faults{"1: \"mood\": unknown key \"mood\"; remove it, or update viva"});
  const std::string long_title(201, 'x');
  CHECK(fault("\"Acme\"", '"' + long_title + '"') ==
        Faults{"1: \"" + long_title + "\": \"title\" must be 200 bytes at most"});
}
