// Bytes that are no bank: other encodings, broken UTF-8, and whatever chance makes of a sound bank.
#include <algorithm>
#include <random>

#include "bank/small_bank.hpp"
#include "viva/base/text.hpp"

using namespace viva;

namespace {

std::string first_fault(std::string_view text) {
  const auto shown = faults_of(text);
  return shown.substr(1, shown.find('\n', 1) - 1);
}

// Whatever the bytes, they are a sound bank or have a diagnostic, which a terminal can show.
void require_sound_or_told(std::string_view text) {
  const auto parsed = parse_bank(text, "my.json");
  if (parsed.ok()) {
    REQUIRE_FALSE(parsed.bank.items.empty());
    for (const auto& item : parsed.bank.items) {
      REQUIRE(item.tier < parsed.bank.tiers.size());
      REQUIRE(item.topic < parsed.bank.topics.size());
    }
  }
  for (const auto& diagnostic : parsed.diagnostics) {
    REQUIRE_FALSE(diagnostic.message.empty());
    auto shown = diagnostic_text(diagnostic);
    std::ranges::replace(shown, '\n', ' ');
    REQUIRE(printable(shown) == shown);
  }
}

}  // namespace

TEST_CASE("a file without a bank says how to begin one") {
  const std::string advice =
      R"(a bank begins with {"format": 2, ...}; "viva bank init FILE" writes one to start from)";
  CHECK(faults_of("") == "\nmy.json: error: the file is empty; " + advice + "\n");
  CHECK(faults_of(" \r\n\t\n") == "\nmy.json: error: the file is blank; " + advice + "\n");
  CHECK(faults_of("\uFEFF\n") ==
        "\nmy.json: warning: the file begins with a byte order mark; save it as UTF-8 without one\n"
        "my.json: error: the file is blank; " +
            advice + "\n");
}

TEST_CASE("a byte order mark is a warning and counts no column") {
  CHECK(faults_of("\uFEFF" + std::string{small_bank}) ==
        "\nmy.json: warning: the file begins with a byte order mark; save it as UTF-8 without one\n");
  CHECK(faults_of("\uFEFF[]").find("my.json:1:1: error") != std::string::npos);
}

TEST_CASE("other encodings are named") {
  using namespace std::string_view_literals;
  CHECK(faults_of("\xFF\xFE{\0}\0"sv) ==
        "\nmy.json: error: the file is UTF-16, not UTF-8; save it as UTF-8\n");
  CHECK(first_fault("\xFE\xFF\0{\0}"sv) == "my.json: error: the file is UTF-16, not UTF-8; save it as UTF-8");
  CHECK(first_fault("{\0\n\0"sv) == "my.json: error: the file is UTF-16, not UTF-8; save it as UTF-8");
  CHECK(first_fault("\0{\0\n"sv) == "my.json: error: the file is UTF-16, not UTF-8; save it as UTF-8");
  CHECK(first_fault("\xFF\xFE\0\0{\0\0\0"sv) ==
        "my.json: error: the file is UTF-32, not UTF-8; save it as UTF-8");
  CHECK(first_fault("\0\0\0{"sv) == "my.json: error: the file is UTF-32, not UTF-8; save it as UTF-8");
}

TEST_CASE("invalid UTF-8 is told everywhere, and hides nothing else") {
  auto text = small_bank_with("What is", "Wh\xE9t is");
  text.replace(text.find("A small"), 1, "\xC3\x28\xFF\xFE");
  text.replace(text.find("\"inference\",\n"), 11, "\"infrence\"");
  CHECK(faults_of(text) == R"(
my.json:2:41: error: invalid UTF-8 (byte 0xC3); save the file as UTF-8, or write this character anew
    2 |   "format": 1, "id": "small", "title": "�(�� small bank",
      |                                         ^
my.json:2:43: error: invalid UTF-8 (byte 0xFF); save the file as UTF-8, or write this character anew
    2 |   "format": 1, "id": "small", "title": "�(�� small bank",
      |                                           ^~
my.json:7:53: error: item 'kv-cache': unknown topic "infrence"; did you mean "inference"?
    7 |     {"id": "kv-cache", "tier": "beginner", "topic": "infrence",
      |                                                     ^~~~~~~~~~
my.json:8:19: error: invalid UTF-8 (byte 0xE9); save the file as UTF-8, or write this character anew
    8 |      "prompt": "Wh�t is a KV cache?", "hint": "What it keeps.",
      |                   ^
)");
}

TEST_CASE("a name that is not UTF-8 is no unknown name besides") {
  CHECK(
      first_fault(small_bank_with(R"("tier": "beginner")", "\"tier\": \"begi\xFFner\"")) ==
      "my.json:7:37: error: invalid UTF-8 (byte 0xFF); save the file as UTF-8, or write this character anew");
  const auto outside = parse_bank(small_bank_with("\"format\": 1,", "\"format\": 1, \xFF"), "my.json");
  REQUIRE(outside.diagnostics.size() == 1);
  CHECK(outside.diagnostics[0].message ==
        "invalid UTF-8 (byte 0xFF); save the file as UTF-8, or write this character anew");
}

TEST_CASE("nesting has an end") {
  const auto nested = [](std::size_t depth) {
    return small_bank_with(
        R"("format": 1)", R"("format": 1, "$comment": )" + std::string(depth, '[') + std::string(depth, ']'));
  };
  CHECK(faults_of(nested(63)) == "\n");
  CHECK(first_fault(nested(64)) ==
        "my.json:2:91: error: brackets are nested more than 64 deep; a bank needs no more than 5 levels");
  CHECK(parse_bank(std::string(1'000'000, '['), "my.json").diagnostics.size() == 2);
  CHECK(parse_bank(std::string(1'000'000, '{'), "my.json").diagnostics.size() == 1);
}

TEST_CASE("a NUL byte ends nothing") {
  CHECK(first_fault(std::string{small_bank} + '\0' + "{}") ==
        "my.json:12:1: error: this is a NUL byte; remove it");
  CHECK(first_fault(small_bank_with("\"small\"", std::string_view{"\"sm\0ll\"", 7})) ==
        R"(my.json:2:25: error: text holds a control character; remove it, or write it as \u0000)");
}

TEST_CASE("a bank of faults is cut short, and stays an error") {
  std::string text = R"({"format": 1, "id": "x", "title": "X", )";
  for (int i = 0; i < 10'100; ++i) text += R"("unknown key": 1, )";
  const auto parsed = parse_bank(text + R"("tiers": [], "topics": [], "items": []})", "my.json");
  REQUIRE(parsed.diagnostics.size() == 10'001);
  CHECK(parsed.diagnostics.back().message == "103 more faults are not shown; mend these first");
  CHECK_FALSE(parsed.ok());
}

TEST_CASE("messages show names from a bank safely and in part") {
  CHECK(first_fault(small_bank_with(R"("id": "kv-cache")", R"("id": "\u001b[2J\u202e\n")")) ==
        "my.json:7:12: error: item '␛[2J ': bad id \"␛[2J \"; use a to z, 0 to 9 and \"-\", at "
        "most 64 of "
        "them, the first a letter or digit");
  const auto endless =
      first_fault(small_bank_with(R"("tier": "beginner")", R"("tier": ")" + std::string(100'000, 'x') + '"'));
  CHECK(endless.size() < 250);
}

TEST_CASE("every beginning of a bank has a diagnostic") {
  for (std::size_t size = 0; size + 1 < small_bank.size(); ++size) {
    INFO(size);
    REQUIRE_FALSE(parse_bank(small_bank.substr(0, size), "my.json").ok());
    require_sound_or_told(small_bank.substr(0, size));
  }
  CHECK(parse_bank(small_bank.substr(0, small_bank.size() - 1), "my.json").ok());
}

TEST_CASE("bytes changed at random never break the parser") {
  std::mt19937 random{20261122};
  const auto below = [&](std::size_t limit) { return static_cast<std::size_t>(random()) % limit; };
  const std::string_view favourites = "\"{}[],:\\0-.eu\n\t \0\xFF\xC3\xEF";
  for (int run = 0; run < 3'000; ++run) {
    std::string text{small_bank};
    for (auto changes = 1 + below(4); changes > 0; --changes) {
      const auto at = below(text.size());
      const char byte = below(2) == 0 ? favourites[below(favourites.size())] : static_cast<char>(below(256));
      switch (below(3)) {
        case 0: text[at] = byte; break;
        case 1: text.insert(at, 1, byte); break;
        default: text.erase(at, 1 + below(20)); break;
      }
    }
    require_sound_or_told(text);
  }
}
