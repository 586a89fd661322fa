#include "cli/full_round.hpp"

#include <fmt/format.h>

#include <utility>

#include "cli/full_session.hpp"
#include "render/round_page.hpp"

namespace viva {

FullRound::FullRound(const Shell& shell, RoundSetting setting, Round& round, SaveQueue& queue, Message first)
    : shell_(shell),
      round_(shell, round, queue, [this](const auto& trouble) { show_trouble(trouble); }),
      view_(std::move(setting)) {
  view_.show_message(std::move(first));
}

Frame FullRound::draw(ScreenFormat format) { return view_.draw(round_.round(), shell_.now(), format); }

std::chrono::milliseconds FullRound::patience() const {
  const auto now = shell_.now().at;
  return to_next_second(now, round_.view().deadline.value_or(now));
}

std::optional<TerminalRequest> FullRound::take(const InputEvent& event) {
  const auto request = view_.take(event, round_.round());
  return std::visit([&](const auto& each) { return perform(each); }, request);
}

FullRound::ForTerminal FullRound::perform(const Round::Event& event) {
  show_notes(round_.step(event));
  left_ = std::holds_alternative<Round::Leave>(event);
  return {};
}

FullRound::ForTerminal FullRound::perform(RoundScreen::Leave) {
  left_ = true;
  return {};
}

void FullRound::show_notes(const SavedRound::Notes& notes) {
  const auto now = shell_.now().at;
  for (const auto note : notes) {
    const auto [text, style] = note_span(note, round_.view(), now);
    auto message = warning(text);
    message.style = style;
    view_.show_notice(std::move(message), now);
  }
}

void FullRound::show_trouble(const std::optional<std::string>& trouble) {
  if (trouble) {
    view_.set_status(
        {fmt::format("NOT SAVED, but kept; it is tried again all the time. {}", *trouble), Style::bad});
  } else {
    view_.set_status({});
    view_.show_message({"Saved again: nothing is missing.", Style::good});
  }
}

void FullRound::edit(FullScreen& screen) {
  SavedRound::Notes notes;
  Edited edited;
  {
    const FullScreen::TerminalRelease released{screen};
    edited = round_.edit(view_.text(), notes);
  }
  view_.set_text(edited.text);
  for (const auto note : round_.step(Round::Type{edited.text})) notes.push_back(note);
  show_notes(notes);
  if (edited.trouble) view_.show_message({*edited.trouble, Style::warn});
}

}  // namespace viva
