#include "cli/full_drill.hpp"

#include "cli/editor.hpp"
#include "cli/open_full_screen.hpp"
#include "render/drill_page.hpp"

namespace viva {

bool FullDrill::run(const Message& first) {
  view_.tell(first);
  while (drill_.view().phase != Drill::Phase::finished) {
    draw();
    const auto stroke = screen_.wait(to_next_second(shell_.now().at, drill_.asked()));
    if (!stroke) continue;
    const auto request = view_.take(*stroke, drill_.view());
    if (std::visit([&](const auto& wanted) { return obey(wanted); }, request)) return true;
  }
  return false;
}

void FullDrill::draw() {
  const auto now = shell_.now();
  screen_.show(view_.draw(drill_.view(), drill_.seconds(now.at), now.day, screen_.look()));
}

bool FullDrill::obey(const Drill::Event& event) {
  const auto now = shell_.now();
  const auto trouble = keeper_.step(drill_, event, now);
  const auto view = drill_.view();
  Message said;
  if (view.rated) said = to_message(rated_words(*view.rated, trouble ? keeper_.waiting() : 0, now.day));
  if (view.undone) said = to_message(undone_words(bank_.items[*view.undone]));
  if (trouble) said = {said.text + " " + *trouble, Style::bad};
  if (!said.text.empty()) view_.tell(std::move(said));
  return false;
}

bool FullDrill::obey(Wish wish) {
  switch (wish) {
    case Wish::interrupt: drill_.step(Drill::Quit{}, shell_.now()); return true;
    case Wish::suspend: screen_.suspend(); break;
    case Wish::redraw: screen_.redraw(); break;
    case Wish::editor: edit(); break;
  }
  return false;
}

void FullDrill::edit() {
  Edited edited;
  {
    const FullScreen::Lent lent{screen_};
    edited = edit_text(view_.answer(), [](const std::string&) {});
  }
  const auto request = view_.set_answer(std::move(edited.text));
  if (const auto* typed = std::get_if<Drill::Event>(&request)) obey(*typed);
  if (edited.trouble) view_.tell({*edited.trouble, Style::warn});
}

}  // namespace viva
