#include "render/plan_json.hpp"

#include <nlohmann/json.hpp>

#include "viva/base/text.hpp"

namespace viva {
namespace {

using Json = nlohmann::ordered_json;

Json to_json(const Interview& interview) {
  return {{"title", interview.title},
          {"date", format_day(interview.day)},
          {"minutes", interview.minutes},
          {"off", format_days_off(interview.off)}};
}

Json to_json(const Readiness& readiness) {
  return {{"items", readiness.items},
          {"seen", readiness.seen},
          {"now", readiness.now},
          {"left_alone", readiness.left_alone},
          {"planned", readiness.planned}};
}

Json readiness_json(const Bank& bank, const ReadinessReport& report) {
  Json json{{"estimate", true}, {"all", to_json(report.all)}, {"tiers", Json::array()}};
  for (std::size_t i = 0; i < report.tiers.size(); ++i) {
    auto tier = to_json(report.tiers[i]);
    tier["id"] = bank.tiers[i].id;
    json["tiers"].push_back(std::move(tier));
  }
  return json;
}

Json round_json(const Bank& bank, const std::optional<PlannedRound>& round) {
  if (!round) return nullptr;
  return {{"preset", round->preset ? Json(bank.rounds[*round->preset].id) : Json(nullptr)},
          {"minutes", round->minutes},
          {"seconds", round->seconds}};
}

Json to_json(const Bank& bank, const PlanDay& day) {
  Json json{{"date", format_day(day.day)}, {"off", day.off},
            {"last_look", day.last_look},  {"seconds", day.seconds},
            {"expected", day.readiness},   {"round", round_json(bank, day.round)},
            {"items", Json::array()}};
  for (const auto& entry : day.entries)
    json["items"].push_back({{"bank", bank.items[entry.item].bank},
                             {"id", bank.items[entry.item].id},
                             {"seconds", entry.seconds},
                             {"gain", entry.gain},
                             {"new", entry.fresh}});
  return json;
}

std::string text_of(const Json& json) {
  return escape_json(json.dump(2, ' ', false, Json::error_handler_t::replace)) + '\n';
}

}  // namespace

std::string plan_json(const Bank& bank, const Plan& plan, bool saved) {
  Json json{{"interview", to_json(plan.interview)},
            {"saved", saved},
            {"today", format_day(plan.today)},
            {"readiness", readiness_json(bank, plan.readiness)},
            {"left_out", Json::array()},
            {"enough_minutes", plan.enough_minutes ? Json(*plan.enough_minutes) : Json(nullptr)},
            {"days", Json::array()}};
  for (const auto item : plan.left_out) json["left_out"].push_back(bank.items[item].id);
  for (const auto& day : plan.days) json["days"].push_back(to_json(bank, day));
  return text_of(json);
}

std::string no_plan_json(Day today) {
  return text_of({{"interview", nullptr}, {"today", format_day(today)}, {"days", Json::array()}});
}

}  // namespace viva
