#include "line/round_line.hpp"

#include <optional>
#include <utility>

#include "line/points_line.hpp"
#include "viva/memory/score.hpp"

namespace viva {
namespace {

// Within an answer only what nobody says in an answer means anything else.
RoundLine read_answer(std::string_view line, const Round::View& view, std::string_view typed, bool pasted) {
  const auto word = trimmed(line);
  if (pasted) return TextLine{with_newlines(line)};
  if (word == "." || (word.empty() && (typed == "\n" || typed.ends_with("\n\n")))) return EndOfText{};
  if (word == "e") return OpenEditor{};
  if (typed.empty() && word == "p" && view.allows(Round::Action::pause)) return Round::Event{Round::Pause{}};
  if (typed.empty() && word == "q") return Round::Event{Round::Leave{}};
  return TextLine{with_newlines(line)};
}

RoundLine read_prediction(const std::string& word, const Round::View& view) {
  if (const auto mark = read_choice(word, mark_name)) return Round::Event{Round::Predict{*mark}};
  if (word == "p" && view.allows(Round::Action::pause)) return Round::Event{Round::Pause{}};
  return NotUnderstood{"type 1 No, 2 Lean no, 3 Hire or 4 Strong hire"};
}

RoundLine read_mark(const std::string& word, const Round::View& view) {
  if (word.empty() && view.proposed) return Round::Event{Round::Mark{*view.proposed}};
  if (const auto mark = read_choice(word, mark_name)) return Round::Event{Round::Mark{*mark}};
  return NotUnderstood{view.proposed
                           ? "press Enter to accept, or type 1 No, 2 Lean no, 3 Hire or 4 Strong hire"
                           : "type 1 No, 2 Lean no, 3 Hire or 4 Strong hire"};
}

RoundLine read_score(const std::string& word, const Round::View& view) {
  if (word == "a") return ShowPage::model_answer;
  if (word == "e") return ShowPage::earlier_answers;
  if (word == "u" && view.allows(Round::Action::undo)) return Round::Event{Round::Undo{}};
  if (word == "u") return NotUnderstood{"there is nothing to take back yet"};
  return view.allows(Round::Action::mark) ? read_mark(word, view)
                                          : read_ticks<Round>(word, view.question.points);
}

}  // namespace

RoundLine read_round_line(std::string_view line, const Round::View& view, std::string_view typed,
                          bool pasted) {
  const auto word = fold_case(trimmed(line));
  const bool answering = view.allows(Round::Action::type);
  if (!answering && word == "q") return Round::Event{Round::Leave{}};
  if (view.paused) return Round::Event{Round::Resume{}};
  if (answering) return read_answer(line, view, typed, pasted);
  switch (view.phase) {
    case RoundPhase::ready:
      if (word.empty()) return Round::Event{Round::Begin{}};
      return NotUnderstood{"press Enter to begin, or type q to leave it for another time"};
    case RoundPhase::predicting: return read_prediction(word, view);
    case RoundPhase::scoring: return read_score(word, view);
    default:
      if (word == "u" && view.allows(Round::Action::undo)) return Round::Event{Round::Undo{}};
      return EndOfText{};
  }
}

}  // namespace viva
