#include "cli/line_round.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "render/item_page.hpp"
#include "render/round_page.hpp"
#include "render/typed_page.hpp"

namespace viva {

LineRound::LineRound(const Shell& shell, const Bank& bank, const std::vector<Review>& past, Round& round,
                     Keeper& keeper, Input& input)
    : shell_(shell),
      bank_(bank),
      past_(past),
      round_(shell, round, keeper, [this](const auto& trouble) { tell(trouble); }),
      input_(input) {}

Input::Event LineRound::run() {
  show(round_.step(Round::Clock{}));  // saves what a changed bank has changed
  present();
  while (!confirmed_) {
    const auto view = round_.view();
    std::string line;
    const auto event = input_.ask(typed_.empty() ? "> " : "| ", line, patience(view));
    if (event == Input::Event::timeout) {
      pass_time();
    } else if (event != Input::Event::line) {
      leave();
      return event;
    } else if (!read(line)) {
      return Input::Event::line;
    }
  }
  return Input::Event::line;
}

// What was typed of a line belongs to it, too.
void LineRound::leave() {
  if (round_.view().allows(Round::Action::type)) round_.step(Round::Type{typed_ + input_.partial()});
  round_.step(Round::Leave{});
}

Input::Patience LineRound::patience(const Round::View& view) const {
  if (!view.wake) return std::nullopt;
  return *view.wake - shell_.now().at;
}

// Without the empty lines that ended it.
std::string LineRound::answer() const {
  const auto end = typed_.find_last_not_of('\n');
  return end == std::string::npos ? std::string{} : typed_.substr(0, end + 1);
}

std::vector<Review> LineRound::earlier(const Round::View& view) const {
  return earlier_answers(past_, round_.round().state(), view.question);
}

// Not in the middle of a line.
void LineRound::tell(const std::optional<std::string>& trouble) {
  if (!trouble) return say("Saved again: nothing is missing.", Style::good);
  if (!input_.partial().empty()) shell_.terminal().write("\n");
  say("NOT SAVED, but kept; it is tried again all the time.", Style::bad);
  shell_.terminal().complain(*trouble);
}

void LineRound::pass_time() {
  const auto before = round_.view();
  const auto notes = before.allows(Round::Action::type) ? round_.step(Round::Type{typed_ + input_.partial()})
                                                        : round_.step(Round::Clock{});
  const bool over = round_.view().phase != before.phase;
  if (over) input_.drop();
  Page page;
  for (const auto note : notes)
    for (auto& line : clock_page(note, round_.view(), shell_.now().at, columns()))
      page.push_back(std::move(line));
  if (!page.empty()) input_.interject(page);
  if (!over) return;
  typed_.clear();
  present();
}

// False: the round was left.
bool LineRound::read(const std::string& line) {
  const auto meaning = read_round_line(line, round_.view(), typed_, input_.pasted());
  std::visit([&](const auto& meant) { obey(meant); }, meaning);
  const auto* event = std::get_if<Round::Event>(&meaning);
  return !event || !std::holds_alternative<Round::Leave>(*event);
}

// What was typed belongs to the answer that ends here.
void LineRound::act(const Round::Event& event) {
  const auto notes = round_.step(event);
  typed_.clear();
  show(notes);
  present();
}

void LineRound::obey(const Round::Event& event) {
  if (std::holds_alternative<Round::Leave>(event))
    round_.step(event);
  else
    act(event);
}

void LineRound::obey(const SpokenLine& line) {
  typed_ += line.text + '\n';
  const auto before = round_.view().phase;
  show(round_.step(Round::Type{typed_}));
  if (round_.view().phase == before) return;
  typed_.clear();
  present();
}

void LineRound::obey(const Spoken&) {
  const auto phase = round_.view().phase;
  if (phase == RoundPhase::answering) act(Round::Submit{answer()});
  if (phase == RoundPhase::follow_up) act(Round::Next{answer()});
  if (phase == RoundPhase::finished) confirmed_ = true;
}

void LineRound::obey(const Aside& aside) {
  if (aside == Aside::editor) return edit();
  const auto view = round_.view();
  Page page;
  if (aside == Aside::earlier) {
    const auto answers = earlier(view);
    if (answers.empty()) return say(no_earlier_answer, Style::dim);
    page = earlier_page(answers, shell_.now().day, columns());
  } else if (view.item) {
    add_answer(page, bank_.items[*view.item], columns());
    add_references(page, bank_.items[*view.item], columns());
    if (page.empty()) return say(no_model_answer, Style::dim);
  }
  page.push_back({});
  shell_.terminal().print(page);
  ask_scoring(view);
}

void LineRound::obey(const Unclear& unclear) { say(unclear.message, Style::warn); }

void LineRound::edit() {
  if (!shell_.terminal().interactive()) return say("The editor needs a terminal.", Style::warn);
  Notes notes;
  Edited edited;
  {
    const Input::Lent lent{input_};
    edited = round_.edit(answer(), notes);
  }
  if (edited.trouble) shell_.terminal().complain(*edited.trouble);
  typed_ = edited.text.empty() ? edited.text : edited.text + '\n';
  const auto before = round_.view().phase;
  for (const auto note : round_.step(Round::Type{edited.text})) notes.push_back(note);
  show(notes);
  if (round_.view().phase != before) typed_.clear();
  present();
}

void LineRound::say(std::string_view text, Style style) const {
  Page page;
  add_wrapped(page, {}, text, columns(), style);
  shell_.terminal().print(page);
}

void LineRound::show(const Notes& notes) const {
  for (const auto note : notes)
    shell_.terminal().print(clock_page(note, round_.view(), shell_.now().at, columns()));
}

void LineRound::present() {
  const auto view = round_.view();
  const auto& terminal = shell_.terminal();
  if (view.paused) return terminal.print(paused_page(columns()));
  switch (view.phase) {
    case RoundPhase::ready:
      terminal.print(briefing_page(bank_, round_.round().state(), answer_by_lines, columns()));
      return terminal.print(begin_page(columns()));
    case RoundPhase::answering:
      terminal.print(asked_page(bank_, view, shell_.now().at, columns()));
      return present_spoken(view);
    case RoundPhase::follow_up: terminal.print(follow_up_page(view, columns())); return present_spoken(view);
    case RoundPhase::predicting: return terminal.print(predict_page(columns()));
    case RoundPhase::scoring: return present_scoring(view);
    case RoundPhase::finished:
      confirmed_ = !view.allows(Round::Action::undo);
      if (!confirmed_) terminal.print(scored_page(columns()));
  }
}

// An answer that was begun before goes on.
void LineRound::present_spoken(const Round::View& view) {
  const auto& text = view.phase == RoundPhase::answering ? view.question.answer : view.question.reply;
  if (text.empty()) return;
  typed_ = text.ends_with('\n') ? text : text + '\n';
  Page page;
  add_typed(page, answer(), columns());
  shell_.terminal().print(page);
}

void LineRound::present_scoring(const Round::View& view) {
  if (!scored_) {
    shell_.terminal().write("\n");
    say("The clock has stopped. Now score yourself: tick only what you really said.", Style::strong);
  }
  const bool fresh = scored_ != view.number;
  scored_ = view.number;
  if (fresh) shell_.terminal().print(scoring_page(bank_, view, earlier(view), columns()));
  if (!fresh || view.allows(Round::Action::mark)) ask_scoring(view);
}

void LineRound::ask_scoring(const Round::View& view) {
  shell_.terminal().print(view.allows(Round::Action::mark)
                              ? mark_page(view, columns())
                              : tick_page(bank_, view, earlier(view).size(), columns()));
}

}  // namespace viva
