#include "cli/line_drill.hpp"

#include "cli/editor.hpp"
#include "render/drill_page.hpp"
#include "render/item_page.hpp"
#include "render/typed_page.hpp"

namespace viva {

Input::Event LineDrill::run() {
  present(drill_.view());
  for (auto view = drill_.view(); view.phase != Drill::Phase::finished; view = drill_.view()) {
    std::string line;
    if (const auto event = input_.ask(typed_.empty() ? "> " : "| ", line); event != Input::Event::line) {
      drill_.step(Drill::Quit{}, shell_.now());
      return event;
    }
    std::visit([&](const auto& meaning) { obey(meaning, view); },
               read_drill_line(line, view, points(view), typed_));
  }
  return Input::Event::line;
}

void LineDrill::obey(const Drill::Event& event, const Drill::View&) {
  typed_.clear();
  const auto now = shell_.now();
  const auto trouble = keeper_.step(drill_, event, now);
  const auto view = drill_.view();
  if (view.rated) print(rated_words(*view.rated, trouble ? keeper_.waiting() : 0, now.day));
  if (view.undone) print(undone_words(bank_.items[*view.undone]));
  if (trouble) shell_.terminal().complain(*trouble);
  present(view);
}

void LineDrill::obey(const AnswerLine& answer, const Drill::View&) {
  if (typed_.empty()) print({"An empty line ends your answer.", Style::dim});
  typed_ += (typed_.empty() ? "" : "\n") + answer.text;
  drill_.step(Drill::Type{typed_}, shell_.now());
}

void LineDrill::obey(const OwnEditor&, const Drill::View& view) {
  if (!shell_.terminal().interactive()) return print({"The editor needs a terminal.", Style::warn});
  Edited edited;
  {
    const Input::Lent lent{input_};
    edited = edit_text(typed_, [](const std::string&) {});
  }
  if (edited.trouble) shell_.terminal().complain(*edited.trouble);
  typed_ = std::move(edited.text);
  drill_.step(Drill::Type{typed_}, shell_.now());
  Page page;
  add_typed(page, typed_, columns());
  shell_.terminal().print(page);
  if (typed_.empty()) return ask(view);
  print({"An empty line ends your answer.", Style::dim});
}

void LineDrill::obey(const Show& show, const Drill::View& view) {
  const auto& item = bank_.items[view.item];
  Page page;
  if (show.what == Drill::Action::follow_ups)
    add_follow_ups(page, item, columns());
  else
    page = answer_page(item, columns());
  if (view.proposed) page.push_back({});
  shell_.terminal().print(page);
  ask(view);
}

void LineDrill::obey(const Misread& misread, const Drill::View&) { print({misread.message, Style::warn}); }

void LineDrill::print(const Span& said) const {
  Page page;
  add_wrapped(page, {}, said.text, columns(), said.style);
  shell_.terminal().print(page);
}

void LineDrill::ask(const Drill::View& view) const {
  shell_.terminal().print(keys_page(bank_.items[view.item], view, shell_.now().day, columns()));
}

void LineDrill::present(const Drill::View& view) {
  if (view.phase == Drill::Phase::finished) return;
  const bool new_item = view.phase == Drill::Phase::question || view.item != shown_;
  if (new_item) shell_.terminal().print(question_page(bank_, view, columns()));
  if (view.phase != Drill::Phase::question && (new_item || !hinted_))
    shell_.terminal().print(hint_page(bank_.items[view.item], columns()));
  shown_ = view.item;
  hinted_ = view.phase != Drill::Phase::question;
  ask(view);
}

}  // namespace viva
