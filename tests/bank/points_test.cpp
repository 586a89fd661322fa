// The points of an item: a text, or an id and a text.
#include "bank/packed.hpp"
#include "bank/small_bank.hpp"

using namespace viva;

namespace {

constexpr std::string_view hint = R"("hint": "What it keeps.")";

std::string points_list(std::string_view points) {
  return std::string{hint} + ",\n     \"points\": " + std::string{points};
}

std::string faults_of_points(std::string_view points) { return faults_with(hint, points_list(points)); }

ParsedBank with_points(std::string_view points) {
  return parse_bank(small_bank_with(hint, points_list(points)), "my.json");
}

using Keys = std::vector<std::string>;

}  // namespace

TEST_CASE("a point is a text, or an id and a text, in either order, and both may be mixed", "[points]") {
  const auto parsed = with_points(R"(["one", {"id": "two", "text": "Two"}, {"text": "Three", "id": "three"},
    {"text": "four"}, {"$comment": ["why", 4], "id": "five", "text": "Fünf"}])");
  CHECK(parsed.diagnostics.empty());
  CHECK(parsed.bank.items[0].points ==
        std::vector<Point>{{"", "one"}, {"two", "Two"}, {"three", "Three"}, {"", "four"}, {"five", "Fünf"}});
  CHECK(point_texts(parsed.bank.items[0].points) == Keys{"one", "Two", "Three", "four", "Fünf"});
  CHECK(unpack(pack(parsed.bank)) == parsed.bank);
}

TEST_CASE("points with ids are read in a bank of format 1, too", "[points]") {
  const auto text = small_bank_with(hint, points_list(R"([{"id": "a", "text": "A"}])"));
  CHECK(text.find("\"format\": 1") != std::string::npos);
  CHECK(parse_bank(text, "my.json").diagnostics.empty());
}

TEST_CASE("two points of an item with one id are an error that names both lines", "[points]") {
  CHECK(faults_of_points("[{\"id\": \"grows\", \"text\": \"one\"},\n      \"two\",\n"
                         "      {\"text\": \"three\", \"id\": \"grows\"}]") == R"(
my.json:11:31: error: item 'kv-cache': two points have the id "grows", first on line 9; give one of them another id
   11 |       {"text": "three", "id": "grows"}],
      |                               ^~~~~~~
)");
}

TEST_CASE("points of two items may have the same id", "[points]") {
  const auto parsed =
      parse_bank(small_bank_with(R"("https://example.org"}]})",
                                 R"("https://example.org"}], "points": [{"id": "a", "text": "A"}]},
    {"id": "other", "tier": "beginner", "topic": "inference", "prompt": "P", "hint": "H",
     "points": [{"id": "a", "text": "A"}, "B"]})"),
                 "my.json");
  CHECK(parsed.diagnostics.empty());
}

TEST_CASE("a text that is there twice is a warning", "[points]") {
  CHECK(faults_of_points("[\"it grows\",\n      \"it grows\"]") == R"(
my.json:10:7: warning: item 'kv-cache': this point is there twice, first on line 9; keep one of them
   10 |       "it grows"],
      |       ^~~~~~~~~~
)");
  CHECK(with_points(R"(["it grows", "it grows"])").ok());
  CHECK(with_points(R"(["it grows", {"id": "grows", "text": "it grows"}])").diagnostics.size() == 1);
  CHECK(with_points(R"([{"id": "a", "text": "it grows"}, {"id": "b", "text": "it grows"}])")
            .diagnostics.size() == 1);
  CHECK(with_points(R"([{"id": "a", "text": "it grows"}, {"id": "a", "text": "it grows"}])")
            .diagnostics.size() == 1);
  CHECK(with_points(R"(["grows", {"id": "grows", "text": "it grows"}])").diagnostics.empty());
}

TEST_CASE("what is no point says what one is", "[points]") {
  CHECK(faults_of_points(R"(["one", 2])") == R"(
my.json:9:24: error: item 'kv-cache': entry 2 of "points" must be text in double quotes, or an object in { }, not a number; for example "points": ["it keeps ...", "it grows ..."]
    9 |      "points": ["one", 2],
      |                        ^
)");
  for (const auto* wrong : {"null", "true", "[\"two\"]", "2.5"}) {
    const auto parsed =
        with_points("[\"one\", " + std::string{wrong} + ", {\"id\": \"x\", \"text\": \"three\"}]");
    CAPTURE(wrong);
    CHECK(parsed.diagnostics.size() == 1);
    CHECK_FALSE(parsed.ok());
  }
  CHECK(faults_of_points(R"({"one": "one"})") == R"(
my.json:9:16: error: item 'kv-cache': "points" must be a list in [ ], not an object; for example "points": ["it keeps ...", "it grows ..."]
    9 |      "points": {"one": "one"},
      |                ^
)");
}

TEST_CASE("what is wrong within a point is told with its number", "[points]") {
  CHECK(faults_of_points("[\"one\",\n"
                         "      {\"id\": \"Two\", \"text\": \" \"},\n"
                         "      {\"id\": 3, \"text\": [\"three\"]},\n"
                         "      {\"id\": \"four\"}]") == R"(
my.json:10:14: error: item 'kv-cache': point 2: bad id "Two"; use a to z, 0 to 9 and "-", at most 64 of them, the first a letter or digit
   10 |       {"id": "Two", "text": " "},
      |              ^~~~~
my.json:10:29: error: item 'kv-cache': point 2: "text" is blank; write it
   10 |       {"id": "Two", "text": " "},
      |                             ^~~
my.json:11:14: error: item 'kv-cache': point 3: "id" must be text in double quotes, not a number; for example "id": "grows-with-length"
   11 |       {"id": 3, "text": ["three"]},
      |              ^
my.json:11:25: error: item 'kv-cache': point 3: "text" must be text in double quotes, not a list; for example "text": "it grows with the length"
   11 |       {"id": 3, "text": ["three"]},
      |                         ^
my.json:12:7: error: item 'kv-cache': point 4: "text" is missing; add it, for example "text": "it grows with the length"
   12 |       {"id": "four"}],
      |       ^
)");
}

TEST_CASE("an unknown key in a point is a warning", "[points]") {
  CHECK(faults_of_points(R"([{"id": "one", "test": 1, "text": "one"}])") == R"(
my.json:9:31: warning: item 'kv-cache': point 1: unknown key "test"; did you mean "text"?
    9 |      "points": [{"id": "one", "test": 1, "text": "one"}],
      |                               ^~~~~~
)");
}

TEST_CASE("a blank text is no point", "[points]") {
  CHECK(faults_of_points(R"(["one", " "])") == R"(
my.json:9:24: error: item 'kv-cache': entry 2 of "points" is blank; write it, or leave it out
    9 |      "points": ["one", " "],
      |                        ^~~
)");
}

TEST_CASE("a point is known by its id, else by its text, and never as another is", "[points]") {
  CHECK(point_keys({{"a", "A"}, {"", "B"}}) == Keys{"a", "B"});
  CHECK(point_keys({{"", "B"}, {"a", "A reworded"}}) == Keys{"B", "a"});
  CHECK(point_keys({{"", "x"}, {"", "x"}, {"", "x"}}) == Keys{"x", "x #2", "x #3"});
  CHECK(point_keys({{"", "x"}, {"", "x"}, {"", "x #2"}}) == Keys{"x", "x #2", "x #2 #2"});
  CHECK(point_keys({{"", "x #2"}, {"", "x"}, {"", "x"}}) == Keys{"x #2", "x", "x #3"});
  CHECK(point_keys({{"x", "A"}, {"", "x"}}) == Keys{"x", "x #2"});
  CHECK(point_keys({{"", "x"}, {"x", "A"}}) == Keys{"x #2", "x"});  // an id is itself, wherever it stands
  CHECK(point_keys({}).empty());
}
