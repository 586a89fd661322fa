// What viva says of a text that is not JSON.
#include "bank/small_bank.hpp"

using namespace viva;

TEST_CASE("a comma too many or too few") {
  CHECK(faults_with("\"inference\",\n", "\"inference\"\n") == R"(
my.json:7:64: error: a "," is missing after this value; add it
    7 |     {"id": "kv-cache", "tier": "beginner", "topic": "inference"
      |                                                                ^
)");
  CHECK(faults_with(R"("https://example.org"}]})", R"("https://example.org"}]},)") == R"(
my.json:9:73: error: a "," follows the last value; remove it
    9 |      "references": [{"title": "A paper", "url": "https://example.org"}]},
      |                                                                         ^
)");
  CHECK(faults_with(R"("format": 1,)", R"("format": 1,,)") == R"(
my.json:2:15: error: a key is missing before ","; remove the ","
    2 |   "format": 1,, "id": "small", "title": "A small bank",
      |               ^
)");
  CHECK(faults_with("\"What it keeps.\",\n", "\"What it keeps.\",\n     \"points\": [\"one\" \"two\"],\n") ==
        R"(
my.json:9:22: error: a "," is missing after this value; add it
    9 |      "points": ["one" "two"],
      |                      ^
)");
}

TEST_CASE("brackets that do not match") {
  CHECK(faults_with(R"("https://example.org"}]})", R"("https://example.org"}})") == R"(
my.json:9:71: error: "}" does not close the list begun on line 9; write "]" before it, or instead
    9 |      "references": [{"title": "A paper", "url": "https://example.org"}}
      |                                                                       ^
)");
  CHECK(faults_with("\n  ]\n}\n", "\n") == R"(
my.json:9:73: error: the text ends inside the list begun on line 6; close it with "]", and see whether more is missing
    9 |      "references": [{"title": "A paper", "url": "https://example.org"}]}
      |                                                                         ^
)");
  CHECK(faults_with("\n  ]\n}\n", "\n  ]\n}}\n") == R"(
my.json:11:2: error: text follows the end of the bank; remove it
   11 | }}
      |  ^
)");
}

TEST_CASE("what other notations allow and JSON does not") {
  CHECK(faults_with(R"(  "format")", "  // the version\n  \"format\"") == R"(
my.json:2:3: error: JSON has no comments; make it the value of a key "$comment"
    2 |   // the version
      |   ^
)");
  CHECK(faults_with(R"("format": 1)", "'format': 1") == R"(
my.json:2:3: error: JSON has no single quotes; write a plain "
    2 |   'format': 1, "id": "small", "title": "A small bank",
      |   ^
)");
  CHECK(faults_with(R"("format": 1)", "format: 1") == R"(
my.json:2:3: error: the key format has no quotes; put it in double quotes
    2 |   format: 1, "id": "small", "title": "A small bank",
      |   ^~~~~~
)");
  CHECK(faults_with(R"("small")", "small") == R"(
my.json:2:22: error: unknown word "small"; put text in double quotes
    2 |   "format": 1, "id": small, "title": "A small bank",
      |                      ^~~~~
)");
  CHECK(faults_with(R"("small")", "“small”") == R"(
my.json:2:22: error: this is a typographic quotation mark; write a plain "
    2 |   "format": 1, "id": “small”, "title": "A small bank",
      |                      ^~~~~~~
)");
  CHECK(faults_with(R"("format": 1)", R"("format" = 1)") == R"(
my.json:2:12: error: JSON has no "="; write ":" between a key and its value
    2 |   "format" = 1, "id": "small", "title": "A small bank",
      |            ^
)");
  CHECK(faults_with(R"("format": 1)", R"("format": 01)") == R"(
my.json:2:13: error: a number begins with 0; remove the 0
    2 |   "format": 01, "id": "small", "title": "A small bank",
      |             ^~
)");
  CHECK(faults_with(R"("format": 1)", R"("format": 1.)") == R"(
my.json:2:13: error: "1." is not a number; write it like 3 or 0.5, or put text in double quotes
    2 |   "format": 1., "id": "small", "title": "A small bank",
      |             ^~
)");
  CHECK(faults_with(R"("format": 1)", R"("format": 1e999)") == R"(
my.json:2:13: error: the number "1e999" is too large; write a smaller one
    2 |   "format": 1e999, "id": "small", "title": "A small bank",
      |             ^~~~~
)");
  CHECK(faults_with(R"("topic")", R"("$comment": None, "topic")") == R"(
my.json:7:56: error: JSON has no "None"; write null, or leave the key out
    7 |     {"id": "kv-cache", "tier": "beginner", "$comment": None, "topic": "inference",
      |                                                        ^~~~
)");
  CHECK(faults_with(R"("topic")", R"("$comment": nul, "topic")") == R"(
my.json:7:56: error: unknown word "nul"; put text in double quotes
    7 |     {"id": "kv-cache", "tier": "beginner", "$comment": nul, "topic": "inference",
      |                                                        ^~~
)");
}

TEST_CASE("text that breaks off or goes wrong") {
  CHECK(faults_with(R"("What it keeps.")", R"("What it keeps.)") == R"(
my.json:8:47: error: this text is not closed on its line; end it with a double quote; write a line break inside text as \n
    8 |      "prompt": "What is a KV cache?", "hint": "What it keeps.,
      |                                               ^~~~~~~~~~~~~~~~
)");
  CHECK(faults_with(R"("What it keeps.")", R"("The "cache" keeps.")") == R"(
my.json:8:52: error: text goes on after its closing quote; write a quote inside text as \"
    8 |      "prompt": "What is a KV cache?", "hint": "The "cache" keeps.",
      |                                                    ^
)");
  CHECK(faults_with(R"("What it keeps.")", R"("C:\models")") == R"(
my.json:8:50: error: unknown escape "\m"; write a backslash as \\
    8 |      "prompt": "What is a KV cache?", "hint": "C:\models",
      |                                                  ^~
)");
  CHECK(faults_with(R"("What it keeps.")", "\"What it\tkeeps.\"") == R"(
my.json:8:55: error: text holds a tab; write it as \t
    8 |      "prompt": "What is a KV cache?", "hint": "What it keeps.",
      |                                                       ^
)");
  CHECK(faults_with(R"("What it keeps.")", R"("\ud83d only")") == R"(
my.json:8:48: error: \u needs four hexadecimal digits, and half a surrogate pair its other half; write the character itself
    8 |      "prompt": "What is a KV cache?", "hint": "\ud83d only",
      |                                                ^~
)");
  CHECK(faults_with(R"("What it keeps.")", R"("\u12g4")") == R"(
my.json:8:48: error: \u needs four hexadecimal digits, and half a surrogate pair its other half; write the character itself
    8 |      "prompt": "What is a KV cache?", "hint": "\u12g4",
      |                                                ^~
)");
}

TEST_CASE("values that are not there") {
  CHECK(faults_with(R"("format": 1)", R"("format":)") == R"(
my.json:2:12: error: a value is missing before ","; write it
    2 |   "format":, "id": "small", "title": "A small bank",
      |            ^
)");
  CHECK(faults_with(R"("format": 1)", R"("format")") == R"(
my.json:2:11: error: expected ":" after the key, not ","; write what is missing, or remove this
    2 |   "format", "id": "small", "title": "A small bank",
      |           ^
)");
  CHECK(faults_with(R"("format": 1)", "") == R"(
my.json:2:3: error: a key is missing before ","; remove the ","
    2 |   , "id": "small", "title": "A small bank",
      |   ^
)");
}
