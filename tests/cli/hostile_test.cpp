// Banks, histories, settings and command lines from strangers never command the terminal: no output holds an
// escape sequence, a control character in any encoding, or an override of the direction of text.
#include <cstdint>
#include <optional>

#include "catch.hpp"
#include "cli/pty.hpp"

using namespace viva::test;

namespace {

// An escape sequence, C1 in UTF-8 and as a raw byte, overrides and isolates, a backspace, DEL and a tag.
const std::string poison = "\x1b]0;owned\x07\x1b[31m\u009b2J\u0085\u202e\u2066\u200f\u2028\b\x7f\U000E0041";
const std::string poison_raw = poison + "\x9b" + "2J\xff";
const std::string file_name = "evil" + poison_raw + ".json";

// The same as JSON writes it: C0 must be escaped, the rest may stand raw.
std::string in_json(const std::string& text) {
  std::string json;
  for (const char c : text) {
    constexpr std::string_view digits = "0123456789abcdef";
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20)
      json += std::string{"\\u00"} + digits[byte >> 4] + digits[byte & 15];
    else
      json += c;
  }
  return json;
}

// Replaces every @ by the poison.
std::string poisoned(std::string text, const std::string& with = in_json(poison)) {
  for (auto at = text.find('@'); at != std::string::npos; at = text.find('@', at + with.size()))
    text.replace(at, 1, with);
  return text;
}

const char* const evil_bank = R"({"format": 1, "id": "evil", "title": "Title @", "note@": 1,
 "tiers": [{"id": "low", "name": "Tier @"}], "topics": [{"id": "all", "name": "Topic @"}],
 "rounds": [{"id": "r", "name": "Round @", "minutes": 5, "draw": {"low": 1}}],
 "items": [
  {"id": "one", "tier": "low", "topic": "all", "prompt": "Prompt @ end", "hint": "Hint @ end",
   "points": ["Point @", "Two @"], "follow_ups": ["Follow @"], "pitfalls": ["Pitfall @"], "answer": "Answer @",
   "references": [{"title": "Reference @", "url": "https://example.com/"}]},
  {"id": "two", "tier": "low", "topic": "all", "prompt": "No points @", "hint": "Hint @"}]})";

const char* const broken_bank = R"({"format": 1, "id": "e@", "title": "Title @",
 "tiers": [{"id": "low@", "name": "Tier @"}, {"id": "low@", "name": "@"}], "topics": [{"id": "all", "name": "@"}],
 "items": [
  {"id": "one@", "tier": "lowest@", "topic": "al@", "prompt": 7, "hint": "", "wrong@": "@", "minutes": "@",
   "references": [{"title": "@", "url": "javascript:@"}]},
  {"id": "one@", "tier": "low@", "topic": "all", "prompt": "@", "hint": "@"} @ ]})";

bool is_harmless(std::uint32_t c) {
  const auto within = [c](std::uint32_t low, std::uint32_t high) { return c >= low && c <= high; };
  return c == '\n' || c == '\t' ||
         !(c < 0x20 || within(0x7F, 0x9F) || c == 0x061C || within(0x200E, 0x200F) ||
           within(0x2028, 0x202E) || within(0x2066, 0x2069) || within(0xE0000, 0xE007F));
}

// Offset of the first thing in `text` that is not harmless UTF-8.
std::optional<std::size_t> find_harm(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto lead = static_cast<unsigned char>(text[at]);
    const std::size_t size = lead < 0x80   ? 1
                             : lead < 0xC2 ? 0
                             : lead < 0xE0 ? 2
                             : lead < 0xF0 ? 3
                             : lead < 0xF5 ? 4
                                           : 0;
    if (size == 0 || at + size > text.size()) return at;
    std::uint32_t c = size == 1 ? lead : lead & (0x7Fu >> size);
    for (std::size_t i = 1; i < size; ++i) c = c << 6 | (static_cast<unsigned char>(text[at + i]) & 0x3Fu);
    if (!is_harmless(c)) return at;
    at += size;
  }
  return std::nullopt;
}

std::string spelled_out(const Args& args) {
  std::string text{"viva"};
  for (const auto& arg : args) text += ' ' + in_json(arg);
  return text;
}

void check_harmless(const Home& home, const Args& args, const Setup& setup = {}) {
  const auto run = home.run(args, setup);
  for (const auto* text : {&run.out, &run.err})
    if (const auto at = find_harm(*text)) {
      INFO(spelled_out(args) << " prints it after: "
                             << text->substr(*at > 60 ? *at - 60 : 0, std::min<std::size_t>(*at, 60)));
      CHECK(!at);
    }
  CHECK(run.code < 3);
}

}  // namespace

TEST_CASE("harm is found where there is some") {
  CHECK(find_harm("plain, \u00b7 and \u65e5\n") == std::nullopt);
  for (const auto* text : {"\x1b", "\u009b", "\x9b", "\u202e", "\u2066", "\r", "\x7f", "\xff"})
    CHECK(find_harm(text) == 0u);
}

TEST_CASE("a hostile bank in a hostile file") {
  const Home home;
  home.write(file_name, poisoned(evil_bank));
  REQUIRE(home.run({"bank", "check", file_name}).code == 0);
  const auto all = std::string{"\n@\n\na\nf\n@\n1\n\n\n1\nu\n1\ns\n"};
  check_harmless(home, {"drill", "--bank", file_name}, {.input = poisoned(all, poison_raw)});
  for (const Args& args :
       {Args{}, Args{"list"}, Args{"list", "--json"}, Args{"list", "--width", "30"},
        Args{"show", "one", "two"}, Args{"show", "one", "--json"}, Args{"list", "--order", "random"},
        Args{"list", "--tier", "nothing"}, Args{"list", "--topic", "nothing"}, Args{"show", "nothing"},
        Args{"drill", "--weak", "--due"}, Args{"bank", "export"}, Args{"drill", "--id", "one"}, Args{"mock"},
        Args{"mock", "--list"}, Args{"mock", "nothing"}, Args{"mock", "--questions", "9"}}) {
    auto full = args;
    full.insert(full.end(), {"--bank", file_name});
    check_harmless(home, full);
    check_harmless(home, full, {.env = {{"LC_ALL", "C"}}});
  }
  check_harmless(home, {"bank", "check", file_name});
  check_harmless(home, {"__complete", "--bank", file_name, "list", "--tier", ""});
  check_harmless(home, {"__complete", "--bank", file_name, "list", "--topic", ""});
  check_harmless(home, {"__complete", "--bank", file_name, "show", ""});
  check_harmless(home, {"__complete", "--bank", file_name, "mock", ""});
  for (const Args& args : {Args{"history", "export"}, Args{"history", "verify"}, Args{"history", "undo"}})
    check_harmless(home, args);
}

TEST_CASE("a round of hostile questions with hostile answers") {
  const Home home;
  home.write(file_name, poisoned(evil_bank));
  const auto round = poisoned("\n@\n  @\n.\n@\n.\n@\n2\na\ne\n@\n1\n\n\n", poison_raw);
  for (int i = 0; i < 2; ++i)
    check_harmless(home, {"mock", "r", "--id", "one", "--bank", file_name}, {.input = round});
  check_harmless(home, {"mock", "r", "--bank", file_name}, {.input = "\n"});
  for (const Args& args :
       {Args{}, Args{"rounds"}, Args{"rounds", "last"}, Args{"rounds", "last", "--answers"},
        Args{"rounds", "last", "--format", "markdown"}, Args{"rounds", "last", "--json"},
        Args{"rounds", "--json"}, Args{"history", "export"}, Args{"history", "verify"},
        Args{"mock", "--resume", "--bank", file_name}, Args{"mock", "--abandon", "--bank", file_name}}) {
    check_harmless(home, args);
    check_harmless(home, args, {.env = {{"LC_ALL", "C"}}});
  }
}

TEST_CASE("a bank with hostile faults") {
  const Home home;
  home.write(file_name, poisoned(broken_bank));
  home.write("raw.json", poisoned(broken_bank, poison_raw));
  auto whole = poisoned(broken_bank);
  whole.erase(whole.rfind(in_json(poison)), in_json(poison).size());
  home.write("whole.json", whole);
  for (const auto& file : {file_name, std::string{"raw.json"}, std::string{"whole.json"}}) {
    check_harmless(home, {"bank", "check", file});
    check_harmless(home, {"list", "--bank", file});
    check_harmless(home, {"bank", "export", "--bank", file});
    check_harmless(home, {"__complete", "--bank", file, "list", "--tier", ""});
  }
}

TEST_CASE("hostile arguments") {
  const Home home;
  for (const Args& args : {Args{"@"},
                           Args{"--@"},
                           Args{"-@"},
                           Args{"list", "--tier", "@"},
                           Args{"list", "--topic", "@"},
                           Args{"list", "--id", "@"},
                           Args{"list", "--search", "@"},
                           Args{"list", "--count", "@"},
                           Args{"list", "--order", "@"},
                           Args{"list", "--seed", "@"},
                           Args{"list", "@"},
                           Args{"list", "--@=1"},
                           Args{"show", "@"},
                           Args{"drill", "--search", "@"},
                           Args{"drill", "@"},
                           Args{"mock", "@"},
                           Args{"mock", "--minutes", "@"},
                           Args{"mock", "--seed", "@"},
                           Args{"rounds", "@"},
                           Args{"rounds", "--format", "@"},
                           Args{"--color", "@"},
                           Args{"--width", "@"},
                           Args{"--day-begins", "@"},
                           Args{"--bank", "@"},
                           Args{"--history", "@"},
                           Args{"--config", "@"},
                           Args{"bank", "@"},
                           Args{"bank", "check", "@"},
                           Args{"bank", "init", "@"},
                           Args{"bank", "init", "@"},
                           Args{"bank", "init", "no/@"},
                           Args{"history", "import", "@"},
                           Args{"history", "export", "-o", "@"},
                           Args{"history", "export", "-o", "@"},
                           Args{"history", "@"},
                           Args{"history", "verify", "--history", "@"},
                           Args{"history", "undo", "--history", "@"},
                           Args{"completion", "@"},
                           Args{"__complete", "@"},
                           Args{"__complete", "--bank", "@", "show", ""},
                           Args{"man", "@"},
                           Args{"list", "--plain=@"},
                           Args{"--version=@"}}) {
    auto evil = args;
    for (auto& arg : evil) arg = poisoned(arg, poison_raw);
    check_harmless(home, evil, {.input = "q\n"});
  }
}

TEST_CASE("a hostile environment and hostile settings") {
  const Home home;
  for (const auto* name : {"VIVA_BANK", "VIVA_HISTORY", "VIVA_NOW", "COLUMNS", "TERM", "XDG_DATA_HOME", "TZ"})
    for (const auto* command : {"list", "drill"})
      check_harmless(home, {command}, {.input = "\nall\n\nq\n", .env = {{name, "/" + poison_raw}}});
  for (const auto* settings :
       {"@ = 5\n", "day-begins = \"@\"\n", "[@]\ncount = 1\n", "bank = \"@\"\n", "@\n"}) {
    home.write("config/viva/config.toml", poisoned(settings, poison_raw));
    check_harmless(home, {"list"});
  }
}

TEST_CASE("a hostile history") {
  const Home home;
  home.write("evil.json", poisoned(evil_bank));
  REQUIRE(home.type({"drill", "--bank", "evil.json"}, "\n1\n\nq\n").code == 0);
  auto lines = home.run({"history", "export"}).out;
  lines.replace(lines.find("\"one\""), 5, poisoned("\"one@\""));
  home.write("evil.jsonl", lines);
  home.write("raw.jsonl", poisoned("{\"@\": \"@\"}\n@\n", poison_raw));
  for (const auto* file : {"evil.jsonl", "raw.jsonl"}) {
    check_harmless(home, {"history", "import", file, "--history", "other.db"});
    for (const auto* command : {"export", "verify", "undo"})
      check_harmless(home, {"history", command, "--history", "other.db"});
  }
}
