// What a screen asks for, in a word or two: "Reveal", "Tick 1 3", "Rate Good", "editor"; nothing: "".
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "tui/browse_screen.hpp"
#include "tui/drill_screen.hpp"
#include "tui/key_table.hpp"
#include "tui/round_screen.hpp"

namespace viva::test {

inline std::string numbers(const std::vector<int>& all) {
  std::string text;
  for (const int number : all) text += " " + std::to_string(number);
  return text.empty() ? " none" : text;
}

inline std::string quoted(const std::string& text) { return text.empty() ? "" : " '" + text + "'"; }

struct RequestWords {
  std::string operator()(std::monostate) const { return ""; }
  std::string operator()(const Drill::Event& event) const { return std::visit(*this, event); }
  std::string operator()(const Round::Event& event) const { return std::visit(*this, event); }
  std::string operator()(TerminalRequest request) const {
    switch (request) {
      case TerminalRequest::interrupt: return "interrupt";
      case TerminalRequest::suspend: return "suspend";
      case TerminalRequest::redraw: return "redraw";
      case TerminalRequest::editor: break;
    }
    return "editor";
  }

  std::string operator()(const Drill::Reveal& event) const { return "Reveal" + quoted(event.answer); }
  std::string operator()(const Drill::Tick& event) const { return "Tick" + numbers(event.points); }
  std::string operator()(const Drill::Rate& event) const { return "Rate " + std::string{name(event.rating)}; }
  std::string operator()(const Drill::Skip&) const { return "Skip"; }
  std::string operator()(const Drill::Undo&) const { return "Undo"; }
  std::string operator()(const Drill::Quit&) const { return "Quit"; }
  std::string operator()(const Drill::Type& event) const { return "Type" + quoted(event.text); }

  std::string operator()(const Round::Begin&) const { return "Begin"; }
  std::string operator()(const Round::Type& event) const { return "Type" + quoted(event.text); }
  std::string operator()(const Round::Submit& event) const { return "Submit" + quoted(event.answer); }
  std::string operator()(const Round::Next& event) const { return "Next" + quoted(event.reply); }
  std::string operator()(const Round::Predict& event) const {
    return "Predict " + std::to_string(event.mark);
  }
  std::string operator()(const Round::Pause&) const { return "Pause"; }
  std::string operator()(const Round::Resume&) const { return "Resume"; }
  std::string operator()(const Round::Tick& event) const { return "Tick" + numbers(event.points); }
  std::string operator()(const Round::Mark& event) const { return "Mark " + std::to_string(event.mark); }
  std::string operator()(const Round::Undo&) const { return "Undo"; }
  std::string operator()(const Round::Leave&) const { return "Leave"; }
  std::string operator()(const Round::Abandon&) const { return "Abandon"; }
  std::string operator()(const Round::Clock&) const { return "Clock"; }
  std::string operator()(const RoundScreen::Leave&) const { return "close"; }

  std::string operator()(const BrowseScreen::Leave&) const { return "quit"; }
  std::string operator()(const BrowseScreen::DrillThese& these) const {
    std::string text;
    for (const auto item : these.items) text += " " + std::to_string(item);
    return "drill" + text;
  }
};

template <typename Request>
std::string request_words(const Request& request) {
  return std::visit(RequestWords{}, request);
}

}  // namespace viva::test
