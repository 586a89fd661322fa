#include "viva/bank/bank.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>

#include "bank/small_bank.hpp"

using namespace viva;

namespace {

std::string contents(const std::filesystem::path& path) {
  std::ifstream file{path, std::ios::binary};
  return {std::istreambuf_iterator<char>{file}, {}};
}

}  // namespace

TEST_CASE("a bank is read as it is written") {
  const auto parsed = parse_bank(R"({
    "$schema": "bank.schema.json", "format": 1, "id": "ml", "title": "ML \u2013 an introduction",
    "reviewed": "2024-02-29",
    "items": [
      {"id": "a", "tier": "hard", "topic": "maths", "prompt": "P", "hint": "H"},
      {"id": "b", "tier": "easy", "topic": "code", "prompt": "Pé", "hint": "H\n2", "minutes": 7,
       "points": ["one", "two"], "follow_ups": ["why?"], "pitfalls": ["not so"], "answer": "Because.",
       "references": [{"title": "T", "url": "https://example.org"}, {"title": "U", "url": "http://u"}]}
    ],
    "rounds": [{"id": "r", "name": "R", "minutes": 45, "draw": {"hard": 2, "easy": 1}}],
    "tiers": [{"id": "easy", "name": "Easy"}, {"id": "hard", "name": "Hard"}],
    "topics": [{"id": "code", "name": "Code"}, {"id": "maths", "name": "Maths"}]
  })",
                                 "ml.json");
  REQUIRE(parsed.diagnostics.empty());
  const auto& bank = parsed.bank;
  CHECK(bank.id == "ml");
  CHECK(bank.title == "ML – an introduction");
  CHECK(bank.reviewed == "2024-02-29");
  REQUIRE(bank.tiers.size() == 2);
  CHECK(bank.tiers[1].id == "hard");
  CHECK(bank.tiers[1].name == "Hard");
  REQUIRE(bank.topics.size() == 2);
  CHECK(bank.topics[0].name == "Code");
  REQUIRE(bank.rounds.size() == 1);
  CHECK(bank.rounds[0].name == "R");
  CHECK(bank.rounds[0].minutes == 45);
  CHECK(bank.rounds[0].draw == std::vector<std::pair<std::size_t, int>>{{1, 2}, {0, 1}});
  REQUIRE(bank.items.size() == 2);
  const auto &a = bank.items[0], &b = bank.items[1];
  CHECK(a.bank == "ml");
  CHECK(a.id == "a");
  CHECK(a.tier == 1);
  CHECK(a.topic == 1);
  CHECK(a.minutes == 3);
  CHECK(a.points.empty());
  CHECK(a.answer.empty());
  CHECK(b.tier == 0);
  CHECK(b.topic == 0);
  CHECK(b.minutes == 7);
  CHECK(b.prompt == "Pé");
  CHECK(b.hint == "H\n2");
  CHECK(b.points == std::vector<Point>{{"", "one"}, {"", "two"}});
  CHECK(b.follow_ups == std::vector<std::string>{"why?"});
  CHECK(b.pitfalls == std::vector<std::string>{"not so"});
  CHECK(b.answer == "Because.");
  REQUIRE(b.references.size() == 2);
  CHECK(b.references[0].title == "T");
  CHECK(b.references[1].url == "http://u");
}

TEST_CASE("every fault is told in one run, in the order of the text") {
  CHECK(faults_of(R"({
  "format": 1, "id": "small", "title": "",
  "items": [
    {"prompt": "P", "minutes": "3", "tier": "begginer", "topic": "code", "id": "loops"},
    {"id": "loops", "tier": "beginner", "topic": "x", "prompt": "P", "hint": "H", "colour": 1}
  ],
  "tiers": [{"id": "beginner"}],
  "topics": [{"id": "code", "name": "Code"}]
})") == R"(
my.json:2:40: error: "title" is empty; write it
    2 |   "format": 1, "id": "small", "title": "",
      |                                        ^~
my.json:4:5: error: item 'loops': "hint" is missing; add it, for example "hint": "Say what it keeps, then ..."
    4 |     {"prompt": "P", "minutes": "3", "tier": "begginer", "topic": "code", "id": "loops"},
      |     ^
my.json:4:32: error: item 'loops': "minutes" must be a whole number, not text; for example "minutes": 3
    4 |     {"prompt": "P", "minutes": "3", "tier": "begginer", "topic": "code", "id": "loops"},
      |                                ^~~
my.json:4:45: error: item 'loops': unknown tier "begginer"; did you mean "beginner"?
    4 |     {"prompt": "P", "minutes": "3", "tier": "begginer", "topic": "code", "id": "loops"},
      |                                             ^~~~~~~~~~
my.json:5:12: error: item 'loops': duplicate id "loops", first on line 4; give one of them another id
    5 |     {"id": "loops", "tier": "beginner", "topic": "x", "prompt": "P", "hint": "H", "colour":…
      |            ^~~~~~~
my.json:5:50: error: item 'loops': unknown topic "x"; use "code"
    5 | … {"id": "loops", "tier": "beginner", "topic": "x", "prompt": "P", "hint": "H", "colour": 1}
      |                                                ^~~
my.json:5:83: warning: item 'loops': unknown key "colour"; viva ignores it: remove it, or call it "$comment"
    5 | … {"id": "loops", "tier": "beginner", "topic": "x", "prompt": "P", "hint": "H", "colour": 1}
      |                                                                                 ^~~~~~~~
my.json:7:13: error: tier 'beginner': "name" is missing; add it, for example "name": "Beginner"
    7 |   "tiers": [{"id": "beginner"}],
      |             ^
)");
}

TEST_CASE("warnings alone leave a bank sound") {
  const auto parsed = parse_bank(small_bank_with(R"("format": 1)", R"("format": 1, "x": 1)"), "my.json");
  CHECK(parsed.diagnostics.size() == 1);
  CHECK(parsed.ok());
  CHECK_FALSE(parse_bank(small_bank_with(R"("format": 1)", R"("format": 3)"), "my.json").ok());
}

TEST_CASE("no fault is made up from another") {
  SECTION("nothing is missing after a syntax error, and no tier is unknown before the tiers are read") {
    CHECK(faults_of(R"({
  "items": [
    {"id": "a", "tier": "easy", "topic": "code", "prompt": ""},
    {"id": "b", "tier": "easy" "topic"
)") == R"(
my.json:3:5: error: item 'a': "hint" is missing; add it, for example "hint": "Say what it keeps, then ..."
    3 |     {"id": "a", "tier": "easy", "topic": "code", "prompt": ""},
      |     ^
my.json:3:60: error: item 'a': "prompt" is empty; write it
    3 |     {"id": "a", "tier": "easy", "topic": "code", "prompt": ""},
      |                                                            ^~
my.json:4:31: error: a "," is missing after this value; add it
    4 |     {"id": "b", "tier": "easy" "topic"
      |                               ^
)");
  }
  SECTION("a tier that cannot be read makes none of its items wrong") {
    CHECK(faults_with(R"({"id": "beginner", "name": "Beginner"})", R"({"name": "Beginner"})") == R"(
my.json:3:13: error: tier 1: "id" is missing; add it, for example "id": "beginner"
    3 |   "tiers": [{"name": "Beginner"}, {"id": "advanced", "name": "Advanced"}],
      |             ^
)");
  }
  SECTION("nor do topics that are missing") {
    CHECK(faults_with(R"("topics": [{"id": "inference", "name": "Inference"}],)", "") == R"(
my.json:1:1: error: "topics" is missing; add it, for example "topics": [{"id": "inference", "name": "Inference"}]
    1 | {
      | ^
)");
  }
  SECTION("what belongs to an unknown key is not looked at") {
    CHECK(faults_with(R"("format": 1)", R"("format": 1, "item": [{"id": 3, "id": [{}]}])") == R"(
my.json:2:16: warning: unknown key "item"; did you mean "items"?
    2 |   "format": 1, "item": [{"id": 3, "id": [{}]}], "id": "small", "title": "A small bank",
      |                ^~~~~~
)");
  }
  SECTION("another value than an object is no bank with everything missing") {
    CHECK(faults_of("[1, 2]") == R"(
my.json:1:1: error: the bank must be an object in { }, not a list; for example {"format": 2, "id": "my-bank", ...}
    1 | [1, 2]
      | ^
)");
  }
}

TEST_CASE("columns count code points, and carets count columns") {
  CHECK(faults_with(R"("prompt": "What is a KV cache?")", R"("prompt": "漢字?", "minutes": "é")") == R"(
my.json:8:34: error: item 'kv-cache': "minutes" must be a whole number, not text; for example "minutes": 3
    8 |      "prompt": "漢字?", "minutes": "é", "hint": "What it keeps.",
      |                                    ^~~
)");
}

TEST_CASE("wrong types are named, with an example") {
  CHECK(faults_with(R"("A small bank")", "7") == R"(
my.json:2:40: error: "title" must be text in double quotes, not a number; for example "title": "On-Device AI Engineer"
    2 |   "format": 1, "id": "small", "title": 7,
      |                                        ^
)");
  CHECK(faults_with(R"("What it keeps.")", R"(["What it keeps."])") == R"(
my.json:8:47: error: item 'kv-cache': "hint" must be text in double quotes, not a list; for example "hint": "Say what it keeps, then ..."
    8 |      "prompt": "What is a KV cache?", "hint": ["What it keeps."],
      |                                               ^
)");
  CHECK(faults_with(R"("beginner", "topic")", R"(null, "topic")") == R"(
my.json:7:32: error: item 'kv-cache': "tier" must be text in double quotes, not null; for example "tier": "beginner"
    7 |     {"id": "kv-cache", "tier": null, "topic": "inference",
      |                                ^~~~
)");
  CHECK(faults_with("30", R"("30")") == R"(
my.json:5:66: error: round 'screen': "minutes" must be a whole number, not text; for example "minutes": 30
    5 | …nds": [{"id": "screen", "name": "Phone screen", "minutes": "30", "draw": {"beginner": 1}}],
      |                                                             ^~~~
)");
  CHECK(faults_with(R"([{"id": "inference", "name": "Inference"}])", R"({"inference": "Inference"})") == R"(
my.json:4:13: error: "topics" must be a list in [ ], not an object; for example "topics": [{"id": "inference", "name": "Inference"}]
    4 |   "topics": {"inference": "Inference"},
      |             ^
)");
  CHECK(faults_with(R"({"beginner": 1})", "[1]") == R"(
my.json:5:78: error: round 'screen': "draw" must be an object in { }, not a list; for example "draw": {"beginner": 2}
    5 |   "rounds": [{"id": "screen", "name": "Phone screen", "minutes": 30, "draw": [1]}],
      |                                                                              ^
)");
  CHECK(faults_with(R"("hint": "What it keeps.")", R"("hint": "What it keeps.", "points": ["a", true])") ==
        R"(
my.json:8:81: error: item 'kv-cache': entry 2 of "points" must be text in double quotes, or an object in { }, not true or false; for example "points": ["it keeps ...", "it grows ..."]
    8 |      "prompt": "What is a KV cache?", "hint": "What it keeps.", "points": ["a", true],
      |                                                                                 ^~~~
)");
  CHECK(faults_with(R"([{"title": "A paper", "url": "https://example.org"}])",
                    R"(["https://example.org"])") == R"(
my.json:9:21: error: item 'kv-cache': entry 1 of "references" must be an object in { }, not text; for example "references": [{"title": "...", "url": "https://..."}]
    9 |      "references": ["https://example.org"]}
      |                     ^~~~~~~~~~~~~~~~~~~~~
)");
  CHECK(faults_with(R"({"id": "advanced", "name": "Advanced"})", R"("advanced")") == R"(
my.json:3:53: error: entry 2 of "tiers" must be an object in { }, not text; for example "tiers": [{"id": "beginner", "name": "Beginner"}]
    3 |   "tiers": [{"id": "beginner", "name": "Beginner"}, "advanced"],
      |                                                     ^~~~~~~~~~
)");
}

TEST_CASE("missing fields are shown where they belong") {
  CHECK(faults_with(R"("format": 1, )", "") == R"(
my.json:1:1: error: "format" is missing; add it, for example "format": 2
    1 | {
      | ^
)");
  CHECK(faults_with(R"("tier": "beginner", )", "") == R"(
my.json:7:5: error: item 'kv-cache': "tier" is missing; add it, for example "tier": "beginner"
    7 |     {"id": "kv-cache", "topic": "inference",
      |     ^
)");
  CHECK(faults_with(R"("id": "kv-cache", )", "") == R"(
my.json:7:5: error: item 1: "id" is missing; add it, for example "id": "kv-cache"
    7 |     {"tier": "beginner", "topic": "inference",
      |     ^
)");
  CHECK(faults_with(R"(, "url": "https://example.org")", "") == R"(
my.json:9:21: error: item 'kv-cache': reference 1: "url" is missing; add it, for example "url": "https://example.org/paper"
    9 |      "references": [{"title": "A paper"}]}
      |                     ^
)");
  CHECK(faults_with(R"(, "draw": {"beginner": 1})", "") == R"(
my.json:5:14: error: round 'screen': "draw" is missing; add it, for example "draw": {"beginner": 2}
    5 |   "rounds": [{"id": "screen", "name": "Phone screen", "minutes": 30}],
      |              ^
)");
  CHECK(faults_with(R"(, "name": "Advanced")", "") == R"(
my.json:3:53: error: tier 'advanced': "name" is missing; add it, for example "name": "Beginner"
    3 |   "tiers": [{"id": "beginner", "name": "Beginner"}, {"id": "advanced"}],
      |                                                     ^
)");
}

TEST_CASE("a repeated key names the first") {
  CHECK(faults_with(R"("hint": "What it keeps.")",
                    "\"hint\": \"What it keeps.\",\n     \"hint\": \"What it costs.\"") == R"(
my.json:9:6: error: item 'kv-cache': duplicate key "hint", first on line 8; keep one of them
    9 |      "hint": "What it costs.",
      |      ^~~~~~
)");
  CHECK(faults_with(R"({"beginner": 1})", "{\"beginner\": 1,\n    \"beginner\": 2}") == R"(
my.json:6:5: error: round 'screen': duplicate key "beginner", first on line 5; keep one of them
    6 |     "beginner": 2}}],
      |     ^~~~~~~~~~
)");
}

TEST_CASE("a repeated id names the first") {
  CHECK(faults_with(R"("id": "advanced")", R"("id": "beginner")") == R"(
my.json:3:60: error: tier 'beginner': duplicate id "beginner", first on line 3; give one of them another id
    3 |   "tiers": [{"id": "beginner", "name": "Beginner"}, {"id": "beginner", "name": "Advanced"}],
      |                                                            ^~~~~~~~~~
)");
  CHECK(faults_with(R"([{"id": "inference")",
                    "[{\"id\": \"inference\", \"name\": \"Running\"},\n    {\"id\": \"inference\"") == R"(
my.json:5:12: error: topic 'inference': duplicate id "inference", first on line 4; give one of them another id
    5 |     {"id": "inference", "name": "Inference"}],
      |            ^~~~~~~~~~~
)");
  CHECK(faults_with(R"("https://example.org"}]})",
                    "\"https://example.org\"}]},\n    {\"id\": \"kv-cache\", \"tier\": \"beginner\", "
                    "\"topic\": \"inference\", \"prompt\": \"And?\", \"hint\": \"So.\"}") == R"(
my.json:10:12: error: item 'kv-cache': duplicate id "kv-cache", first on line 7; give one of them another id
   10 |     {"id": "kv-cache", "tier": "beginner", "topic": "inference", "prompt": "And?", "hint":…
      |            ^~~~~~~~~~
)");
  CHECK(faults_with(R"("rounds": [)",
                    "\"rounds\": [{\"id\": \"screen\", \"name\": \"First\", \"minutes\": 9, \"draw\": "
                    "{\"advanced\": 1}},\n    ") == R"(
my.json:6:12: error: round 'screen': duplicate id "screen", first on line 5; give one of them another id
    6 |     {"id": "screen", "name": "Phone screen", "minutes": 30, "draw": {"beginner": 1}}],
      |            ^~~~~~~~
)");
}

TEST_CASE("an unknown tier or topic suggests one that exists") {
  CHECK(faults_with(R"("tier": "beginner")", R"("tier": "begginer")") == R"(
my.json:7:32: error: item 'kv-cache': unknown tier "begginer"; did you mean "beginner"?
    7 |     {"id": "kv-cache", "tier": "begginer", "topic": "inference",
      |                                ^~~~~~~~~~
)");
  CHECK(faults_with(R"("tier": "beginner")", R"("tier": "expert")") == R"(
my.json:7:32: error: item 'kv-cache': unknown tier "expert"; use one of "beginner", "advanced"
    7 |     {"id": "kv-cache", "tier": "expert", "topic": "inference",
      |                                ^~~~~~~~
)");
  CHECK(faults_with(R"("topic": "inference")", R"("topic": "Inference")") == R"(
my.json:7:53: error: item 'kv-cache': unknown topic "Inference"; did you mean "inference"?
    7 |     {"id": "kv-cache", "tier": "beginner", "topic": "Inference",
      |                                                     ^~~~~~~~~~~
)");
  CHECK(faults_with(R"("draw": {"beginner")", R"("draw": {"advnaced")") == R"(
my.json:5:79: error: round 'screen': unknown tier "advnaced"; did you mean "advanced"?
    5 | …ounds": [{"id": "screen", "name": "Phone screen", "minutes": 30, "draw": {"advnaced": 1}}],
      |                                                                            ^~~~~~~~~~
)");
}

TEST_CASE("text must say something") {
  CHECK(faults_with(R"("What is a KV cache?")", R"("")") == R"(
my.json:8:16: error: item 'kv-cache': "prompt" is empty; write it
    8 |      "prompt": "", "hint": "What it keeps.",
      |                ^~
)");
  CHECK(faults_with(R"("A small bank")", R"(" \t\u00a0")") == R"(
my.json:2:40: error: "title" is blank; write it
    2 |   "format": 1, "id": "small", "title": " \t\u00a0",
      |                                        ^~~~~~~~~~~
)");
  CHECK(faults_with(R"("hint": "What it keeps.")", R"("hint": "What it keeps.", "answer": "")") == R"(
my.json:8:75: error: item 'kv-cache': "answer" is empty; write it, or leave it out
    8 |      "prompt": "What is a KV cache?", "hint": "What it keeps.", "answer": "",
      |                                                                           ^~
)");
  CHECK(faults_with(R"("hint": "What it keeps.")",
                    "\"hint\": \"What it keeps.\", \"pitfalls\": [\"one\", \"\u3000\"]") == R"(
my.json:8:85: error: item 'kv-cache': entry 2 of "pitfalls" is blank; write it, or leave it out
    8 |      "prompt": "What is a KV cache?", "hint": "What it keeps.", "pitfalls": ["one", "　"],
      |                                                                                     ^~~~
)");
  CHECK(faults_with(R"("tier": "beginner")", R"("tier": "")") == R"(
my.json:7:32: error: item 'kv-cache': "tier" is empty; write it
    7 |     {"id": "kv-cache", "tier": "", "topic": "inference",
      |                                ^~
)");
}

TEST_CASE("ids are short and plain") {
  CHECK(faults_with(R"("id": "kv-cache")", R"("id": "KV cache")") == R"(
my.json:7:12: error: item 'KV cache': bad id "KV cache"; use a to z, 0 to 9 and "-", at most 64 of them, the first a letter or digit
    7 |     {"id": "KV cache", "tier": "beginner", "topic": "inference",
      |            ^~~~~~~~~~
)");
  CHECK(faults_with(R"("id": "advanced")", R"("id": "-advanced")") == R"(
my.json:3:60: error: tier '-advanced': bad id "-advanced"; use a to z, 0 to 9 and "-", at most 64 of them, the first a letter or digit
    3 | …"tiers": [{"id": "beginner", "name": "Beginner"}, {"id": "-advanced", "name": "Advanced"}],
      |                                                           ^~~~~~~~~~~
)");
  CHECK(faults_with(R"("id": "screen")",
                    R"("id": "sssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssss")") == R"(
my.json:5:21: error: round 'sssssssssssssssssssssssssssssssssssssssssssssssssssssssssss…': bad id "sssssssssssssssssssssssssssssssssssssssssssssssssssssssssss…"; use a to z, 0 to 9 and "-", at most 64 of them, the first a letter or digit
    5 |   "rounds": [{"id": "sssssssssssssssssssssssssssssssssssssssssssssssssssssssssss…
      |                     ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
)");
  CHECK(faults_with(R"("id": "small")", R"("id": "")") == R"(
my.json:2:22: error: "id" is empty; write it
    2 |   "format": 1, "id": "", "title": "A small bank",
      |                      ^~
)");
}

TEST_CASE("numbers stay in their range") {
  CHECK(faults_with(R"("topic": "inference")", R"("topic": "inference", "minutes": 0)") == R"(
my.json:7:77: error: item 'kv-cache': "minutes" is 0; use a whole number from 1 to 60
    7 |     {"id": "kv-cache", "tier": "beginner", "topic": "inference", "minutes": 0,
      |                                                                             ^
)");
  CHECK(faults_with(R"("topic": "inference")", R"("topic": "inference", "minutes": 61)") == R"(
my.json:7:77: error: item 'kv-cache': "minutes" is 61; use a whole number from 1 to 60
    7 |     {"id": "kv-cache", "tier": "beginner", "topic": "inference", "minutes": 61,
      |                                                                             ^~
)");
  CHECK(faults_with(R"("topic": "inference")", R"("topic": "inference", "minutes": 2.5)") == R"(
my.json:7:77: error: item 'kv-cache': "minutes" is 2.5; use a whole number from 1 to 60
    7 |     {"id": "kv-cache", "tier": "beginner", "topic": "inference", "minutes": 2.5,
      |                                                                             ^~~
)");
  CHECK(faults_with("30", "601") == R"(
my.json:5:66: error: round 'screen': "minutes" is 601; use a whole number from 1 to 600
    5 | …unds": [{"id": "screen", "name": "Phone screen", "minutes": 601, "draw": {"beginner": 1}}],
      |                                                              ^~~
)");
  CHECK(faults_with(R"({"beginner": 1})", R"({"beginner": -1})") == R"(
my.json:5:91: error: round 'screen': "beginner" is -1; use a whole number from 1 to 1000
    5 | …unds": [{"id": "screen", "name": "Phone screen", "minutes": 30, "draw": {"beginner": -1}}],
      |                                                                                       ^~
)");
  CHECK(faults_with(R"({"beginner": 1})", R"({"beginner": 99999999999999999999})") == R"(
my.json:5:91: error: round 'screen': "beginner" is 99999999999999999999; use a whole number from 1 to 1000
    5 | …reen", "name": "Phone screen", "minutes": 30, "draw": {"beginner": 99999999999999999999}}],
      |                                                                     ^~~~~~~~~~~~~~~~~~~~
)");
  CHECK(faults_with(R"({"beginner": 1})", "{}") == R"(
my.json:5:78: error: round 'screen': "draw" is empty; add at least one, for example "draw": {"beginner": 2}
    5 |   "rounds": [{"id": "screen", "name": "Phone screen", "minutes": 30, "draw": {}}],
      |                                                                              ^
)");
}

TEST_CASE("another format says what to do") {
  CHECK(faults_with(R"("format": 1)", R"("format": 2)") == "\n");
  CHECK(faults_with(R"("format": 1)", R"("format": 3)") == R"(
my.json:2:13: error: "format" is 3; this viva reads formats 1 and 2: write 2, or get a newer viva
    2 |   "format": 3, "id": "small", "title": "A small bank",
      |             ^
)");
}

TEST_CASE("references lead to the web") {
  CHECK(faults_with("https://example.org", "ftp://example.org") == R"(
my.json:9:49: error: item 'kv-cache': reference 1: bad address "ftp://example.org"; begin it with https:// or http://, and leave no spaces in it
    9 |      "references": [{"title": "A paper", "url": "ftp://example.org"}]}
      |                                                 ^~~~~~~~~~~~~~~~~~~
)");
  CHECK(faults_with("https://example.org", "https://") == R"(
my.json:9:49: error: item 'kv-cache': reference 1: bad address "https://"; begin it with https:// or http://, and leave no spaces in it
    9 |      "references": [{"title": "A paper", "url": "https://"}]}
      |                                                 ^~~~~~~~~~
)");
  CHECK(faults_with("https://example.org", "https://example.org/a b") == R"(
my.json:9:49: error: item 'kv-cache': reference 1: bad address "https://example.org/a b"; begin it with https:// or http://, and leave no spaces in it
    9 |      "references": [{"title": "A paper", "url": "https://example.org/a b"}]}
      |                                                 ^~~~~~~~~~~~~~~~~~~~~~~~~
)");
}

TEST_CASE("a review has a date") {
  CHECK(faults_with(R"("format": 1)", R"("format": 1, "reviewed": "2026-02-29")") == R"(
my.json:2:28: error: bad date "2026-02-29"; write an existing day as in "2026-11-22"
    2 |   "format": 1, "reviewed": "2026-02-29", "id": "small", "title": "A small bank",
      |                            ^~~~~~~~~~~~
)");
  CHECK(faults_with(R"("format": 1)", R"("format": 1, "reviewed": "last week")") == R"(
my.json:2:28: error: bad date "last week"; write an existing day as in "2026-11-22"
    2 |   "format": 1, "reviewed": "last week", "id": "small", "title": "A small bank",
      |                            ^~~~~~~~~~~
)");
}

TEST_CASE("an unknown key is a warning") {
  CHECK(faults_with(R"("topic": "inference")", R"("topic": "inference", "minuets": 3)") == R"(
my.json:7:66: warning: item 'kv-cache': unknown key "minuets"; did you mean "minutes"?
    7 |     {"id": "kv-cache", "tier": "beginner", "topic": "inference", "minuets": 3,
      |                                                                  ^~~~~~~~~
)");
  CHECK(faults_with(R"("format": 1)", R"("format": 1, "author": {"name": ["x"]})") == R"(
my.json:2:16: warning: unknown key "author"; viva ignores it: remove it, or call it "$comment"
    2 |   "format": 1, "author": {"name": ["x"]}, "id": "small", "title": "A small bank",
      |                ^~~~~~~~
)");
}

TEST_CASE("lists that are needed are not empty") {
  CHECK(faults_with(R"([{"id": "inference", "name": "Inference"}])", "[]") == R"(
my.json:4:13: error: "topics" is empty; add at least one, for example "topics": [{"id": "inference", "name": "Inference"}]
    4 |   "topics": [],
      |             ^
)");
}

TEST_CASE("a comment may stand in any object") {
  CHECK(parse_bank(contents(VIVA_SOURCE_DIR "/tests/banks/good/everything.json"), "").diagnostics.empty());
  CHECK(faults_with(R"("draw": {)", R"("draw": {"$comment": 0, "$comment": [{}], )") == "\n");
}

TEST_CASE("viva and the schema agree on banks") {
  const std::filesystem::path banks = VIVA_SOURCE_DIR "/tests/banks";
  std::size_t seen = 0;
  for (const auto& file : std::filesystem::directory_iterator{banks / "good"}) {
    INFO(file.path());
    CHECK(parse_bank(contents(file.path()), "good").ok());
    ++seen;
  }
  for (const auto& file : std::filesystem::directory_iterator{banks / "broken"}) {
    INFO(file.path());
    CHECK_FALSE(parse_bank(contents(file.path()), "broken").ok());
    ++seen;
  }
  CHECK(seen > 60);
}

TEST_CASE("banks together were reviewed when the first of them was, if all were") {
  auto one = parse_bank(small_bank, "one").bank, two = one;
  two.id = "second";
  one.reviewed = "2026-11-22";
  two.reviewed = "2026-03-01";
  CHECK(merge_banks({one, two}).bank.reviewed == "2026-03-01");
  CHECK(merge_banks({two, one}).bank.reviewed == "2026-03-01");
  two.reviewed.clear();
  CHECK(merge_banks({one, two}).bank.reviewed.empty());
}

TEST_CASE("banks are merged by the ids of tiers and topics") {
  const auto one = parse_bank(small_bank, "one").bank;
  const auto two = parse_bank(R"({
    "format": 1, "id": "second", "title": "Another",
    "tiers": [{"id": "expert", "name": "Expert"}, {"id": "beginner", "name": "Newcomer"}],
    "topics": [{"id": "training", "name": "Training"}, {"id": "inference", "name": "Serving"}],
    "rounds": [{"id": "final", "name": "Final", "minutes": 60, "draw": {"beginner": 2, "expert": 3}}],
    "items": [
      {"id": "kv-cache", "tier": "expert", "topic": "inference", "prompt": "P", "hint": "H"},
      {"id": "loss", "tier": "beginner", "topic": "training", "prompt": "P", "hint": "H"}
    ]
  })",
                              "two")
                       .bank;
  const auto merged = merge_banks({one, two});
  CHECK(merged.diagnostics.empty());
  CHECK(merged.bank.id == "small");
  CHECK(merged.bank.title == "A small bank, Another");
  REQUIRE(merged.bank.tiers.size() == 3);
  CHECK(merged.bank.tiers[0].name == "Beginner");
  CHECK(merged.bank.tiers[2].id == "expert");
  REQUIRE(merged.bank.topics.size() == 2);
  CHECK(merged.bank.topics[1].id == "training");
  REQUIRE(merged.bank.rounds.size() == 2);
  CHECK(merged.bank.rounds[1].draw == std::vector<std::pair<std::size_t, int>>{{0, 2}, {2, 3}});
  REQUIRE(merged.bank.items.size() == 3);
  CHECK(merged.bank.items[0].bank == "small");
  CHECK(merged.bank.items[1].bank == "second");
  CHECK(merged.bank.items[1].tier == 2);
  CHECK(merged.bank.items[1].topic == 0);
  CHECK(merged.bank.items[2].tier == 0);
  CHECK(merged.bank.items[2].topic == 1);
}

TEST_CASE("two banks of one id are an error, two rounds of one id a warning") {
  const auto one = parse_bank(small_bank, "one").bank;
  auto two = one;
  CHECK(merge_banks({one}).diagnostics.empty());
  CHECK(diagnostic_text(merge_banks({one, two}).diagnostics) ==
        "error: two banks have the id \"small\"; give one of them another, or load only one\n"
        "warning: round \"screen\" of bank \"small\" is left out, since a bank before it has one of that id; "
        "rename one to have both\n");
  two.id = "second";
  const auto merged = merge_banks({one, two});
  CHECK(merged.ok());
  CHECK(merged.diagnostics.size() == 1);
  CHECK(merged.bank.rounds.size() == 1);
}
