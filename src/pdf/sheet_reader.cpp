#include "pdf/sheet_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <limits>
#include <system_error>

#include "base/json_record.hpp"
#include "base/json_tokens.hpp"
#include "pdf/paper_text.hpp"
#include "viva/base/date.hpp"
#include "viva/base/text.hpp"

namespace viva::pdf {
namespace {

// Every text of a sheet is printed.
void make_fit(JsonValue& value) {
  if (auto* text = std::get_if<std::string>(&value.content))
    *text = for_paper(*text);
  else if (auto* list = std::get_if<JsonValue::List>(&value.content))
    std::ranges::for_each(*list, make_fit);
  else if (auto* object = std::get_if<JsonValue::Object>(&value.content))
    for (auto& member : *object) make_fit(member.value);
}

std::string in_words(const JsonFault& fault) {
  using Kind = JsonFault::Kind;
  auto place = fault.path;
  if (!place.empty() && !fault.field.empty()) place += '.';
  place += fault.field;
  if (fault.element) place += fmt::format("[{}]", *fault.element);
  if (place.empty()) place = "the sheet";
  switch (fault.kind) {
    case Kind::not_an_object: return place + ": an object is expected";
    case Kind::missing: return place + ": is missing";
    case Kind::mistyped: return fmt::format("{}: {} is expected", place, fault.what);
    default: return fmt::format("{}: {}", place, fault.what);
  }
}

int require_number(JsonRecord& record, std::string_view field, int least, int most) {
  int number = least;
  const auto* value = record.require(field);
  if (!value || (!convert(*value, number) && number >= least && number <= most)) return number;
  record.complain(field, fmt::format("a whole number from {} to {} is expected", least, most));
  return least;
}

Reference read_reference(JsonRecord& record) {
  Reference reference;
  record.require("title", reference.title);
  record.require("url", reference.url);
  return reference;
}

SheetItem read_item(JsonRecord& record) {
  constexpr int most_space = 200;
  SheetItem item;
  item.number = require_number(record, "number", 0, std::numeric_limits<int>::max());
  record.require("bank", item.bank);
  record.require("id", item.id);
  record.require("tier", item.tier);
  record.require("topic_id", item.topic_id);
  record.require("label", item.label);
  record.require("prompt", item.prompt);
  record.require("record", item.record);
  record.require_texts("missed", item.missed);
  record.require("hint", item.hint);
  record.require_texts("points", item.points);
  record.require_texts("pitfalls", item.pitfalls);
  record.require_texts("follow_ups", item.follow_ups);
  record.require("answer", item.answer);
  record.require_records("references", item.references, read_reference);
  item.space = require_number(record, "space", 0, most_space);
  return item;
}

SheetSection read_section(JsonRecord& record) {
  SheetSection section;
  record.require("name", section.name);
  record.require_records("items", section.items, read_item);
  return section;
}

SheetKind read_kind(JsonRecord& record) {
  std::string name;
  record.require("kind", name);
  if (const auto kind = sheet_kind_names.value_of(name)) return *kind;
  record.complain(
      "kind", fmt::format("\"{}\" is not one of {}", clip(name, 40), fmt::join(sheet_kind_names.all, ", ")));
  return SheetKind::study;
}

Day read_day(JsonRecord& record) {
  std::string text;
  record.require("day", text);
  const auto day = parse_day(text);
  if (!day) record.complain("day", "a day such as 2026-11-22 is expected");
  return day.value_or(Day{});
}

Sheet read_sheet(JsonRecord& record) {
  Sheet sheet;
  sheet.kind = read_kind(record);
  record.require("title", sheet.title);
  record.require("subtitle", sheet.subtitle);
  sheet.day = read_day(record);
  record.require("date", sheet.date);
  record.require("selection", sheet.selection);
  record.require_texts("notes", sheet.notes);
  record.require_texts("marks", sheet.marks);
  record.require("ticks", sheet.ticks);
  record.require_records("sections", sheet.sections, read_section);
  return sheet;
}

bool is_of_this_format(JsonRecord& record) {
  std::string format;
  int version = 0;
  record.require("format", format);
  record.require("version", version);
  return format == "viva-sheet" && version == 1;
}

// The number that ends at the fault, where it is one that no double holds.
std::string_view overflow_at(std::string_view json, std::size_t at) {
  constexpr std::string_view signs = "+-.0123456789Ee";
  const auto last = json.substr(0, at + 1).find_last_not_of(signs, at > 0 ? at - 1 : 0);
  const auto begin = last == json.npos ? 0 : last + 1;
  const auto number = json.substr(begin, json.find_first_not_of(signs, begin) - begin);
  double value = 0;
  const auto read = std::from_chars(number.data(), number.data() + number.size(), value);
  return read.ec == std::errc::result_out_of_range ? number : std::string_view{};
}

// What nlohmann says after its own prefix.
std::string syntax_fault(std::string_view json, std::size_t at) {
  if (const auto number = overflow_at(json, at); !number.empty())
    return fmt::format("the number {} is too large", quote(number));
  const auto words = explain_json_fault(json);
  const auto cause = words.find("parse error");
  return "this is not JSON: " + printable(std::string_view{words}.substr(cause == words.npos ? 0 : cause));
}

}  // namespace

SheetReading read_sheet(std::string_view json) {
  auto parsed = parse_json(json);
  if (parsed.fault) return {{}, {syntax_fault(json, *parsed.fault)}};
  make_fit(*parsed.value);
  std::vector<JsonFault> faults;
  JsonRecord record{*parsed.value, faults};
  if (!record.is_object()) return {{}, {in_words(faults.front())}};
  if (!is_of_this_format(record))
    return {{}, {"the sheet: \"format\": \"viva-sheet\" and \"version\": 1 are expected"}};
  SheetReading reading{read_sheet(record), {}};
  for (const auto& fault : faults) reading.faults.push_back(in_words(fault));
  return reading;
}

}  // namespace viva::pdf
