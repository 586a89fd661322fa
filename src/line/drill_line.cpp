#include "line/drill_line.hpp"

#include <array>
#include <optional>
#include <utility>

#include "line/points_line.hpp"
#include "render/drill_page.hpp"

namespace viva {
namespace {

struct DrillKey {
  std::string_view letter, word;
  Drill::Action action;
};

constexpr std::array drill_keys{
    DrillKey{"s", "skip", Drill::Action::skip}, DrillKey{"q", "stop", Drill::Action::quit},
    DrillKey{"u", "undo", Drill::Action::undo}, DrillKey{"a", "answer", Drill::Action::answer},
    DrillKey{"f", "follow-ups", Drill::Action::follow_ups}};

DrillLine key_meaning(Drill::Action action) {
  switch (action) {
    case Drill::Action::skip: return Drill::Event{Drill::Skip{}};
    case Drill::Action::quit: return Drill::Event{Drill::Quit{}};
    case Drill::Action::undo: return Drill::Event{Drill::Undo{}};
    case Drill::Action::answer: return ShowPage::model_answer;
    default: return ShowPage::follow_ups;
  }
}

std::optional<DrillLine> read_key(std::string_view text, const Drill::View& view) {
  for (const auto& [letter, word, action] : drill_keys) {
    if (text != letter && text != word) continue;
    if (view.allows(action)) return key_meaning(action);
    if (text == letter) return NotUnderstood{why_not(action, view.phase)};
  }
  return std::nullopt;
}

DrillLine read_answer(std::string_view line, std::string_view typed) {
  const auto text = trimmed(line);
  if (text.empty()) return EndOfText{};
  if (typed.empty() && fold_case(text) == "e") return OpenEditor{};
  return TextLine{typeset_lines(line)};
}

DrillLine read_rating(const std::string& word, const Drill::View& view) {
  if (word.empty() && view.proposed) return Drill::Event{Drill::Rate{*view.proposed}};
  if (const auto rating = read_choice(word, [](int number) { return name(static_cast<Rating>(number)); }))
    return Drill::Event{Drill::Rate{static_cast<Rating>(*rating)}};
  return NotUnderstood{view.proposed ? "press Enter to accept, or type 1 Again, 2 Hard, 3 Good or 4 Easy"
                                     : "type 1 Again, 2 Hard, 3 Good or 4 Easy"};
}

}  // namespace

DrillLine read_drill_line(std::string_view line, const Drill::View& view, std::string_view typed) {
  const bool answering = view.phase == Drill::Phase::question;
  if (answering && !typed.empty()) return read_answer(line, typed);
  const auto word = fold_case(trimmed(line));
  if (auto key = read_key(word, view)) return std::move(*key);
  switch (view.phase) {
    case Drill::Phase::points: return read_ticks<Drill>(word, static_cast<int>(view.asked.size()));
    case Drill::Phase::rating: return read_rating(word, view);
    default: return read_answer(line, typed);
  }
}

}  // namespace viva
