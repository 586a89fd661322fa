#include "cli/full_drill.hpp"

#include <utility>

#include "cli/editor.hpp"
#include "cli/full_session.hpp"

namespace viva {

FullDrill::FullDrill(const Shell& shell, const Bank& bank, Drill& drill, SaveQueue& queue, Message first)
    : shell_(shell), drill_(shell, bank, drill, queue), view_(bank) {
  view_.show_message(std::move(first));
}

Frame FullDrill::draw(ScreenFormat format) {
  const auto now = shell_.now();
  return view_.draw(drill_.view(), drill_.drill().seconds(now.at), now.day, format);
}

std::chrono::milliseconds FullDrill::patience() const {
  return to_next_second(shell_.now().at, drill_.drill().asked());
}

std::optional<TerminalRequest> FullDrill::take(const InputEvent& event) {
  const auto request = view_.take(event, drill_.view());
  return std::visit([&](const auto& each) { return perform(each); }, request);
}

FullDrill::ForTerminal FullDrill::perform(const Drill::Event& event) {
  auto [said, trouble] = drill_.step(event);
  if (trouble) said = {said.text + " " + *trouble, Style::bad};
  if (!said.text.empty()) view_.show_message(to_message(std::move(said)));
  return {};
}

void FullDrill::edit(FullScreen& screen) {
  Edited edited;
  {
    const FullScreen::TerminalRelease released{screen};
    edited = edit_text(view_.answer(), [](const std::string&) {});
  }
  const auto request = view_.set_answer(std::move(edited.text));
  if (const auto* typed = std::get_if<Drill::Event>(&request)) perform(*typed);
  if (edited.trouble) view_.show_message({*edited.trouble, Style::warn});
}

}  // namespace viva
