#include "cli/line_drill.hpp"

#include <utility>

#include "cli/editor.hpp"
#include "cli/line_session.hpp"
#include "render/drill_page.hpp"
#include "render/item_page.hpp"
#include "render/typed_page.hpp"

namespace viva {
namespace {

constexpr std::string_view how_to_end = "An empty line ends your answer.";

}  // namespace

void LineDrill::take(const std::string& line) {
  const auto view = drill_.view();
  const auto meaning = read_drill_line(line, view, typed_);
  std::visit([&](const auto& each) { perform(each); }, meaning);
}

void LineDrill::perform(const Drill::Event& event) {
  typed_.clear();
  const auto [said, trouble] = drill_.step(event);
  if (!said.text.empty()) shell_.terminal().say(said.text, said.style);
  if (trouble) shell_.terminal().complain(*trouble);
  present();
}

void LineDrill::perform(const TextLine& line) {
  if (typed_.empty()) shell_.terminal().say(how_to_end, Style::dim);
  typed_ += (typed_.empty() ? "" : "\n") + line.text;
  drill_.step(Drill::Type{typed_});
}

void LineDrill::perform(OpenEditor) {
  auto edited =
      edit_at_terminal(shell_, input_, [&] { return edit_text(typed_, [](const std::string&) {}); });
  if (!edited) return;
  typed_ = std::move(*edited);
  drill_.step(Drill::Type{typed_});
  Page page;
  add_typed(page, typed_, columns());
  shell_.terminal().print(page);
  if (typed_.empty()) return ask();
  shell_.terminal().say(how_to_end, Style::dim);
}

void LineDrill::perform(ShowPage page) {
  const auto view = drill_.view();
  Page shown;
  if (page == ShowPage::follow_ups)
    add_follow_ups(shown, item(view), columns());
  else
    shown = answer_page(item(view), columns());
  if (view.proposed) shown.push_back({});
  shell_.terminal().print(shown);
  ask();
}

void LineDrill::present() {
  const auto view = drill_.view();
  if (view.phase == Drill::Phase::finished) return;
  const bool new_item = view.phase == Drill::Phase::question || view.item != shown_;
  if (new_item) shell_.terminal().print(question_page(bank_, view, columns()));
  if (view.phase != Drill::Phase::question && (new_item || !hinted_))
    shell_.terminal().print(hint_page(item(view), view.asked, columns()));
  shown_ = view.item;
  hinted_ = view.phase != Drill::Phase::question;
  ask();
}

void LineDrill::ask() {
  const auto view = drill_.view();
  shell_.terminal().print(keys_page(view, shell_.now().day, columns()));
}

}  // namespace viva
