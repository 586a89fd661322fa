#include "base/json_value.hpp"

#include <nlohmann/json.hpp>
#include <random>

#include "catch.hpp"

using namespace viva;
using Json = nlohmann::ordered_json;

namespace {

// The value as nlohmann has it. Of a name that comes twice the last counts, as for nlohmann.
Json as_nlohmann(const JsonValue& value) {
  if (std::holds_alternative<std::monostate>(value.content)) return nullptr;
  if (const auto* flag = std::get_if<bool>(&value.content)) return *flag;
  if (const auto* number = std::get_if<std::int64_t>(&value.content)) return *number;
  if (const auto* number = std::get_if<std::uint64_t>(&value.content)) return *number;
  if (const auto* number = std::get_if<double>(&value.content)) return *number;
  if (const auto* text = std::get_if<std::string>(&value.content)) return *text;
  if (const auto* list = std::get_if<JsonValue::List>(&value.content)) {
    auto all = Json::array();
    for (const auto& element : *list) all.push_back(as_nlohmann(element));
    return all;
  }
  auto all = Json::object();
  for (const auto& member : std::get<JsonValue::Object>(value.content))
    all[member.name] = as_nlohmann(member.value);
  return all;
}

const auto* whole =
    "{\"plain\": \"text of more than eight bytes\", \"\": \"\", \"é\": \"caf\u00e9 and plain text after "
    "it\",\n"
    "\t\"escapes\": \"quoted \\\"words\\\" \\\\ \\u00e9 \\ud83d\\ude00\\n\", \"a \\\"key\\\"\" : [ ],\n"
    "  \"numbers\": [0, -0, 7 , -12, 18446744073709551615, -9223372036854775808, 18446744073709551616,"
    " 1.5, -2e3, 1E-2],\n"
    "  \"deep\": [[{\"a\": [true, false, null]}]], \"twice\": 1, \"twice\": {}}";

// Every part of `value` and where it is, as "PLACE: TEXT".
void list_places(const JsonValue& value, std::string_view text, std::vector<std::string>& places) {
  const auto show = [&](Extent at) { places.emplace_back(text.substr(at.begin, at.end - at.begin)); };
  show(value.at);
  if (const auto* list = std::get_if<JsonValue::List>(&value.content))
    for (const auto& element : *list) list_places(element, text, places);
  if (const auto* object = std::get_if<JsonValue::Object>(&value.content))
    for (const auto& member : *object) {
      show(member.name_at);
      list_places(member.value, text, places);
    }
}

std::size_t fault_of(std::string_view text) { return parse_json(text).fault.value_or(std::string::npos); }

}  // namespace

TEST_CASE("a text is read as another parser reads it") {
  for (const std::string text : {whole, "7", " \"x\" ", "null", "[]", "{}", "[[],{}]"}) {
    INFO(text);
    const auto parsed = parse_json(text);
    REQUIRE_FALSE(parsed.fault);
    REQUIRE(parsed.value);
    CHECK(as_nlohmann(*parsed.value) == Json::parse(text));
  }
}

TEST_CASE("every part knows where it is") {
  const std::string text = R"( {"a" : [1,-2.5e3 , "x\"y"],"é":{ "b": null , "b":true} } )";
  std::vector<std::string> places;
  list_places(*parse_json(text).value, text, places);
  CHECK(places == std::vector<std::string>{R"({"a" : [1,-2.5e3 , "x\"y"],"é":{ "b": null , "b":true} })",
                                           R"("a")", R"([1,-2.5e3 , "x\"y"])", "1", "-2.5e3", R"("x\"y")",
                                           R"("é")", R"({ "b": null , "b":true})", R"("b")", "null", R"("b")",
                                           "true"});
}

TEST_CASE("a fault is where the text stops being JSON") {
  CHECK(fault_of("") == 0);
  CHECK(fault_of("hello") == 0);
  CHECK(fault_of("nothing") == 1);
  CHECK(fault_of("{\"plain text\": 1 x}") == 17);
  CHECK(fault_of("{\"plain text\":") == 14);
  CHECK(fault_of("[\"plain text") == 12);
  CHECK(fault_of("[\"plain text\n\"]") == 12);
  CHECK(fault_of("[\"plain \\x text\"]") == 9);
  CHECK(fault_of("[1] 2") == 4);
  CHECK(fault_of("[1e999]") == 5);
  CHECK(explain_json_fault("[1,]").find("parse error at line 1, column 4") != std::string::npos);
}

TEST_CASE("what was read before a fault is kept") {
  const auto parsed = parse_json("{\"a\": [1, 2, {\"b\": tru");
  REQUIRE(parsed.fault);
  REQUIRE(parsed.value);
  CHECK(as_nlohmann(*parsed.value) == Json::parse(R"({"a": [1, 2, {"b": null}]})"));
  CHECK_FALSE(parse_json("tru").value);
}

TEST_CASE("nesting without end is not kept") {
  const auto nested = [](std::size_t depth) {
    return as_nlohmann(*parse_json(std::string(depth, '[') + "1" + std::string(depth, ']')).value).dump();
  };
  CHECK(nested(8) == "[[[[[[[[1]]]]]]]]");
  CHECK(nested(9) == "[[[[[[[[[]]]]]]]]]");
  CHECK(nested(100'000) == nested(9));
  CHECK(fault_of(std::string(1'000'000, '[')) == 1'000'000);
}

TEST_CASE("texts changed at random are read, or refused at the same byte, as by another parser") {
  std::mt19937 random{20261128};
  const auto below = [&](std::size_t limit) { return static_cast<std::size_t>(random()) % limit; };
  const std::string_view favourites = "\"{}[],:\\0-.eu\n\t \xFF\xC3\xEF";
  const std::string text = whole;
  for (int run = 0; run < 20'000; ++run) {
    auto changed = text;
    for (auto changes = 1 + below(3); changes > 0; --changes)
      changed[below(changed.size())] = favourites[below(favourites.size())];
    const auto parsed = parse_json(changed);
    try {
      const auto expected = Json::parse(changed);
      REQUIRE_FALSE(parsed.fault);
      REQUIRE(as_nlohmann(*parsed.value) == expected);
    } catch (const Json::parse_error& fault) {
      INFO(changed);
      REQUIRE(parsed.fault.value_or(std::string::npos) + 1 == fault.byte);
    } catch (const Json::out_of_range&) {
      REQUIRE(parsed.fault);
    }
  }
}
