#include "render/item_json.hpp"

#include <nlohmann/json.hpp>

#include "bank/fields.hpp"
#include "viva/base/text.hpp"

namespace viva {
namespace {

using Json = nlohmann::ordered_json;

Json standing_json(const std::optional<ItemProgress>& item, Day today) {
  if (!item) return nullptr;
  return {{"reviews", item->reviews},
          {"last_rating", static_cast<int>(item->rating)},
          {"last_day", format_day(item->last)},
          {"due", format_day(due(*item))},
          {"recall", recall(*item, today)},
          {"stability", item->memory.stability},
          {"difficulty", item->memory.difficulty}};
}

Json fields_json(const Shape& shape, void* object, const Bank& bank);

Json value_json(const Value& value, void* object, const Bank& bank) {
  if (const auto* text = std::get_if<Text>(&value.must_be)) return text->in(object);
  if (const auto* number = std::get_if<Number>(&value.must_be)) return number->in(object);
  if (const auto* inner = std::get_if<Object>(&value.must_be))
    return fields_json(*inner->shape, inner->in(object), bank);
  auto all = Json::array();
  if (const auto* list = std::get_if<ListOf>(&value.must_be))
    for (std::size_t i = 0; i < list->size(object); ++i)
      all.push_back(value_json(*list->element, list->nth(object, i), bank));
  return all;
}

Json fields_json(const Shape& shape, void* object, const Bank& bank) {
  auto json = Json::object();
  for (const auto& field : shape.fields)
    if (const auto* name = std::get_if<NameOf>(&field.value.must_be)) {
      const bool is_tier = name->kind == Subject::Kind::tier;
      const auto index = name->in(object);
      const std::string key{field.key};
      json[key] = is_tier ? bank.tiers[index].id : bank.topics[index].id;
      json[key + "_name"] = is_tier ? bank.tiers[index].name : bank.topics[index].name;
    } else {
      json[std::string{field.key}] = value_json(field.value, object, bank);
    }
  return json;
}

// The tables of a bank find fields in an object that may be written to: `item` is a copy.
Json item_json(const Bank& bank, Item item, const std::optional<ItemProgress>& progress, Day today) {
  auto json = Json::object();
  json["bank"] = item.bank;
  json.update(fields_json(item_shape, &item, bank));
  json["progress"] = standing_json(progress, today);
  return json;
}

}  // namespace

std::string items_json(const Bank& bank, const std::vector<std::size_t>& items, const Progress& progress,
                       Day today) {
  auto all = Json::array();
  for (const auto i : items) all.push_back(item_json(bank, bank.items[i], progress[i], today));
  return escape_json(all.dump(2)) + '\n';
}

}  // namespace viva
