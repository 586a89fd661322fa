#include "full_drill.hpp"

#include <algorithm>

#include "drill_page.hpp"
#include "editor.hpp"

namespace viva {

std::unique_ptr<FullScreen> open_full_screen(const Shell& shell) {
  const auto& terminal = shell.terminal();
  return FullScreen::open({terminal.palette().colour, terminal.is_ascii(), shell.options().width});
}

std::chrono::milliseconds to_next_second(Instant now, Instant whole) {
  using namespace std::chrono_literals;
  const auto passed = (now - whole) % 1s;
  return 1s - (passed < 0s ? passed + 1s : passed) + 1ms;
}

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

void FullDrill::quit() {
  unrated_ = view_.unrated(drill_.view());
  drill_.step(Drill::Quit{}, shell_.now());
}

bool FullDrill::obey(const Drill::Event& event) {
  if (std::holds_alternative<Drill::Quit>(event)) return quit(), false;
  const auto now = shell_.now();
  const auto before = drill_.view();
  const auto trouble = keeper_.step(drill_, event, now);
  const auto view = drill_.view();
  const bool undone = std::holds_alternative<Drill::Undo>(event) && before.phase != Drill::Phase::rating;
  Message said;
  if (view.rated) said = to_message(rated_words(*view.rated, trouble ? keeper_.waiting() : 0, now.day));
  if (undone) said = to_message(undone_words(bank_.items[view.item]));
  if (trouble) said = {said.text + " " + *trouble, Style::bad};
  if (!said.text.empty()) view_.tell(std::move(said));
  return false;
}

bool FullDrill::obey(Wish wish) {
  switch (wish) {
    case Wish::interrupt: quit(); return true;
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
  view_.set_answer(std::move(edited.text));
  if (edited.trouble) view_.tell({*edited.trouble, Style::warn});
}

}  // namespace viva
