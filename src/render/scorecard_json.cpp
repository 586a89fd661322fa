// Part of render/scorecard_text.hpp: the scorecard as JSON.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "render/scorecard_text.hpp"
#include "render/scorecard_words.hpp"
#include "viva/base/text.hpp"

namespace viva {
namespace {

using Json = nlohmann::ordered_json;

template <typename Value>
Json or_null(const std::optional<Value>& value) {
  return value ? Json(*value) : Json(nullptr);
}

std::string_view standing_of(const RoundState& round) {
  if (round.abandoned) return "abandoned";
  return round.phase == RoundPhase::finished ? "finished" : "unfinished";
}

std::string_view reach_of(Reach reach) {
  switch (reach) {
    case Reach::waiting: return "waiting";
    case Reach::reached: return "reached";
    case Reach::not_reached: return "not reached";
    case Reach::gone: return "gone";
  }
  return "";
}

// What the list of rounds says of each, and a scorecard begins with.
void add_round(Json& json, const RoundState& round, const Scorecard& card) {
  json["id"] = round.id;
  json["preset"] = round.preset;
  json["name"] = round.name;
  json["standing"] = standing_of(round);
  json["day"] = format_day(round.day);
  json["begun"] = format_instant(round.begun);
  json["clock"] = round.seconds;
  json["seed"] = round.seed;
  json["relaxed"] = round.relaxed;
  json["verdict"] = card.verdict ? Json(static_cast<int>(*card.verdict)) : Json(nullptr);
  json["verdict_name"] = card.verdict ? Json(verdict_name(*card.verdict)) : Json(nullptr);
  json["mean"] = card.verdict ? Json(card.mean) : Json(nullptr);
  json["seconds"] = card.used;
  json["budget"] = card.budget;
  json["counts"] = {{"questions", round.questions.size()},
                    {"marked", card.marked},
                    {"not_reached", card.not_reached},
                    {"unscored", card.unscored},
                    {"gone", card.gone}};
}

Json groups_json(const std::vector<Scorecard::Group>& groups) {
  auto all = Json::array();
  for (const auto& group : groups)
    all.push_back(
        {{"id", group.id}, {"name", group.name}, {"questions", group.count}, {"mean", group.mean()}});
  return all;
}

Json question_json(const RoundQuestion& question) {
  Json json{{"bank", question.bank},     {"item", question.item},
            {"tier", question.tier},     {"tier_name", question.tier_name},
            {"topic", question.topic},   {"topic_name", question.topic_name},
            {"prompt", question.prompt}, {"reach", reach_of(question.reach)},
            {"seconds", question.used},  {"budget", question.budget}};
  json["predicted"] = or_null(question.predicted);
  json["mark"] = or_null(question.mark);
  json["mark_name"] = question.mark ? Json(mark_name(*question.mark)) : Json(nullptr);
  json["points_made"] = question.ticked;
  json["points"] = question.points;
  json["answer"] = question.answer;
  json["reply"] = question.reply;
  json["review"] = question.review.empty() ? Json(nullptr) : Json(question.review);
  return json;
}

Json row_json(const Comparison::Row& row) {
  return {{"name", row.name}, {"before", row.before}, {"now", row.now}, {"trend", trend_words(row.trend)}};
}

Json comparison_json(const std::optional<Comparison>& comparison) {
  if (!comparison) return nullptr;
  Json json{{"all", row_json(comparison->whole)}, {"tiers", Json::array()}};
  for (const auto& tier : comparison->tiers) json["tiers"].push_back(row_json(tier));
  return json;
}

// What was typed may be no UTF-8.
std::string printed(const Json& json) {
  return escape_json(json.dump(2, ' ', false, Json::error_handler_t::replace)) + '\n';
}

}  // namespace

std::string scorecard_json(const RoundState& round, const Scorecard& card,
                           const std::optional<Comparison>& comparison) {
  Json json{{"format", 1}};
  add_round(json, round, card);
  json["tiers"] = groups_json(card.tiers);
  json["topics"] = groups_json(card.topics);
  json["calibration"] = {{"predictions", card.calibration.predictions},
                         {"predicted", card.calibration.predicted},
                         {"given", card.calibration.given},
                         {"overconfident", card.calibration.overconfident}};
  json["questions"] = Json::array();
  for (const auto& question : round.questions) json["questions"].push_back(question_json(question));
  json["comparison"] = comparison_json(comparison);
  json["next"] = card.next;
  return printed(json);
}

std::string rounds_json(const std::vector<RoundState>& rounds) {
  auto newest_first = rounds;
  std::ranges::stable_sort(newest_first, std::ranges::greater{}, &RoundState::begun);
  Json json{{"format", 1}, {"rounds", Json::array()}};
  for (const auto& round : newest_first) {
    Json entry;
    add_round(entry, round, score_round(round));
    json["rounds"].push_back(std::move(entry));
  }
  return printed(json);
}

}  // namespace viva
