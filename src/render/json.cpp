#include "render/json.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "bank/fields.hpp"
#include "base/escape.hpp"
#include "render/scorecard_words.hpp"
#include "viva/memory/score.hpp"

namespace viva {
namespace {

using Json = nlohmann::ordered_json;

template <typename Value>
Json or_null(const std::optional<Value>& value) {
  return value ? Json(*value) : Json(nullptr);
}

// What was typed may be no UTF-8.
std::string text_of(const Json& json) {
  return escape_json(json.dump(2, ' ', false, Json::error_handler_t::replace)) + '\n';
}

}  // namespace

// Questions

namespace {

Json points_json(const Item& item, const ItemProgress& progress, Day today) {
  auto all = Json::array();
  const auto keys = point_keys(item.points);
  for (std::size_t i = 0; i < progress.points.size(); ++i) {
    const auto& point = progress.points[i];
    Json json{{"point", keys.empty() ? Json(nullptr) : Json(keys[i])}, {"asked", point.times}};
    if (point.times > 0)
      json.update({{"last_day", format_day(point.last)},
                   {"made", point.made},
                   {"recall", recall(point, today, *progress.model)},
                   {"stability", point.memory.stability},
                   {"difficulty", point.memory.difficulty}});
    all.push_back(std::move(json));
  }
  return all;
}

Json standing_json(const Item& about, const std::optional<ItemProgress>& item, Day today) {
  if (!item) return nullptr;
  return {{"reviews", item->answers},           {"last_rating", static_cast<int>(item->rating)},
          {"last_day", format_day(item->last)}, {"due", format_day(due(*item))},
          {"recall", recall(*item, today)},     {"points", points_json(about, *item, today)}};
}

Json fields_json(const Shape& shape, void* object, const Bank& bank);

// A point without an id is its text, as in a bank.
bool is_text_alone(const Shape& shape, void* object) {
  if (!shape.by_text) return false;
  return std::ranges::all_of(shape.fields, [&](const Field& field) {
    const auto* text = std::get_if<Text>(&field.value.must_be);
    return &field == shape.by_text || !text || text->in(object).empty();
  });
}

Json value_json(const Value& value, void* object, const Bank& bank) {
  if (const auto* text = std::get_if<Text>(&value.must_be)) return text->in(object);
  if (const auto* number = std::get_if<Number>(&value.must_be)) return number->in(object);
  if (const auto* inner = std::get_if<Object>(&value.must_be);
      inner && is_text_alone(*inner->shape, inner->in(object)))
    return value_json(inner->shape->by_text->value, inner->in(object), bank);
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
  json["progress"] = standing_json(item, progress, today);
  return json;
}

}  // namespace

std::string items_json(const Bank& bank, const std::vector<std::size_t>& items, const Progress& progress,
                       Day today) {
  auto all = Json::array();
  for (const auto i : items) all.push_back(item_json(bank, bank.items[i], progress[i], today));
  return text_of(all);
}

// The plan

namespace {

Json interview_json(const Interview& interview) {
  return {{"title", interview.title},
          {"date", format_day(interview.day)},
          {"minutes", interview.minutes},
          {"off", format_days_off(interview.off)}};
}

Json shares_json(const Readiness& readiness) {
  return {{"items", readiness.items},           {"seen", readiness.seen},
          {"points", readiness.points},         {"now", readiness.now},
          {"left_alone", readiness.left_alone}, {"planned", readiness.planned}};
}

Json readiness_json(const Bank& bank, const ReadinessReport& report) {
  Json json{{"estimate", true}, {"all", shares_json(report.all)}, {"tiers", Json::array()}};
  for (std::size_t i = 0; i < report.tiers.size(); ++i) {
    auto tier = shares_json(report.tiers[i]);
    tier["id"] = bank.tiers[i].id;
    json["tiers"].push_back(std::move(tier));
  }
  return json;
}

Json planned_round_json(const Bank& bank, const std::optional<PlannedRound>& round) {
  if (!round) return nullptr;
  return {{"preset", round->preset ? Json(bank.rounds[*round->preset].id) : Json(nullptr)},
          {"minutes", round->minutes},
          {"seconds", round->seconds},
          {"done", round->done}};
}

Json day_json(const Bank& bank, const PlanDay& day) {
  Json json{{"date", format_day(day.day)}, {"off", day.off},
            {"last_look", day.last_look},  {"seconds", day.seconds},
            {"expected", day.readiness},   {"round", planned_round_json(bank, day.round)},
            {"items", Json::array()}};
  for (const auto& entry : day.entries)
    json["items"].push_back({{"bank", bank.items[entry.item].bank},
                             {"id", bank.items[entry.item].id},
                             {"seconds", entry.seconds},
                             {"gain", entry.gain},
                             {"reason", plan_reason_names[entry.reason]},
                             {"new", entry.reason == PlanReason::fresh},
                             {"done", entry.done}});
  return json;
}

}  // namespace

std::string plan_json(const Bank& bank, const Plan& plan, bool saved) {
  Json json{{"interview", interview_json(plan.interview)},
            {"saved", saved},
            {"today", format_day(plan.today)},
            {"readiness", readiness_json(bank, plan.readiness)},
            {"left_out", Json::array()},
            {"enough_minutes", or_null(plan.enough_minutes)},
            {"days", Json::array()}};
  for (const auto item : plan.left_out) json["left_out"].push_back(bank.items[item].id);
  for (const auto& day : plan.days) json["days"].push_back(day_json(bank, day));
  return text_of(json);
}

std::string no_plan_json(Day today) {
  return text_of({{"interview", nullptr}, {"today", format_day(today)}, {"days", Json::array()}});
}

// Statistics

namespace {

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

Json model_json(const Stats& stats) {
  Json json{{"fsrs", stats.model.parameters.w}, {"credit", stats.model.credit}};
  if (const auto& fit = stats.fit)
    json["fit"] = {{"points", fit->answers}, {"gain", fit->gain},     {"trust", fit->trust},
                   {"first", fit->first},    {"growth", fit->growth}, {"lapse", fit->lapse},
                   {"decay", fit->decay},    {"credit", fit->credit}};
  else
    json["fit"] = nullptr;
  return json;
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
  for (const auto& [index, point, missed, asked] : stats.missed) {
    const auto& item = bank.items[index];
    all.push_back({{"bank", item.bank},
                   {"item", item.id},
                   {"point", point_keys(item.points)[point]},
                   {"text", item.points[point].text},
                   {"missed", missed},
                   {"asked", asked}});
  }
  return all;
}

}  // namespace

std::string stats_json(const Bank& bank, const Stats& stats) {
  Json json{{"format", 2},
            {"day", format_day(stats.today)},
            {"bank", bank.title},
            {"items", stats.items},
            {"seen", stats.seen},
            {"answers", stats.answers},
            {"seconds", stats.seconds}};
  json["habit"] = {{"today", stats.habit.today},
                   {"days_in_a_row", stats.habit.streak},
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
  json["model"] = model_json(stats);
  json["predictions"] = predictions_json(stats);
  json["due"] = due_json(stats);
  json["rounds"] = rounds_json(stats);
  json["missed"] = missed_json(bank, stats);
  return text_of(json);
}

// Rounds

namespace {

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
  return text_of(json);
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
  return text_of(json);
}

}  // namespace viva
