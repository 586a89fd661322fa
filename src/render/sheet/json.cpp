// Part of render/sheet/writers.hpp: what viva-pdf and other programs read.
#include <nlohmann/json.hpp>

#include "base/escape.hpp"
#include "render/sheet/writers.hpp"

namespace viva {
namespace {

using Json = nlohmann::ordered_json;

Json references_json(const std::vector<Reference>& references) {
  auto all = Json::array();
  for (const auto& [title, url] : references) all.push_back({{"title", title}, {"url", url}});
  return all;
}

Json item_json(const SheetItem& item) {
  return {{"number", item.number},
          {"bank", item.bank},
          {"id", item.id},
          {"tier", item.tier},
          {"topic_id", item.topic_id},
          {"label", item.label},
          {"prompt", item.prompt},
          {"record", item.record},
          {"missed", item.missed},
          {"hint", item.hint},
          {"points", item.points},
          {"pitfalls", item.pitfalls},
          {"answer", item.answer},
          {"follow_ups", item.follow_ups},
          {"space", item.space},
          {"references", references_json(item.references)}};
}

Json section_json(const SheetSection& section) {
  Json json{{"name", section.name}, {"items", Json::array()}};
  for (const auto& item : section.items) json["items"].push_back(item_json(item));
  return json;
}

}  // namespace

std::string sheet_json(const Sheet& sheet) {
  Json json{{"format", "viva-sheet"},
            {"version", 1},
            {"kind", sheet_kind_names[sheet.kind]},
            {"title", sheet.title},
            {"subtitle", sheet.subtitle},
            {"day", format_day(sheet.day)},
            {"date", sheet.date},
            {"selection", sheet.selection},
            {"notes", sheet.notes},
            {"marks", sheet.marks},
            {"ticks", sheet.ticks},
            {"sections", Json::array()}};
  for (const auto& section : sheet.sections) json["sections"].push_back(section_json(section));
  return escape_json(json.dump(2)) + '\n';
}

}  // namespace viva
