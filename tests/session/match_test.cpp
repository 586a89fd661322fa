#include "viva/session/match.hpp"

#include "catch.hpp"

using namespace viva;

namespace {

const std::vector<Named> seas{{"north", "North Sea"}, {"north-east", "Far Sea"}, {"baltic", "Baltic"}};
constexpr EntryKind sea{"sea", "seas"};

// The ids found, or what is wrong.
std::string found(const std::vector<std::string>& typed, const std::vector<Named>& names = seas,
                  EntryKind kind = sea) {
  std::vector<std::string> errors;
  std::string all;
  for (const auto i : match_names(typed, names, kind, errors)) all += names[i].id + ' ';
  for (const auto& error : errors) all += error;
  return all;
}

}  // namespace

TEST_CASE("a name is spelled out, or begun so that one alone is meant") {
  CHECK(found({"baltic"}) == "baltic ");
  CHECK(found({"B"}) == "baltic ");
  CHECK(found({"far"}) == "north-east ");
  CHECK(found({"NORTH"}) == "north ");
  CHECK(found({"north sea"}) == "north ");
}

TEST_CASE("several names: in the order typed, once each") {
  CHECK(found({"baltic", "north", "balt"}) == "baltic north ");
  CHECK(found({}).empty());
}

TEST_CASE("a name that means nothing or too much is answered with what there is") {
  CHECK(found({"nort"}) == "\"nort\" could be any of these seas: north, north-east");
  CHECK(found({"blatic"}) ==
        "there is no sea \"blatic\"; did you mean \"baltic\"?\nThe seas are: north, north-east, baltic");
  CHECK(found({""}) == "there is no sea \"\"\nThe seas are: north, north-east, baltic");
  CHECK(found({"x"}, {}) == "there is no sea \"x\"\nThe bank has no seas");
}

TEST_CASE("of many entries twenty are listed, or a command that lists them is named") {
  std::vector<Named> many;
  for (int i = 10; i < 40; ++i) many.push_back({std::to_string(i), std::to_string(i)});
  CHECK(found({"x"}, many).ends_with("28, 29 and 10 more"));
  CHECK(found({"x"}, many, {"sea", "seas", "Ask the pilot"}) == "there is no sea \"x\"\nAsk the pilot");
}
