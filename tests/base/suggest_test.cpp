#include "viva/base/suggest.hpp"

#include "catch.hpp"

using namespace viva;

namespace {
const std::vector<std::string> tiers{"beginner", "intermediate", "advanced", "behavioral"};
}

TEST_CASE("nearest finds what a slip of the hand meant") {
  CHECK(nearest("begginer", tiers) == "beginner");
  CHECK(nearest("BEGINNER", tiers) == "beginner");
  CHECK(nearest("advnaced", tiers) == "advanced");
  CHECK(nearest("behavioural", tiers) == "behavioral");
  CHECK(nearest("teir", {"tier"}) == "tier");
  CHECK(nearest("ünicöde", {"ünïcöde"}) == "ünïcöde");
  CHECK(nearest("ab", {"abc", "ab"}) == "ab");
  CHECK(nearest("abd", {"abc", "abe"}) == "abc");
}

TEST_CASE("nearest says nothing where more than a third differs") {
  CHECK(nearest("", tiers).empty());
  CHECK(nearest("expert", tiers).empty());
  CHECK(nearest("abcd", {"abxy"}).empty());
  CHECK(nearest("abc", {"abx"}) == "abx");
  CHECK(nearest("anything", {}).empty());
  CHECK(nearest("\xff\xfe", {"ab"}).empty());
  const std::string endless(1'000'000, 'a');
  CHECK(nearest(endless, {endless}).empty());
}

TEST_CASE("suggestion names the nearest, or else what there is") {
  CHECK(suggestion("begginer", tiers) == R"(; did you mean "beginner"?)");
  CHECK(suggestion("expert", tiers) ==
        R"(; use one of "beginner", "intermediate", "advanced", "behavioral")");
  CHECK(suggestion("x", {"only"}) == R"(; use "only")");
  CHECK(suggestion("x", {}).empty());
  const std::vector<std::string> ten{"a1", "b2", "c3", "d4", "e5", "f6", "g7", "h8", "i9", "j10"};
  CHECK(suggestion("zz", ten) == R"(; use one of "a1", "b2", "c3", "d4", "e5", "f6", "g7", "h8" or 2 more)");
}

TEST_CASE("a suggestion is safe to print") {
  CHECK(suggestion("\x1b[2X", {"\x1b[2J"}) == "; did you mean \"␛[2J\"?");
}
