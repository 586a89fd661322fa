#include "pdf/sheet_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <nlohmann/json.hpp>

#include "viva/base/date.hpp"
#include "viva/base/text.hpp"

namespace viva::pdf {
namespace {

using Json = nlohmann::json;

// Reads the keys of one object; says of each that is missing or wrong where it is.
class ObjectReader {
 public:
  ObjectReader(const Json& json, std::string path, std::vector<std::string>& faults)
      : json_{json}, path_{std::move(path)}, faults_{faults} {
    if (!json_.is_object()) fault("", "an object is expected");
  }

  std::string text(const char* key) const {
    const auto* value = find(key);
    if (value == nullptr) return {};
    if (value->is_string()) return printable_lines(value->get_ref<const std::string&>());
    fault(key, "a text is expected");
    return {};
  }

  int number(const char* key, int least, int most) const {
    const auto* value = find(key);
    if (value == nullptr) return least;
    if (value->is_number_integer() && *value >= least && *value <= most) return value->get<int>();
    fault(key, fmt::format("a whole number from {} to {} is expected", least, most));
    return least;
  }

  bool flag(const char* key) const {
    const auto* value = find(key);
    if (value == nullptr) return false;
    if (value->is_boolean()) return value->get<bool>();
    fault(key, "true or false is expected");
    return false;
  }

  std::vector<std::string> texts(const char* key) const {
    std::vector<std::string> all;
    each(key, [&](const Json& value, const std::string& path) {
      if (value.is_string())
        all.push_back(printable_lines(value.get_ref<const std::string&>()));
      else
        faults_.push_back(path + ": a text is expected");
    });
    return all;
  }

  template <typename Read>
  auto objects(const char* key, Read read) const {
    std::vector<decltype(read(*this))> all;
    each(key, [&](const Json& value, const std::string& path) {
      const auto before = faults_.size();
      const ObjectReader reader{value, path, faults_};
      if (faults_.size() == before) all.push_back(read(reader));
    });
    return all;
  }

  void fault(std::string_view key, std::string_view what) const {
    const auto dot = path_.empty() || key.empty() ? "" : ".";
    const auto place = path_ + dot + std::string{key};
    faults_.push_back(fmt::format("{}: {}", place.empty() ? "the sheet" : place, what));
  }

 private:
  const Json* find(const char* key) const {
    if (!json_.is_object()) return nullptr;
    const auto found = json_.find(key);
    if (found != json_.end()) return &*found;
    fault(key, "is missing");
    return nullptr;
  }

  template <typename Do>
  void each(const char* key, Do act) const {
    const auto* list = find(key);
    if (list == nullptr) return;
    if (!list->is_array()) return fault(key, "a list is expected");
    const auto dot = path_.empty() ? "" : ".";
    for (std::size_t i = 0; i < list->size(); ++i)
      act((*list)[i], fmt::format("{}{}{}[{}]", path_, dot, key, i));
  }

  const Json& json_;
  std::string path_;
  std::vector<std::string>& faults_;
};

Reference read_reference(const ObjectReader& json) { return {json.text("title"), json.text("url")}; }

SheetItem read_item(const ObjectReader& json) {
  constexpr int most_space = 200;
  SheetItem item;
  item.number = json.number("number", 0, std::numeric_limits<int>::max());
  item.bank = json.text("bank");
  item.id = json.text("id");
  item.tier = json.text("tier");
  item.topic_id = json.text("topic_id");
  item.label = json.text("label");
  item.prompt = json.text("prompt");
  item.record = json.text("record");
  item.missed = json.texts("missed");
  item.hint = json.text("hint");
  item.points = json.texts("points");
  item.pitfalls = json.texts("pitfalls");
  item.follow_ups = json.texts("follow_ups");
  item.answer = json.text("answer");
  item.references = json.objects("references", read_reference);
  item.space = json.number("space", 0, most_space);
  return item;
}

SheetSection read_section(const ObjectReader& json) {
  return {json.text("name"), json.objects("items", read_item)};
}

SheetKind read_kind(const ObjectReader& json) {
  const auto name = json.text("kind");
  if (const auto kind = sheet_kind_names.value_of(name)) return *kind;
  json.fault("kind",
             fmt::format("\"{}\" is not one of {}", clip(name, 40), fmt::join(sheet_kind_names.all, ", ")));
  return SheetKind::study;
}

Day read_day(const ObjectReader& json) {
  const auto day = parse_day(json.text("day"));
  if (!day) json.fault("day", "a day such as 2026-11-22 is expected");
  return day.value_or(Day{});
}

Sheet read_sheet(const ObjectReader& json) {
  Sheet sheet;
  sheet.kind = read_kind(json);
  sheet.title = json.text("title");
  sheet.subtitle = json.text("subtitle");
  sheet.day = read_day(json);
  sheet.date = json.text("date");
  sheet.selection = json.text("selection");
  sheet.notes = json.texts("notes");
  sheet.marks = json.texts("marks");
  sheet.ticks = json.flag("ticks");
  sheet.sections = json.objects("sections", read_section);
  return sheet;
}

// Of a text that is no JSON: where, and what nlohmann says after its own prefix.
std::string syntax_fault(const Json::parse_error& error) {
  std::string_view what = error.what();
  const auto colon = what.find("parse error");
  if (colon != what.npos) what.remove_prefix(colon);
  return "this is not JSON: " + printable(what);
}

}  // namespace

SheetReading read_sheet(std::string_view json) {
  SheetReading reading;
  Json whole;
  try {
    whole = Json::parse(json);
  } catch (const Json::parse_error& error) {
    reading.faults.push_back(syntax_fault(error));
    return reading;
  }
  const ObjectReader reader{whole, "", reading.faults};
  if (!reading.faults.empty()) return reading;
  if (reader.text("format") != "viva-sheet" || reader.number("version", 0, 1'000'000) != 1) {
    reading.faults = {"the sheet: \"format\": \"viva-sheet\" and \"version\": 1 are expected"};
    return reading;
  }
  reading.sheet = read_sheet(reader);
  return reading;
}

}  // namespace viva::pdf
