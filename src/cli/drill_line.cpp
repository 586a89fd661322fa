#include "drill_line.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "viva/text.hpp"

namespace viva {
namespace {

using Action = Drill::Action;

std::string_view trimmed(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

struct Key {
  std::string_view letter, word;
  Action action;
};

constexpr std::array keys{Key{"s", "skip", Action::skip}, Key{"q", "stop", Action::quit},
                          Key{"u", "undo", Action::undo}, Key{"a", "answer", Action::answer},
                          Key{"f", "follow-ups", Action::follow_ups}};

std::string why_not(Action action, Drill::Phase phase) {
  if (action == Action::undo) return "there is nothing to take back yet";
  if (phase == Drill::Phase::question) return "answer first: Enter shows the hint, then there is more to see";
  return action == Action::answer ? "the bank has no model answer to this question"
                                  : "the bank has no follow-ups to this question";
}

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

std::optional<int> read_number(std::string_view text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size() || number < 0) return std::nullopt;
  return number;
}

// "3" or "2-4"; nothing where it is neither, or not within the points.
std::vector<int> read_range(std::string_view word, int points) {
  const auto dash = word.find('-');
  const auto first = read_number(word.substr(0, dash));
  const auto last = dash == std::string_view::npos ? first : read_number(word.substr(dash + 1));
  std::vector<int> range;
  if (!first || !last || *first < 1 || *last > points) return range;
  for (int point = *first; point <= *last; ++point) range.push_back(point);
  return range;
}

DrillLine read_points(const std::string& line, int points) {
  Drill::Tick tick;
  if (line == "none" || line == "0") return Drill::Event{tick};
  for (std::size_t at = 0; at < line.size();) {
    const auto begin = line.find_first_not_of(" ,;\t", at);
    if (begin == std::string::npos) break;
    at = std::min(line.find_first_of(" ,;\t", begin), line.size());
    const auto word = line.substr(begin, at - begin);
    const auto range =
        word == "all" ? read_range(fmt::format("1-{}", points), points) : read_range(word, points);
    if (range.empty())
      return Misread{fmt::format("\"{}\" is not among the points 1 to {}: type numbers, \"all\" or \"none\"",
                                 word, points)};
    tick.points.insert(tick.points.end(), range.begin(), range.end());
  }
  if (tick.points.empty()) return Misread{"type the numbers of the points you made, \"all\" or \"none\""};
  return Drill::Event{std::move(tick)};
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
  if (view.phase == Drill::Phase::points) return read_points(word, points);
  if (view.phase == Drill::Phase::rating) return read_rating(word, view);
  if (text.empty()) return Drill::Event{Drill::Reveal{}};
  return AnswerLine{printable(line)};
}

}  // namespace viva
