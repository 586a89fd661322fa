#include "line/drill_line.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "line/points_line.hpp"
#include "render/drill_page.hpp"
#include "viva/base/text.hpp"

namespace viva {
namespace {

using Action = Drill::Action;

struct Key {
  std::string_view letter, word;
  Action action;
};

constexpr std::array keys{Key{"s", "skip", Action::skip}, Key{"q", "stop", Action::quit},
                          Key{"u", "undo", Action::undo}, Key{"a", "answer", Action::answer},
                          Key{"f", "follow-ups", Action::follow_ups}};

DrillLine meaning(Action action) {
  switch (action) {
    case Action::skip: return Drill::Event{Drill::Skip{}};
    case Action::quit: return Drill::Event{Drill::Quit{}};
    case Action::undo: return Drill::Event{Drill::Undo{}};
    default: return Show{action};
  }
}

std::optional<DrillLine> read_key(std::string_view text, const Drill::View& view) {
  for (const auto& [letter, word, action] : keys) {
    if (text != letter && text != word) continue;
    if (view.allows(action)) return meaning(action);
    if (text == letter) return Misread{why_not(action, view.phase)};
  }
  return std::nullopt;
}

DrillLine read_ticks(const std::string& line, int points) {
  auto read = read_points(line, points);
  if (read.fault) return Misread{std::move(*read.fault)};
  return Drill::Event{Drill::Tick{std::move(read.points)}};
}

DrillLine read_rating(const std::string& line, const Drill::View& view) {
  if (line.empty() && view.proposed) return Drill::Event{Drill::Rate{*view.proposed}};
  for (int rating = 1; rating <= 4; ++rating) {
    const auto value = static_cast<Rating>(rating);
    if (line == fmt::format("{}", rating) || line == fold_case(name(value)))
      return Drill::Event{Drill::Rate{value}};
  }
  return Misread{view.proposed ? "press Enter to accept, or type 1 Again, 2 Hard, 3 Good or 4 Easy"
                               : "type 1 Again, 2 Hard, 3 Good or 4 Easy"};
}

}  // namespace

DrillLine read_drill_line(std::string_view line, const Drill::View& view, int points,
                          std::string_view typed) {
  const auto text = trimmed(line);
  if (view.phase == Drill::Phase::question && !typed.empty()) {
    if (text.empty()) return Drill::Event{Drill::Reveal{std::string{typed}}};
    return AnswerLine{printable(line)};
  }
  const auto word = fold_case(text);
  if (auto key = read_key(word, view)) return std::move(*key);
  if (view.phase == Drill::Phase::points) return read_ticks(word, points);
  if (view.phase == Drill::Phase::rating) return read_rating(word, view);
  if (text.empty()) return Drill::Event{Drill::Reveal{}};
  if (word == "e") return OwnEditor{};
  return AnswerLine{printable(line)};
}

}  // namespace viva
