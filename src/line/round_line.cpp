#include "line/round_line.hpp"

#include <fmt/format.h>

#include <optional>
#include <utility>

#include "line/points_line.hpp"
#include "viva/base/text.hpp"
#include "viva/session/score.hpp"

namespace viva {
namespace {

using Action = Round::Action;

std::optional<int> read_mark(const std::string& word) {
  for (int mark = 1; mark <= 4; ++mark)
    if (word == fmt::format("{}", mark) || word == fold_case(mark_name(mark))) return mark;
  return std::nullopt;
}

// Lines of an answer: only what nobody says in an answer means something else.
RoundLine read_spoken(std::string_view line, const Round::View& view, std::string_view typed, bool pasted) {
  const auto word = trimmed(line);
  if (pasted) return SpokenLine{std::string{line}};
  if (word == "." || (word.empty() && (typed == "\n" || typed.ends_with("\n\n")))) return Spoken{};
  if (word == "e") return Aside::editor;
  if (typed.empty() && word == "p" && view.allows(Action::pause)) return Round::Event{Round::Pause{}};
  if (typed.empty() && word == "q") return Round::Event{Round::Leave{}};
  return SpokenLine{std::string{line}};
}

RoundLine read_prediction(const std::string& word, const Round::View& view) {
  if (const auto mark = read_mark(word)) return Round::Event{Round::Predict{*mark}};
  if (word == "p" && view.allows(Action::pause)) return Round::Event{Round::Pause{}};
  return Unclear{"type 1 No, 2 Lean no, 3 Hire or 4 Strong hire"};
}

RoundLine read_score(const std::string& word, const Round::View& view) {
  if (word == "a") return Aside::model;
  if (word == "e") return Aside::earlier;
  if (word == "u" && view.allows(Action::undo)) return Round::Event{Round::Undo{}};
  if (word == "u") return Unclear{"there is nothing to take back yet"};
  if (!view.allows(Action::mark)) {
    auto read = read_points(word, view.question.points);
    if (read.fault) return Unclear{std::move(*read.fault)};
    return Round::Event{Round::Tick{std::move(read.points)}};
  }
  if (word.empty() && view.proposed) return Round::Event{Round::Mark{*view.proposed}};
  if (const auto mark = read_mark(word)) return Round::Event{Round::Mark{*mark}};
  return Unclear{view.proposed ? "press Enter to accept, or type 1 No, 2 Lean no, 3 Hire or 4 Strong hire"
                               : "type 1 No, 2 Lean no, 3 Hire or 4 Strong hire"};
}

}  // namespace

RoundLine read_round_line(std::string_view line, const Round::View& view, std::string_view typed,
                          bool pasted) {
  const auto word = fold_case(trimmed(line));
  const bool speaking = view.allows(Action::type);
  if (!speaking && word == "q") return Round::Event{Round::Leave{}};
  if (view.paused) return Round::Event{Round::Resume{}};
  if (speaking) return read_spoken(line, view, typed, pasted);
  switch (view.phase) {
    case RoundPhase::ready:
      if (word.empty()) return Round::Event{Round::Begin{}};
      return Unclear{"press Enter to begin, or type q to leave it for another time"};
    case RoundPhase::predicting: return read_prediction(word, view);
    case RoundPhase::scoring: return read_score(word, view);
    default:
      if (word == "u" && view.allows(Action::undo)) return Round::Event{Round::Undo{}};
      return Spoken{};
  }
}

}  // namespace viva
