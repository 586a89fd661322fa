#include "store/round_json.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <set>
#include <vector>

#include "base/json_record.hpp"
#include "store/rules.hpp"
#include "viva/base/text.hpp"

namespace viva {
namespace {

using Json = nlohmann::ordered_json;

Unreadable unreadable(const std::string& why) { return Unreadable{why, "a round"}; }

constexpr std::array<std::string_view, 6> phases{"ready",      "answering", "follow_up",
                                                 "predicting", "scoring",   "finished"};
constexpr std::array<std::string_view, 4> reaches{"waiting", "reached", "not_reached", "gone"};

template <std::size_t Size, typename Enum>
std::string_view word(const std::array<std::string_view, Size>& words, Enum value) {
  return words.at(static_cast<std::size_t>(value));
}

Json question_json(const RoundQuestion& question) {
  Json json{{"bank", valid_utf8(question.bank)},
            {"item", valid_utf8(question.item)},
            {"tier", valid_utf8(question.tier)},
            {"topic", valid_utf8(question.topic)},
            {"tier_name", valid_utf8(question.tier_name)},
            {"topic_name", valid_utf8(question.topic_name)},
            {"prompt", valid_utf8(question.prompt)},
            {"budget", question.budget},
            {"follow_up", question.follow_up},
            {"reach", word(reaches, question.reach)},
            {"used", question.used},
            {"ticked", question.ticked},
            {"points", question.points}};
  if (!question.asked.empty()) {
    json["asked"] = Json::array();
    for (const auto& key : question.asked) json["asked"].push_back(valid_utf8(key));
  }
  if (!question.answer.empty()) json["answer"] = valid_utf8(question.answer);
  if (!question.reply.empty()) json["reply"] = valid_utf8(question.reply);
  if (question.predicted) json["predicted"] = *question.predicted;
  if (question.mark) json["mark"] = *question.mark;
  if (!question.review.empty()) json["review"] = valid_utf8(question.review);
  return json;
}

Json state_json(const RoundState& state) {
  Json json{{"id", valid_utf8(state.id)},
            {"preset", valid_utf8(state.preset)},
            {"name", valid_utf8(state.name)},
            {"seed", state.seed},
            {"seconds", state.seconds},
            {"relaxed", state.relaxed},
            {"phase", word(phases, state.phase)},
            {"current", state.current},
            {"ticks_given", state.ticks_given},
            {"paused", state.paused},
            {"abandoned", state.abandoned},
            {"day", format_day(state.day)},
            {"begun", format_instant(state.begun)},
            {"deadline", format_instant(state.deadline)},
            {"shown", format_instant(state.shown)},
            {"seen", format_instant(state.seen)},
            {"saved", format_instant(state.saved)},
            {"revision", state.revision},
            {"noted", state.noted},
            {"questions", Json::array()}};
  for (const auto& question : state.questions) json["questions"].push_back(question_json(question));
  return json;
}

// Throws where a value is nested deeper than "ticked" of a question, or where a key comes twice, of which one
// would be lost. `depth`: how many lists and objects the value is in.
void require_plain(const JsonValue& value, int depth) {
  constexpr int deepest = 3;
  const auto* list = std::get_if<JsonValue::List>(&value.content);
  const auto* object = std::get_if<JsonValue::Object>(&value.content);
  if ((list || object) && depth > deepest) throw unreadable("it is nested too deeply");
  if (list)
    for (const auto& element : *list) require_plain(element, depth + 1);
  if (!object) return;
  std::set<std::string_view> names;
  for (const auto& member : *object) {
    if (!names.insert(member.name).second)
      throw unreadable(fmt::format("\"{}\" is there twice", printable(member.name)));
    require_plain(member.value, depth + 1);
  }
}

std::string round_fault(const JsonFault& fault) {
  using Kind = JsonFault::Kind;
  const auto where = fault.path.empty() ? std::string{} : fmt::format("question {}: ", fault.index + 1);
  const auto about_field = [&](const auto& what) {
    return fmt::format("{}\"{}\" {}", where, fault.field, what);
  };
  switch (fault.kind) {
    case Kind::not_an_object: return where + "it is not an object";
    case Kind::missing: return about_field("is missing");
    case Kind::repeated: return about_field("is there twice");
    case Kind::unknown: return fmt::format("{}unknown key \"{}\"", where, printable(fault.field));
    case Kind::mistyped: return about_field("must be " + fault.what);
    case Kind::out_of_range: return about_field("is out of range");
    case Kind::other: return about_field(fault.what);
  }
  return fault.what;
}

template <std::size_t Size, typename Enum>
void require_word(JsonRecord& record, std::string_view field, const std::array<std::string_view, Size>& words,
                  Enum& out) {
  std::string text;
  record.require(field, text);
  const auto found = std::ranges::find(words, text);
  if (found != words.end())
    out = static_cast<Enum>(found - words.begin());
  else
    record.complain(field, fmt::format("must be one of {}", fmt::join(words, ", ")));
}

RoundQuestion read_question(JsonRecord& record) {
  RoundQuestion question;
  record.require("bank", question.bank);
  record.require("item", question.item);
  record.require("tier", question.tier);
  record.require("topic", question.topic);
  record.require("tier_name", question.tier_name);
  record.require("topic_name", question.topic_name);
  record.require("prompt", question.prompt);
  record.require("budget", question.budget);
  record.require("follow_up", question.follow_up);
  require_word(record, "reach", reaches, question.reach);
  record.require("used", question.used);
  record.require("ticked", question.ticked);
  record.require("points", question.points);
  record.accept("asked", question.asked);
  record.accept("answer", question.answer);
  record.accept("reply", question.reply);
  record.accept("predicted", question.predicted);
  record.accept("mark", question.mark);
  record.accept("review", question.review);
  record.finish();
  return question;
}

RoundState read_state(JsonRecord& record) {
  RoundState state;
  record.require("id", state.id);
  record.require("preset", state.preset);
  record.require("name", state.name);
  record.require("seed", state.seed);
  record.require("seconds", state.seconds);
  record.require("relaxed", state.relaxed);
  require_word(record, "phase", phases, state.phase);
  record.require("current", state.current);
  record.require("ticks_given", state.ticks_given);
  record.require("paused", state.paused);
  record.require("abandoned", state.abandoned);
  record.require("day", state.day);
  record.require("begun", state.begun);
  record.require("deadline", state.deadline);
  record.require("shown", state.shown);
  record.require("seen", state.seen);
  record.require("saved", state.saved);
  record.require("revision", state.revision);
  record.require("noted", state.noted);
  record.require_records("questions", state.questions, read_question);
  record.finish();
  return state;
}

}  // namespace

std::string to_json_text(const RoundState& state) { return state_json(state).dump(); }

RoundState read_round_json(std::string_view text) {
  const auto json = parse_json(text);
  if (!json.fault) return read_round(*json.value);
  if (json.value) require_plain(*json.value, 0);
  throw unreadable("it is not JSON");
}

RoundState read_round(const JsonValue& value) {
  require_plain(value, 0);
  std::vector<JsonFault> faults;
  JsonRecord record{value, faults};
  auto state = read_state(record);
  if (!faults.empty()) throw unreadable(round_fault(faults.front()));
  return state;
}

}  // namespace viva
