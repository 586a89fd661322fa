#include "store/round_json.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

#include "store/rules.hpp"
#include "viva/base/text.hpp"

namespace viva {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<std::string_view, 6> phases{"ready",      "answering", "follow_up",
                                                 "predicting", "scoring",   "finished"};
constexpr std::array<std::string_view, 4> reaches{"waiting", "reached", "not_reached", "gone"};

template <std::size_t Size, typename Enum>
std::string_view word(const std::array<std::string_view, Size>& words, Enum value) {
  return words.at(static_cast<std::size_t>(value));
}

Json to_json(const RoundQuestion& question) {
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
  if (!question.answer.empty()) json["answer"] = valid_utf8(question.answer);
  if (!question.reply.empty()) json["reply"] = valid_utf8(question.reply);
  if (question.predicted) json["predicted"] = *question.predicted;
  if (question.mark) json["mark"] = *question.mark;
  if (!question.review.empty()) json["review"] = valid_utf8(question.review);
  return json;
}

Json to_json(const RoundState& state) {
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
  for (const auto& question : state.questions) json["questions"].push_back(to_json(question));
  return json;
}

// Parses into `out` what is as shallow as a round; a key that is there twice would hide what it held first.
class Parser {
 public:
  Json parse(std::string_view text) {
    auto json = Json::parse(
        text,
        [this](int depth, Json::parse_event_t event, Json& parsed) { return see(depth, event, parsed); },
        false);
    if (json.is_discarded()) throw UnreadableRound{"it is not JSON"};
    return json;
  }

 private:
  using Event = Json::parse_event_t;
  static constexpr int deepest = 3;  // "ticked" of a question

  bool see(int depth, Event event, const Json& parsed) {
    const bool opens = event == Event::object_start || event == Event::array_start;
    if (opens && depth > deepest) throw UnreadableRound{"it is nested too deeply"};
    if (event == Event::object_start) keys_[depth + 1].clear();
    if (event == Event::key && !keys_[depth].insert(parsed.get<std::string>()).second)
      throw UnreadableRound{fmt::format("\"{}\" is there twice", printable(parsed.get<std::string>()))};
    return true;
  }

  std::map<int, std::set<std::string>> keys_;  // of the object open at each depth
};

// An object whose fields are taken one after another by name and type.
class Fields {
 public:
  // `where` is said before the names of fields.
  Fields(const Json& object, std::string where) : object_{object}, where_{std::move(where)} {
    if (!object.is_object()) throw UnreadableRound{where_ + "it is not an object"};
  }

  template <typename T>
  void require(const char* field, T& out) {
    if (!object_.contains(field)) wrong(field, "is missing");
    accept(field, out);
  }

  // The same, but it may be missing: `out` is as it was.
  template <typename T>
  void accept(const char* field, T& out) {
    const auto found = object_.find(field);
    if (found == object_.end()) return;
    taken_.emplace_back(field);
    read(field, *found, out);
  }

  template <std::size_t Size, typename Enum>
  void require(const char* field, const std::array<std::string_view, Size>& words, Enum& out) {
    std::string text;
    require(field, text);
    const auto found = std::ranges::find(words, text);
    if (found == words.end()) wrong(field, fmt::format("must be one of {}", fmt::join(words, ", ")));
    out = static_cast<Enum>(found - words.begin());
  }

  // When all has been taken: what nobody took is wrong, since to pass over it would be to lose it.
  void finish() const {
    for (const auto& [key, value] : object_.items())
      if (std::ranges::find(taken_, key) == taken_.end())
        throw UnreadableRound{fmt::format("{}unknown key \"{}\"", where_, printable(key))};
  }

 private:
  [[noreturn]] void wrong(const char* field, std::string_view what) const {
    throw UnreadableRound{fmt::format("{}\"{}\" {}", where_, field, what)};
  }

  void read(const char* field, const Json& value, std::string& out) const {
    if (!value.is_string()) wrong(field, "must be a text");
    out = value.get_ref<const std::string&>();
  }
  void read(const char* field, const Json& value, bool& out) const {
    if (!value.is_boolean()) wrong(field, "must be true or false");
    out = value.get<bool>();
  }
  void read(const char* field, const Json& value, Instant& out) const {
    out = parsed(field, value, parse_instant, "must be a time such as \"2026-11-22T16:05:09.250Z\"");
  }
  void read(const char* field, const Json& value, Day& out) const {
    out = parsed(field, value, parse_day, "must be a date such as \"2026-11-22\"");
  }
  void read(const char* field, const Json& value, std::optional<int>& out) const {
    read(field, value, out.emplace());
  }
  void read(const char* field, const Json& value, std::vector<int>& out) const {
    if (!value.is_array()) wrong(field, "must be a list of whole numbers");
    for (const auto& number : value) read(field, number, out.emplace_back());
  }
  void read(const char* field, const Json& value, std::vector<RoundQuestion>& out) const;

  template <typename Number>
  requires std::is_integral_v<Number>
  void read(const char* field, const Json& value, Number& out) const {
    if (!value.is_number_integer()) wrong(field, "must be a whole number");
    const bool fits = value.is_number_unsigned() ? std::in_range<Number>(value.get<std::uint64_t>())
                                                 : std::in_range<Number>(value.get<std::int64_t>());
    if (!fits) wrong(field, "is out of range");
    out = value.get<Number>();
  }

  template <typename T>
  T parsed(const char* field, const Json& value, std::optional<T> (*parse)(std::string_view),
           std::string_view must) const {
    const auto read = value.is_string() ? parse(value.get_ref<const std::string&>()) : std::nullopt;
    if (!read) wrong(field, must);
    return *read;
  }

  const Json& object_;
  std::string where_;
  std::vector<std::string_view> taken_;
};

RoundQuestion read_question(const Json& json, std::size_t number) {
  Fields fields{json, fmt::format("question {}: ", number)};
  RoundQuestion question;
  fields.require("bank", question.bank);
  fields.require("item", question.item);
  fields.require("tier", question.tier);
  fields.require("topic", question.topic);
  fields.require("tier_name", question.tier_name);
  fields.require("topic_name", question.topic_name);
  fields.require("prompt", question.prompt);
  fields.require("budget", question.budget);
  fields.require("follow_up", question.follow_up);
  fields.require("reach", reaches, question.reach);
  fields.require("used", question.used);
  fields.require("ticked", question.ticked);
  fields.require("points", question.points);
  fields.accept("answer", question.answer);
  fields.accept("reply", question.reply);
  fields.accept("predicted", question.predicted);
  fields.accept("mark", question.mark);
  fields.accept("review", question.review);
  fields.finish();
  return question;
}

void Fields::read(const char* field, const Json& value, std::vector<RoundQuestion>& out) const {
  if (!value.is_array()) wrong(field, "must be a list");
  for (const auto& question : value) out.push_back(read_question(question, out.size() + 1));
}

}  // namespace

std::string to_json_text(const RoundState& state) { return to_json(state).dump(); }

RoundState read_round_json(std::string_view text) {
  const auto json = Parser{}.parse(text);
  Fields fields{json, ""};
  RoundState state;
  fields.require("id", state.id);
  fields.require("preset", state.preset);
  fields.require("name", state.name);
  fields.require("seed", state.seed);
  fields.require("seconds", state.seconds);
  fields.require("relaxed", state.relaxed);
  fields.require("phase", phases, state.phase);
  fields.require("current", state.current);
  fields.require("ticks_given", state.ticks_given);
  fields.require("paused", state.paused);
  fields.require("abandoned", state.abandoned);
  fields.require("day", state.day);
  fields.require("begun", state.begun);
  fields.require("deadline", state.deadline);
  fields.require("shown", state.shown);
  fields.require("seen", state.seen);
  fields.require("saved", state.saved);
  fields.require("revision", state.revision);
  fields.require("noted", state.noted);
  fields.require("questions", state.questions);
  fields.finish();
  return state;
}

}  // namespace viva
