#include "cli/full_round.hpp"

#include <fmt/format.h>

#include <utility>

#include "cli/open_full_screen.hpp"
#include "render/round_page.hpp"

namespace viva {

FullRound::FullRound(const Shell& shell, RoundSetting setting, Round& round, Keeper& keeper,
                     FullScreen& screen)
    : shell_(shell),
      round_(shell, round, keeper, [this](const auto& trouble) { tell(trouble); }),
      screen_(screen),
      view_(std::move(setting)) {}

bool FullRound::run(const Message& first) {
  view_.tell(first);
  say(round_.step(Round::Clock{}));  // saves what a changed bank has changed
  for (auto going = Going::on; going == Going::on;) {
    draw();
    const auto stroke = screen_.wait(patience());
    if (!stroke) {
      say(round_.step(Round::Clock{}));
      continue;
    }
    const auto request = view_.take(*stroke, round_.round());
    going = std::visit([&](const auto& wanted) { return obey(wanted); }, request);
    if (going == Going::interrupted) return true;
  }
  return false;
}

void FullRound::draw() { screen_.show(view_.draw(round_.round(), shell_.now(), screen_.look())); }

std::chrono::milliseconds FullRound::patience() const {
  const auto now = shell_.now().at;
  return to_next_second(now, round_.view().deadline.value_or(now));
}

void FullRound::say(const KeptRound::Notes& notes) {
  const auto now = shell_.now().at;
  for (const auto note : notes) {
    const auto [text, style] = note_span(note, round_.view(), now);
    auto message = warning(text);
    message.style = style;
    view_.note(std::move(message), now);
  }
}

void FullRound::tell(const std::optional<std::string>& trouble) {
  if (trouble) {
    view_.stand(
        {fmt::format("NOT SAVED, but kept; it is tried again all the time. {}", *trouble), Style::bad});
  } else {
    view_.stand({});
    view_.tell({"Saved again: nothing is missing.", Style::good});
  }
}

FullRound::Going FullRound::obey(const Round::Event& event) {
  say(round_.step(event));
  return std::holds_alternative<Round::Leave>(event) ? Going::left : Going::on;
}

// What was typed is in the round's state already.
FullRound::Going FullRound::obey(Wish wish) {
  switch (wish) {
    case Wish::interrupt: round_.step(Round::Leave{}); return Going::interrupted;
    case Wish::suspend: screen_.suspend(); break;
    case Wish::redraw: screen_.redraw(); break;
    case Wish::editor: edit(); break;
  }
  return Going::on;
}

void FullRound::edit() {
  KeptRound::Notes notes;
  Edited edited;
  {
    const FullScreen::Lent lent{screen_};
    edited = round_.edit(view_.text(), notes);
  }
  view_.set_text(edited.text);
  for (const auto note : round_.step(Round::Type{edited.text})) notes.push_back(note);
  say(notes);
  if (edited.trouble) view_.tell({*edited.trouble, Style::warn});
}

}  // namespace viva
