#include "bank/fields.hpp"

#include <algorithm>
#include <chrono>
#include <iterator>

namespace viva {
namespace {

bool is_id(std::string_view text) {
  const auto letter_or_digit = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
  return !text.empty() && text.size() <= 64 && letter_or_digit(text[0]) &&
         std::ranges::all_of(text, [&](char c) { return letter_or_digit(c) || c == '-'; });
}

// The digits text[from, from + count) as a number, or -1.
int digits(std::string_view text, std::size_t from, std::size_t count) {
  int number = 0;
  for (const char c : text.substr(from, count)) {
    if (c < '0' || c > '9') return -1;
    number = number * 10 + (c - '0');
  }
  return number;
}

bool is_day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  const int year = digits(text, 0, 4), month = digits(text, 5, 2), day = digits(text, 8, 2);
  if (year < 1 || month < 1 || day < 1) return false;
  return (std::chrono::year{year} / month / day).ok();
}

bool is_address(std::string_view text) {
  const auto scheme = text.substr(0, text.find("://") + 3);
  return (scheme == "https://" || scheme == "http://") && text.size() > scheme.size() &&
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

// Where values go: a member of the bank, of the last element of one of its lists, or of the last reference.
template <auto Member>
std::string& own(Bank& bank) {
  return bank.*Member;
}

template <auto List, auto Member>
auto& last(Bank& bank) {
  return (bank.*List).back().*Member;
}

template <auto List>
int* last_minutes(Bank& bank) {
  return &(bank.*List).back().minutes;
}

template <auto Member>
std::string& last_reference(Bank& bank) {
  return bank.items.back().references.back().*Member;
}

template <auto List>
std::string& next_text(Bank& bank) {
  return (bank.items.back().*List).emplace_back();
}

template <auto List>
void begin_entry(Bank& bank) {
  (bank.*List).emplace_back();
}

void begin_reference(Bank& bank) { bank.items.back().references.emplace_back(); }
void begin_nothing(Bank&) {}
int* last_count(Bank& bank) { return &bank.rounds.back().draw.back().second; }

const Field reference_fields[]{
    {"title", {Text{last_reference<&Reference::title>, &any_text}}, true, R"("Attention Is All You Need")"},
    {"url", {Text{last_reference<&Reference::url>, &address_text}}, true, R"("https://example.org/paper")"},
};
const Shape reference_shape{Kind::bank, "reference", reference_fields};

const Value a_point{Text{next_text<&Item::points>, &any_text}};
const Value a_follow_up{Text{next_text<&Item::follow_ups>, &any_text}};
const Value a_pitfall{Text{next_text<&Item::pitfalls>, &any_text}};
const Value a_reference{Object{&reference_shape, begin_reference}};

const Field item_fields[]{
    {"id", {Text{last<&Bank::items, &Item::id>, &id_text}}, true, R"("kv-cache")"},
    {"tier", {NameOf{Kind::tier, last<&Bank::items, &Item::tier>}}, true, R"("beginner")"},
    {"topic", {NameOf{Kind::topic, last<&Bank::items, &Item::topic>}}, true, R"("inference")"},
    {"minutes", {Number{last_minutes<&Bank::items>, 1, 60, "use a whole number from 1 to 60"}}, false, "3"},
    {"prompt", {Text{last<&Bank::items, &Item::prompt>, &any_text}}, true, R"("What is a KV cache?")"},
    {"hint", {Text{last<&Bank::items, &Item::hint>, &any_text}}, true, R"("Say what it keeps, then ...")"},
    {"points", {ListOf{&a_point, false}}, false, R"(["it keeps ...", "it grows ..."])"},
    {"follow_ups", {ListOf{&a_follow_up, false}}, false, R"(["How would you shrink it?"])"},
    {"pitfalls", {ListOf{&a_pitfall, false}}, false, R"(["taking it for ..."])"},
    {"answer", {Text{last<&Bank::items, &Item::answer>, &any_text}}, false, R"("A KV cache ...")"},
    {"references", {ListOf{&a_reference, false}}, false, R"([{"title": "...", "url": "https://..."}])"},
};
static_assert(std::size(item_fields) <= max_fields);

const Field drawn_field{
    "beginner", {Number{last_count, 1, 1000, "use a whole number from 1 to 1000"}}, false, "2"};
const Shape draw_shape{Kind::bank, "", {}, &drawn_field};

const Field round_fields[]{
    {"id", {Text{last<&Bank::rounds, &RoundPreset::id>, &id_text}}, true, R"("screen")"},
    {"name", {Text{last<&Bank::rounds, &RoundPreset::name>, &any_text}}, true, R"("Phone screen")"},
    {"minutes",
     {Number{last_minutes<&Bank::rounds>, 1, 600, "use a whole number from 1 to 600"}},
     true,
     "30"},
    {"draw", {Object{&draw_shape, begin_nothing}}, true, R"({"beginner": 2})"},
};

const Field tier_fields[]{
    {"id", {Text{last<&Bank::tiers, &Tier::id>, &id_text}}, true, R"("beginner")"},
    {"name", {Text{last<&Bank::tiers, &Tier::name>, &any_text}}, true, R"("Beginner")"},
};

const Field topic_fields[]{
    {"id", {Text{last<&Bank::topics, &Topic::id>, &id_text}}, true, R"("inference")"},
    {"name", {Text{last<&Bank::topics, &Topic::name>, &any_text}}, true, R"("Inference")"},
};

const Shape tier_shape{Kind::tier, "", tier_fields};
const Shape topic_shape{Kind::topic, "", topic_fields};
const Shape round_shape{Kind::round, "", round_fields};
const Shape item_shape{Kind::item, "", item_fields};

const Value a_tier{Object{&tier_shape, begin_entry<&Bank::tiers>}};
const Value a_topic{Object{&topic_shape, begin_entry<&Bank::topics>}};
const Value a_round{Object{&round_shape, begin_entry<&Bank::rounds>}};
const Value an_item{Object{&item_shape, begin_entry<&Bank::items>}};

const Field bank_fields[]{
    {"$schema", {Anything{}}, false, R"("bank.schema.json")"},
    {"format", {Number{nullptr, 1, 1, "this viva reads format 1: write 1, or get a newer viva"}}, true, "1"},
    {"id", {Text{own<&Bank::id>, &id_text}}, true, R"("on-device-ai")"},
    {"title", {Text{own<&Bank::title>, &any_text}}, true, R"("On-Device AI Engineer")"},
    {"reviewed", {Text{own<&Bank::reviewed>, &day_text}}, false, R"("2026-11-22")"},
    {"tiers", {ListOf{&a_tier, true}}, true, R"([{"id": "beginner", "name": "Beginner"}])"},
    {"topics", {ListOf{&a_topic, true}}, true, R"([{"id": "inference", "name": "Inference"}])"},
    {"rounds", {ListOf{&a_round, false}}, false, R"([{"id": "screen", "name": "Phone screen", ...}])"},
    {"items", {ListOf{&an_item, true}}, true, R"([{"id": "kv-cache", "tier": "beginner", ...}])"},
};
const Shape bank_shape{Kind::bank, "", bank_fields};

}  // namespace

const Field whole_bank{
    "", {Object{&bank_shape, begin_nothing}}, true, R"({"format": 1, "id": "my-bank", ...})"};

}  // namespace viva
