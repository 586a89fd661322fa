#include "store/history_lines.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <unordered_map>
#include <utility>

#include "base/escape.hpp"
#include "store/json_line.hpp"
#include "store/record.hpp"
#include "store/round_json.hpp"
#include "store/round_rows.hpp"
#include "store/round_rules.hpp"
#include "store/rules.hpp"
#include "viva/base/text.hpp"

namespace viva {
namespace {

using Json = nlohmann::ordered_json;

constexpr int newest_format = 3;

Json to_json(const Review& review) {
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
  if (review.predicted) line["predicted"] = *review.predicted;
  if (!review.round.empty()) line["round"] = review.round;
  if (!review.answer.empty()) line["answer"] = valid_utf8(review.answer);
  return line;
}

Json to_json(const Retraction& retraction) {
  return {{"retracted", retraction.review}, {"at", format_instant(retraction.at)}};
}

Json to_json(const RoundState& state) {
  return {{"round", state.id}, {"revision", state.revision}, {"state", Json::parse(to_json_text(state))}};
}

Json to_json(const InterviewSetting& setting) {
  Json line{{"id", setting.id}, {"interview", setting.interview}, {"at", format_instant(setting.at)}};
  if (!setting.set) return line;
  line["day"] = format_day(setting.set->day);
  line["minutes"] = setting.set->minutes;
  line["off"] = format_days_off(setting.set->off);
  line["title"] = setting.set->title;
  return line;
}

// Reviews in a sound history are valid UTF-8; of a damaged one, what can be rescued is.
void write_line(const Json& line, std::string& out) {
  out += escape_json(line.dump(-1, ' ', false, Json::error_handler_t::replace));
  out += '\n';
}

Review take_review(Record& record) {
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
  record.accept("predicted", review.predicted);
  record.accept("round", review.round);
  record.accept("answer", review.answer);
  for (auto& fault : find_faults(review))
    if (fault.other.empty() || !record.is_wrong(fault.other))
      record.complain(fault.field, std::move(fault.message));
  return review;
}

Retraction take_retraction(Record& record) {
  Retraction retraction;
  record.require("retracted", retraction.review);
  record.require("at", retraction.at);
  if (!is_id(retraction.review))
    record.complain("retracted", "\"retracted\" must be 32 lower-case hexadecimal digits");
  return retraction;
}

RoundState take_state(Record& record, std::string_view line) {
  const auto place = record.require_place("state");
  if (!place) return {};
  try {
    auto state = read_round_json(line.substr(place->begin, place->end - place->begin));
    if (const auto faults = find_faults(state); !faults.empty())
      record.complain("state", fmt::format("\"state\": {}", faults[0]));
    return state;
  } catch (const UnreadableRound& problem) {
    record.complain("state", fmt::format("\"state\": {}", problem.what()));
    return {};
  }
}

RoundState take_round(Record& record, std::string_view line) {
  std::string id;
  int revision = 0;
  record.require("round", id);
  record.require("revision", revision);
  auto state = take_state(record, line);
  if (record.is_wrong("state")) return state;
  if (id != state.id) record.complain("round", "\"round\" must be the id in \"state\"");
  if (revision != state.revision) record.complain("revision", "\"revision\" must be the one in \"state\"");
  return state;
}

Interview take_interview(Record& record) {
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

InterviewSetting take_setting(Record& record) {
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

class LinesReader {
 public:
  explicit LinesReader(std::string_view file) : file_{file} {}

  // False: what follows is of a kind this viva does not know.
  bool read(std::string_view line, std::size_t number) {
    line_ = line;
    number_ = number;
    if (const auto bad = find_invalid_utf8(line); bad != std::string_view::npos) {
      report({Extent{bad, bad + 1}, "invalid UTF-8; was the file changed by another program?"});
      return true;
    }
    auto parsed = parse_json_line(line);
    if (parsed.fault) {
      report({*parsed.fault, "not a JSON object; each line is one, as `viva history export` writes it"});
      return true;
    }
    return read(Record{std::move(parsed.fields)});
  }

  ReadLines take() { return std::move(result_); }

 private:
  bool read(Record record) {
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

  bool read_heading(Record& record) {
    std::string what;
    int version = 0;
    record.require("viva", what);
    record.require("format", version);
    if (version > newest_format) {
      report(
          {record.place("format"), fmt::format("format {} is of a newer viva, this one knows {}; update viva",
                                               version, newest_format)});
      return false;
    }
    if (what != "history")
      record.complain("viva", "\"viva\" must be \"history\"; is this another kind of file?");
    if (version < 1) record.complain("format", fmt::format("\"format\" must be 1 to {}", newest_format));
    is_clean(record);
    return true;
  }

  void read_retraction(Record& record) {
    auto retraction = take_retraction(record);
    if (is_clean(record)) result_.log.retractions.push_back(std::move(retraction));
  }

  void read_round(Record& record) {
    auto round = take_round(record, line_);
    if (!is_clean(record)) return;
    auto& rounds = result_.log.rounds;
    const auto [known, is_new] = rounds_.try_emplace(round.id, rounds.size());
    if (is_new)
      rounds.push_back(std::move(round));
    else if (supersedes(round, rounds[known->second]))
      rounds[known->second] = std::move(round);
  }

  void read_setting(Record& record) {
    auto setting = take_setting(record);
    if (is_clean(record)) result_.log.interviews.push_back(std::move(setting));
  }

  void read_review(Record& record) {
    auto review = take_review(record);
    if (!is_clean(record)) return;
    const First here{number_, result_.log.reviews.size()};
    const auto first = first_.try_emplace(review.id, here).first->second;
    if (first.line == number_ || result_.log.reviews[first.index] == review)
      result_.log.reviews.push_back(std::move(review));
    else
      report({record.place("id"),
              fmt::format("this review is on line {} already, with other content; keep one", first.line)});
  }

  bool is_clean(Record& record) {
    const auto faults = record.finish();
    for (const auto& fault : faults) report(fault);
    return faults.empty();
  }

  void report(const LineFault& fault) {
    Diagnostic diagnostic;
    diagnostic.file = file_;
    diagnostic.line = number_;
    diagnostic.message = fault.message;
    diagnostic.source = line_;
    if (fault.at) {
      const auto [begin, end] = *fault.at;
      diagnostic.column = 1 + count_code_points(line_.substr(0, begin));
      diagnostic.length = std::max<std::size_t>(1, count_code_points(line_.substr(begin, end - begin)));
    }
    result_.diagnostics.push_back(std::move(diagnostic));
  }

  struct First {
    std::size_t line, index;
  };

  std::string file_;
  std::string_view line_;
  std::size_t number_ = 0;
  std::unordered_map<std::string, First> first_;         // where each review is
  std::unordered_map<std::string, std::size_t> rounds_;  // index of each round
  ReadLines result_;
};

}  // namespace

std::string write_lines(const History::Log& log) {
  std::string out;
  write_line({{"viva", "history"}, {"format", newest_format}}, out);
  for (const auto& review : log.reviews) write_line(to_json(review), out);
  for (const auto& retraction : log.retractions) write_line(to_json(retraction), out);
  for (const auto& round : log.rounds) write_line(to_json(round), out);
  for (const auto& setting : log.interviews) write_line(to_json(setting), out);
  return out;
}

ReadLines read_lines(std::string_view text, std::string_view file) {
  constexpr std::string_view byte_order_mark = "\uFEFF";
  if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
  LinesReader reader{file};
  for (std::size_t number = 1; !text.empty(); ++number) {
    auto line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.find_first_not_of(" \t\r") != std::string_view::npos && !reader.read(line, number)) break;
  }
  return reader.take();
}

}  // namespace viva
