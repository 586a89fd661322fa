#include "render/item_json.hpp"

#include <nlohmann/json.hpp>

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

Json item_json(const Bank& bank, const Item& item, const std::optional<ItemProgress>& progress, Day today) {
  Json json{{"bank", item.bank},
            {"id", item.id},
            {"tier", bank.tiers[item.tier].id},
            {"tier_name", bank.tiers[item.tier].name},
            {"topic", bank.topics[item.topic].id},
            {"topic_name", bank.topics[item.topic].name},
            {"minutes", item.minutes},
            {"prompt", item.prompt},
            {"hint", item.hint},
            {"points", item.points},
            {"pitfalls", item.pitfalls},
            {"follow_ups", item.follow_ups},
            {"answer", item.answer},
            {"references", Json::array()}};
  for (const auto& reference : item.references)
    json["references"].push_back({{"title", reference.title}, {"url", reference.url}});
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
