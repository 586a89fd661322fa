#include "bank/fields.hpp"

#include <algorithm>
#include <iterator>

#include "base/escape.hpp"
#include "viva/base/date.hpp"

namespace viva {
namespace {

bool is_id(std::string_view text) {
  const auto letter_or_digit = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
  return !text.empty() && text.size() <= 64 && letter_or_digit(text[0]) &&
         std::ranges::all_of(text, [&](char c) { return letter_or_digit(c) || c == '-'; });
}

// There is no year 0 in JSON Schema's dates.
bool is_day(std::string_view text) { return parse_day(text) && !text.starts_with("0000"); }

bool is_address(std::string_view text) {
  return is_web_address(text) && text.find("://") + 3 < text.size() &&
         std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) > ' ' && c != '\x7F'; });
}

}  // namespace

const TextRule any_text{[](std::string_view) { return true; }, "text", ""};
const TextRule id_text{is_id, "id",
                       R"(use a to z, 0 to 9 and "-", at most 64 of them, the first a letter or digit)"};
const TextRule day_text{is_day, "date", R"(write an existing day as in "2026-11-22")"};
const TextRule address_text{is_address, "address",
                            "begin it with https:// or http://, and leave no spaces in it"};

namespace {

using Kind = Subject::Kind;

// Members of the struct that an object is read into, by pointers to them.
template <auto Member>
struct Owner;
template <class Struct, class Type, Type Struct::*Member>
struct Owner<Member> {
  using type = Struct;
};

template <auto Member>
auto& member(void* object) {
  return static_cast<typename Owner<Member>::type*>(object)->*Member;
}

template <class Type>
Type& itself(void* object) {
  return *static_cast<Type*>(object);
}

template <auto List>
constexpr ListOf list_of(const Value& element, bool needs_one) {
  return {&element, needs_one, [](void* object) { return member<List>(object).size(); },
          [](void* object, std::size_t index) -> void* { return &member<List>(object)[index]; },
          [](void* object) -> void* { return &member<List>(object).emplace_back(); }};
}

constexpr Object whole(const Shape& shape) {
  return {&shape, [](void* object) { return object; }};
}

void* draw_of(void* round) { return &member<&RoundPreset::draw>(round); }
int& last_count(void* draw) { return itself<Draws>(draw).back().second; }

constexpr Value a_text{Text{itself<std::string>, &any_text}};

constexpr Field reference_fields[]{
    {"title", {Text{member<&Reference::title>, &any_text}}, true, R"("Attention Is All You Need")"},
    {"url", {Text{member<&Reference::url>, &address_text}}, true, R"("https://example.org/paper")"},
};
constexpr Shape reference_shape{Kind::bank, "reference", reference_fields};
constexpr Value a_reference{whole(reference_shape)};

constexpr Field point_fields[]{
    {"id", {Text{member<&Point::id>, &id_text}}, false, R"("grows-with-length")"},
    {"text", {Text{member<&Point::text>, &any_text}}, true, R"("it grows with the length")"},
};
constexpr Shape point_shape{Kind::bank, "point", point_fields, &point_fields[1]};
constexpr Value a_point{whole(point_shape)};

constexpr Field item_fields[]{
    {"id", {Text{member<&Item::id>, &id_text}}, true, R"("kv-cache")"},
    {"tier", {NameOf{Kind::tier, member<&Item::tier>}}, true, R"("beginner")"},
    {"topic", {NameOf{Kind::topic, member<&Item::topic>}}, true, R"("inference")"},
    {"minutes", {Number{member<&Item::minutes>, 1, 60, "use a whole number from 1 to 60"}}, false, "3"},
    {"prompt", {Text{member<&Item::prompt>, &any_text}}, true, R"("What is a KV cache?")"},
    {"hint", {Text{member<&Item::hint>, &any_text}}, true, R"("Say what it keeps, then ...")"},
    {"points", {list_of<&Item::points>(a_point, false)}, false, R"(["it keeps ...", "it grows ..."])"},
    {"pitfalls", {list_of<&Item::pitfalls>(a_text, false)}, false, R"(["taking it for ..."])"},
    {"follow_ups", {list_of<&Item::follow_ups>(a_text, false)}, false, R"(["How would you shrink it?"])"},
    {"answer", {Text{member<&Item::answer>, &any_text}}, false, R"("A KV cache ...")"},
    {"references",
     {list_of<&Item::references>(a_reference, false)},
     false,
     R"([{"title": "...", "url": "https://..."}])"},
};

constexpr Field drawn_field{
    "beginner", {Number{last_count, 1, 1000, "use a whole number from 1 to 1000"}}, false, "2"};
constexpr Shape draw_shape{Kind::bank, "", {}, nullptr, &drawn_field};

constexpr Field round_fields[]{
    {"id", {Text{member<&RoundPreset::id>, &id_text}}, true, R"("screen")"},
    {"name", {Text{member<&RoundPreset::name>, &any_text}}, true, R"("Phone screen")"},
    {"minutes",
     {Number{member<&RoundPreset::minutes>, 1, 600, "use a whole number from 1 to 600"}},
     true,
     "30"},
    {"draw", {Object{&draw_shape, draw_of}}, true, R"({"beginner": 2})"},
};
constexpr Shape round_shape{Kind::round, "", round_fields};
constexpr Value a_round{whole(round_shape)};

constexpr Field tier_fields[]{
    {"id", {Text{member<&Tier::id>, &id_text}}, true, R"("beginner")"},
    {"name", {Text{member<&Tier::name>, &any_text}}, true, R"("Beginner")"},
};
constexpr Shape tier_shape{Kind::tier, "", tier_fields};
constexpr Value a_tier{whole(tier_shape)};

constexpr Field topic_fields[]{
    {"id", {Text{member<&Topic::id>, &id_text}}, true, R"("inference")"},
    {"name", {Text{member<&Topic::name>, &any_text}}, true, R"("Inference")"},
};
constexpr Shape topic_shape{Kind::topic, "", topic_fields};
constexpr Value a_topic{whole(topic_shape)};

}  // namespace

const Shape item_shape{Kind::item, "", item_fields};

namespace {

constexpr Value an_item{whole(item_shape)};

constexpr Field bank_fields[]{
    {"$schema", {Anything{}}, false, R"("bank.schema.json")"},
    {"format",
     {Number{nullptr, 1, 2, "this viva reads formats 1 and 2: write 2, or get a newer viva"}},
     true,
     "2"},
    {"id", {Text{member<&Bank::id>, &id_text}}, true, R"("on-device-ai")"},
    {"title", {Text{member<&Bank::title>, &any_text}}, true, R"("On-Device AI Engineer")"},
    {"reviewed", {Text{member<&Bank::reviewed>, &day_text}}, false, R"("2026-11-22")"},
    {"tiers", {list_of<&Bank::tiers>(a_tier, true)}, true, R"([{"id": "beginner", "name": "Beginner"}])"},
    {"topics",
     {list_of<&Bank::topics>(a_topic, true)},
     true,
     R"([{"id": "inference", "name": "Inference"}])"},
    {"rounds",
     {list_of<&Bank::rounds>(a_round, false)},
     false,
     R"([{"id": "screen", "name": "Phone screen", ...}])"},
    {"items",
     {list_of<&Bank::items>(an_item, true)},
     true,
     R"([{"id": "kv-cache", "tier": "beginner", ...}])"},
};
constexpr Shape bank_shape{Kind::bank, "", bank_fields};

}  // namespace

const Field whole_bank{"", {whole(bank_shape)}, true, R"({"format": 2, "id": "my-bank", ...})"};

}  // namespace viva
