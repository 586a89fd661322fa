#include "cli/line_round.hpp"

#include <algorithm>

#include "cli/line_session.hpp"
#include "render/item_page.hpp"
#include "render/round_page.hpp"
#include "render/typed_page.hpp"

namespace viva {

LineRound::LineRound(const Shell& shell, const Bank& bank, const std::vector<Review>& past, Round& round,
                     SaveQueue& queue, Input& input)
    : shell_(shell),
      bank_(bank),
      past_(past),
      round_(shell, round, queue, [this](const auto& trouble) { say_trouble(trouble); }),
      input_(input) {}

void LineRound::start() {
  print_notes(round_.step(Round::Clock{}));  // saves what a changed bank has changed
  present();
}

Input::Patience LineRound::patience() const {
  const auto wake = round_.view().wake;
  return wake ? Input::Patience{*wake - shell_.now().at} : std::nullopt;
}

// An unfinished line belongs to the answer, too.
void LineRound::leave() {
  if (round_.view().allows(Round::Action::type)) round_.step(Round::Type{typed_ + input_.partial()});
  round_.step(Round::Leave{});
}

// Without the empty lines that ended it.
std::string LineRound::answer() const {
  const auto end = typed_.find_last_not_of('\n');
  return end == std::string::npos ? std::string{} : typed_.substr(0, end + 1);
}

std::vector<Review> LineRound::earlier(const Round::View& view) const {
  return earlier_answers(past_, round_.round().state(), view.question);
}

// Does not write into a line that is being typed.
void LineRound::say_trouble(const std::optional<std::string>& trouble) {
  const auto& terminal = shell_.terminal();
  if (!trouble) return terminal.say("Saved again: nothing is missing.", Style::good);
  if (!input_.partial().empty()) terminal.write("\n");
  terminal.say("NOT SAVED, but kept; it is tried again all the time.", Style::bad);
  terminal.complain(*trouble);
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

void LineRound::take(const std::string& line) {
  const auto meaning = read_round_line(line, round_.view(), typed_, input_.pasted());
  std::visit([&](const auto& each) { perform(each); }, meaning);
}

// The text typed so far belongs to the answer that the event ends.
void LineRound::step(const Round::Event& event) {
  const auto notes = round_.step(event);
  typed_.clear();
  print_notes(notes);
  present();
}

void LineRound::perform(const Round::Event& event) {
  left_ = std::holds_alternative<Round::Leave>(event);
  if (left_)
    round_.step(event);
  else
    step(event);
}

void LineRound::perform(const TextLine& line) {
  typed_ += line.text + '\n';
  const auto before = round_.view().phase;
  print_notes(round_.step(Round::Type{typed_}));
  if (round_.view().phase == before) return;
  typed_.clear();
  present();
}

void LineRound::perform(EndOfText) {
  const auto phase = round_.view().phase;
  if (phase == RoundPhase::answering) step(Round::Submit{answer()});
  if (phase == RoundPhase::follow_up) step(Round::Next{answer()});
  if (phase == RoundPhase::finished) left_ = true;
}

void LineRound::perform(OpenEditor) {
  Notes notes;
  const auto edited = edit_at_terminal(shell_, input_, [&] { return round_.edit(answer(), notes); });
  if (!edited) return;
  typed_ = edited->empty() ? *edited : *edited + '\n';
  const auto before = round_.view().phase;
  for (const auto note : round_.step(Round::Type{*edited})) notes.push_back(note);
  print_notes(notes);
  if (round_.view().phase != before) typed_.clear();
  present();
}

void LineRound::perform(ShowPage page) {
  const auto view = round_.view();
  Page shown;
  if (page == ShowPage::earlier_answers) {
    const auto answers = earlier(view);
    if (answers.empty()) return shell_.terminal().say(no_earlier_answer, Style::dim);
    shown = earlier_page(answers, shell_.now().day, columns());
  } else if (view.item) {
    add_answer(shown, bank_.items[*view.item], columns());
    add_references(shown, bank_.items[*view.item], columns());
    if (shown.empty()) return shell_.terminal().say(no_model_answer, Style::dim);
  }
  shown.push_back({});
  shell_.terminal().print(shown);
  ask_scoring(view);
}

void LineRound::print_notes(const Notes& notes) const {
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
      return present_text(view);
    case RoundPhase::follow_up: terminal.print(follow_up_page(view, columns())); return present_text(view);
    case RoundPhase::predicting: return terminal.print(predict_page(columns()));
    case RoundPhase::scoring: return present_scoring(view);
    case RoundPhase::finished:
      left_ = !view.allows(Round::Action::undo);
      if (!left_) terminal.print(scored_page(columns()));
  }
}

// Shows the text of an answer or reply that was begun before.
void LineRound::present_text(const Round::View& view) {
  const auto& text = view.phase == RoundPhase::answering ? view.question.answer : view.question.reply;
  if (text.empty()) return;
  typed_ = text.ends_with('\n') ? text : text + '\n';
  Page page;
  add_typed(page, answer(), columns());
  shell_.terminal().print(page);
}

void LineRound::present_scoring(const Round::View& view) {
  const auto& terminal = shell_.terminal();
  if (!scored_) {
    terminal.write("\n");
    terminal.say("The clock has stopped. Now score yourself: tick only what you really said.", Style::strong);
  }
  const bool fresh = scored_ != view.number;
  scored_ = view.number;
  if (fresh) terminal.print(scoring_page(bank_, view, earlier(view), columns()));
  if (!fresh || view.allows(Round::Action::mark)) ask_scoring(view);
}

void LineRound::ask_scoring(const Round::View& view) {
  shell_.terminal().print(view.allows(Round::Action::mark)
                              ? mark_page(view, columns())
                              : tick_page(bank_, view, earlier(view).size(), columns()));
}

}  // namespace viva
