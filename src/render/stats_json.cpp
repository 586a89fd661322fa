#include "render/stats_json.hpp"

#include <nlohmann/json.hpp>

#include "viva/base/text.hpp"

namespace viva {
namespace {

using Json = nlohmann::ordered_json;

Json retention_json(const Stats::Retention& group) {
  Json json{{"tested", group.tested}, {"recalled", group.recalled}};
  json["share"] = group.tested == 0 ? Json(nullptr) : Json(group.share());
  return json;
}

Json groups_json(const std::vector<Stats::Retention>& groups) {
  auto all = Json::array();
  for (const auto& group : groups) {
    Json json{{"id", group.id}, {"name", group.name}};
    json.update(retention_json(group));
    all.push_back(std::move(json));
  }
  return all;
}

Json days_json(const std::vector<Stats::StudyDay>& days) {
  auto all = Json::array();
  for (const auto& [day, answers, seconds] : days)
    all.push_back({{"day", format_day(day)}, {"answers", answers}, {"seconds", seconds}});
  return all;
}

// Only what was ever expected.
Json forecasts_json(const Stats& stats) {
  auto all = Json::array();
  for (const auto& forecasts : stats.forecasts)
    if (forecasts.tested > 0)
      all.push_back({{"expected", forecasts.expected},
                     {"recalled", forecasts.recalled},
                     {"tested", forecasts.tested},
                     {"share", forecasts.share()}});
  return all;
}

Json predictions_json(const Stats& stats) {
  auto all = Json::array();
  for (std::size_t i = 0; i < stats.predictions.size(); ++i)
    if (const auto& [answers, given] = stats.predictions[i]; answers > 0)
      all.push_back({{"predicted", i + 1}, {"given", given}, {"answers", answers}});
  return all;
}

Json due_json(const Stats& stats) {
  auto all = Json::array();
  auto day = stats.today;
  for (const int count : stats.due) {
    all.push_back({{"day", format_day(day)}, {"questions", count}});
    day += std::chrono::days{1};
  }
  return all;
}

Json rounds_json(const Stats& stats) {
  auto all = Json::array();
  for (const auto& round : stats.rounds)
    all.push_back({{"id", round.id},
                   {"name", round.name},
                   {"day", format_day(round.day)},
                   {"abandoned", round.abandoned},
                   {"verdict", static_cast<int>(round.verdict)},
                   {"mean", round.mean}});
  return all;
}

Json missed_json(const Bank& bank, const Stats& stats) {
  auto all = Json::array();
  for (const auto& [item, point, missed, answers] : stats.missed) {
    const auto& asked = bank.items[item];
    all.push_back({{"bank", asked.bank},
                   {"item", asked.id},
                   {"point", point},
                   {"text", asked.points[static_cast<std::size_t>(point) - 1]},
                   {"missed", missed},
                   {"answers", answers}});
  }
  return all;
}

}  // namespace

std::string stats_json(const Bank& bank, const Stats& stats) {
  Json json{{"format", 1},
            {"day", format_day(stats.today)},
            {"bank", bank.title},
            {"items", stats.items},
            {"seen", stats.seen},
            {"answers", stats.answers},
            {"seconds", stats.seconds}};
  json["habit"] = {{"today", stats.habit.today},
                   {"days_in_a_row", stats.habit.in_a_row},
                   {"of_the_last_14_days", stats.habit.recent}};
  json["days"] = days_json(stats.days);
  json["retention"] = retention_json(stats.retention);
  json["tiers"] = groups_json(stats.tiers);
  json["topics"] = groups_json(stats.topics);
  json["ratings"] = {{"again", stats.ratings[0]},
                     {"hard", stats.ratings[1]},
                     {"good", stats.ratings[2]},
                     {"easy", stats.ratings[3]}};
  json["forecasts"] = forecasts_json(stats);
  json["predictions"] = predictions_json(stats);
  json["due"] = due_json(stats);
  json["rounds"] = rounds_json(stats);
  json["missed"] = missed_json(bank, stats);
  return escape_json(json.dump(2, ' ', false, Json::error_handler_t::replace)) + '\n';
}

}  // namespace viva
