#include "store/history_lines.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <unordered_map>
#include <utility>

#include "base/escape.hpp"
#include "base/json_record.hpp"
#include "store/round_json.hpp"
#include "store/round_rows.hpp"
#include "store/round_rules.hpp"
#include "store/rules.hpp"
#include "viva/base/text.hpp"

namespace viva {

// Types of a review, for JsonRecord, which finds these by their namespace. A rating may be any number here:
// its range is a rule of reviews.
static std::optional<Mismatch> convert(const JsonValue& value, Rating& out) {
  int number = 0;
  const auto mismatch = convert(value, number);
  out = static_cast<Rating>(number);
  return mismatch;
}

static std::optional<Mismatch> convert(const JsonValue& value, Mode& out) {
  return convert_text(value, out, parse_mode, "\"drill\", \"practice\" or \"round\"");
}

namespace {

using Json = nlohmann::ordered_json;

constexpr int newest_format = 4;

Json review_line(const Review& review) {
  Json line{{"id", review.id},
            {"bank", review.bank},
            {"item", review.item},
            {"at", format_instant(review.at)},
            {"day", format_day(review.day)},
            {"rating", static_cast<int>(review.rating)},
            {"ticked", review.ticked},
            {"points", review.points},
            {"seconds", review.seconds},
            {"mode", name(review.mode)}};
  if (!review.asked.empty()) {
    line["asked"] = Json::array();
    for (const auto& key : review.asked) line["asked"].push_back(valid_utf8(key));
  }
  if (review.predicted) line["predicted"] = *review.predicted;
  if (!review.round.empty()) line["round"] = review.round;
  if (!review.answer.empty()) line["answer"] = valid_utf8(review.answer);
  return line;
}

Json retraction_line(const Retraction& retraction) {
  return {{"retracted", retraction.review}, {"at", format_instant(retraction.at)}};
}

Json round_line(const RoundState& state) {
  return {{"round", state.id}, {"revision", state.revision}, {"state", Json::parse(to_json_text(state))}};
}

Json setting_line(const InterviewSetting& setting) {
  Json line{{"id", setting.id}, {"interview", setting.interview}, {"at", format_instant(setting.at)}};
  if (!setting.set) return line;
  line["day"] = format_day(setting.set->day);
  line["minutes"] = setting.set->minutes;
  line["off"] = format_days_off(setting.set->off);
  line["title"] = setting.set->title;
  return line;
}

// A sound history is valid UTF-8. In a damaged one, bytes that are not become U+FFFD.
void write_line(const Json& line, std::string& out) {
  out += escape_json(line.dump(-1, ' ', false, Json::error_handler_t::replace));
  out += '\n';
}

Review take_review(JsonRecord& record) {
  Review review;
  record.require("id", review.id);
  record.require("bank", review.bank);
  record.require("item", review.item);
  record.require("at", review.at);
  record.require("day", review.day);
  record.require("rating", review.rating);
  record.require("ticked", review.ticked);
  record.require("points", review.points);
  record.require("seconds", review.seconds);
  record.require("mode", review.mode);
  record.accept("asked", review.asked);
  record.accept("predicted", review.predicted);
  record.accept("round", review.round);
  record.accept("answer", review.answer);
  for (auto& fault : find_faults(review))
    if (fault.other.empty() || !record.is_wrong(fault.other))
      record.complain(fault.field, std::move(fault.message));
  return review;
}

Retraction take_retraction(JsonRecord& record) {
  Retraction retraction;
  record.require("retracted", retraction.review);
  record.require("at", retraction.at);
  if (!is_id(retraction.review))
    record.complain("retracted", "\"retracted\" must be 32 lower-case hexadecimal digits");
  return retraction;
}

RoundState take_state(JsonRecord& record) {
  const auto* value = record.require("state");
  if (!value) return {};
  try {
    auto state = read_round(*value);
    if (const auto faults = find_faults(state); !faults.empty())
      record.complain("state", fmt::format("\"state\": {}", faults[0].message));
    return state;
  } catch (const Unreadable& problem) {
    record.complain("state", fmt::format("\"state\": {}", problem.what()));
    return {};
  }
}

RoundState take_round(JsonRecord& record) {
  std::string id;
  int revision = 0;
  record.require("round", id);
  record.require("revision", revision);
  auto state = take_state(record);
  if (record.is_wrong("state")) return state;
  if (id != state.id) record.complain("round", "\"round\" must be the id in \"state\"");
  if (revision != state.revision) record.complain("revision", "\"revision\" must be the one in \"state\"");
  return state;
}

Interview take_interview(JsonRecord& record) {
  Interview interview;
  std::string off;
  record.require("day", interview.day);
  record.require("minutes", interview.minutes);
  record.require("off", off);
  record.require("title", interview.title);
  const auto days = parse_days_off(off);
  if (!days.error.empty())
    record.complain("off", "\"off\" must be days of the week such as \"sat,sun\", or \"none\"");
  interview.off = days.days;
  return interview;
}

InterviewSetting take_setting(JsonRecord& record) {
  InterviewSetting setting;
  record.require("id", setting.id);
  record.require("interview", setting.interview);
  record.require("at", setting.at);
  const auto is_there = [&](std::string_view field) { return record.has(field); };
  if (std::ranges::any_of(std::array<std::string_view, 4>{"day", "minutes", "off", "title"}, is_there))
    setting.set = take_interview(record);
  for (auto& fault : find_faults(setting)) record.complain(fault.field, std::move(fault.message));
  return setting;
}

// Copies of a review may differ in which points it is believed to be about; see History::merge.
bool are_copies(const Review& review, Review other) {
  other.asked = review.asked;
  return other == review;
}

// In words; not for a missing field.
std::string line_fault(const JsonFault& fault) {
  using Kind = JsonFault::Kind;
  const auto must_be = [&](std::string_view what) {
    return fmt::format("\"{}\" must be {}", fault.field,
                       !fault.element           ? what
                       : fault.what == "a text" ? "a list of texts"
                                                : "a list of whole numbers");
  };
  const auto name = printable(fault.field);
  switch (fault.kind) {
    case Kind::mistyped: return must_be(fault.what);
    case Kind::out_of_range: return must_be("a smaller number");
    case Kind::repeated: return fmt::format("\"{}\" is there twice; keep one", name);
    case Kind::unknown: return fmt::format("unknown key \"{}\"; remove it, or update viva", name);
    default: return fault.what;
  }
}

class LinesReader {
 public:
  explicit LinesReader(std::string_view file) : file_{file} {}

  // Returns false where a newer viva wrote what follows.
  bool read(std::string_view line, std::size_t number) {
    line_ = line;
    number_ = number;
    if (const auto bad = find_invalid_utf8(line); bad != std::string_view::npos) {
      report(Extent{bad, bad + 1}, "invalid UTF-8; was the file changed by another program?");
      return true;
    }
    const auto json = parse_json(line);
    if (const auto end = end_of_object(json)) {
      report(Extent{*end, *end + 1},
             "not a JSON object; each line is one, as `viva history export` writes it");
      return true;
    }
    faults_.clear();
    return read(JsonRecord{*json.value, faults_});
  }

  ReadLines take() { return std::move(result_); }

 private:
  // Where the text stops being one object; none: it is one.
  static std::optional<std::size_t> end_of_object(const JsonText& json) {
    if (json.value && !std::holds_alternative<JsonValue::Object>(json.value->content)) return 0;
    return json.fault;
  }

  bool read(JsonRecord record) {
    if (record.has("viva")) return read_heading(record);
    if (record.has("retracted"))
      read_retraction(record);
    else if (record.has("state"))
      read_round(record);
    else if (record.has("interview"))
      read_setting(record);
    else
      read_review(record);
    return true;
  }

  bool read_heading(JsonRecord& record) {
    std::string what;
    int version = 0;
    record.require("viva", what);
    record.require("format", version);
    if (version > newest_format) {
      report(record.require("format")->at,
             fmt::format("format {} is of a newer viva, this one knows {}; update viva", version,
                         newest_format));
      return false;
    }
    if (what != "history")
      record.complain("viva", "\"viva\" must be \"history\"; is this another kind of file?");
    if (version < 1) record.complain("format", fmt::format("\"format\" must be 1 to {}", newest_format));
    report_faults(record);
    return true;
  }

  void read_retraction(JsonRecord& record) {
    auto retraction = take_retraction(record);
    if (!report_faults(record)) result_.log.retractions.push_back(std::move(retraction));
  }

  void read_round(JsonRecord& record) {
    auto round = take_round(record);
    if (report_faults(record)) return;
    auto& rounds = result_.log.rounds;
    const auto [known, is_new] = rounds_.try_emplace(round.id, rounds.size());
    if (is_new)
      rounds.push_back(std::move(round));
    else if (supersedes(round, rounds[known->second]))
      rounds[known->second] = std::move(round);
  }

  void read_setting(JsonRecord& record) {
    auto setting = take_setting(record);
    if (!report_faults(record)) result_.log.interviews.push_back(std::move(setting));
  }

  void read_review(JsonRecord& record) {
    auto review = take_review(record);
    if (report_faults(record)) return;
    const First here{number_, result_.log.reviews.size()};
    const auto first = first_.try_emplace(review.id, here).first->second;
    if (first.line == number_ || are_copies(result_.log.reviews[first.index], review))
      result_.log.reviews.push_back(std::move(review));
    else
      report(record.require("id")->at,
             fmt::format("this review is on line {} already, with other content; keep one", first.line));
  }

  // By place; missing fields come last, in one diagnostic. Returns whether there were any.
  bool report_faults(JsonRecord& record) {
    record.finish();
    std::ranges::stable_sort(faults_, {},
                             [](const JsonFault& fault) { return fault.at.value_or(Extent{}).begin; });
    std::string missing;
    for (const auto& fault : faults_)
      if (fault.at)
        report(fault.at, line_fault(fault));
      else
        missing += fmt::format("{}\"{}\"", missing.empty() ? "" : ", ", fault.field);
    if (!missing.empty()) report(std::nullopt, fmt::format("this line lacks {}", missing));
    return !faults_.empty();
  }

  // `at`: bytes of the line; none: the whole line.
  void report(std::optional<Extent> at, std::string message) {
    Diagnostic diagnostic;
    diagnostic.file = file_;
    diagnostic.line = number_;
    diagnostic.message = std::move(message);
    diagnostic.source = line_;
    if (at) {
      diagnostic.column = 1 + count_code_points(line_.substr(0, at->begin));
      diagnostic.length =
          std::max<std::size_t>(1, count_code_points(line_.substr(at->begin, at->end - at->begin)));
    }
    result_.diagnostics.push_back(std::move(diagnostic));
  }

  struct First {
    std::size_t line, index;
  };

  std::string file_;
  std::string_view line_;
  std::size_t number_ = 0;
  std::vector<JsonFault> faults_;                        // of the line
  std::unordered_map<std::string, First> first_;         // where each review is
  std::unordered_map<std::string, std::size_t> rounds_;  // index of each round
  ReadLines result_;
};

}  // namespace

std::string write_lines(const History::Log& log) {
  std::string out;
  write_line({{"viva", "history"}, {"format", newest_format}}, out);
  for (const auto& review : log.reviews) write_line(review_line(review), out);
  for (const auto& retraction : log.retractions) write_line(retraction_line(retraction), out);
  for (const auto& round : log.rounds) write_line(round_line(round), out);
  for (const auto& setting : log.interviews) write_line(setting_line(setting), out);
  return out;
}

ReadLines read_lines(std::string_view text, std::string_view file) {
  constexpr std::string_view byte_order_mark = "\uFEFF";
  if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
  LinesReader reader{file};
  std::size_t number = 0;
  for (auto line : split_lines(text)) {
    ++number;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.find_first_not_of(" \t\r") != std::string_view::npos && !reader.read(line, number)) break;
  }
  return reader.take();
}

}  // namespace viva
