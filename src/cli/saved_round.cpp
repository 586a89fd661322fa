#include "cli/saved_round.hpp"

#include <utility>

namespace viva {

SavedRound::Notes SavedRound::step(const Round::Event& event) {
  History::Log changes;
  Notes notes;
  for (const auto& effect : round_.step(event, shell_.now())) {
    if (const auto* append = std::get_if<Round::Append>(&effect)) changes.reviews.push_back(append->review);
    if (const auto* retract = std::get_if<Round::Retract>(&effect))
      changes.retractions.push_back({retract->review, retract->at});
    if (const auto* note = std::get_if<Round::Note>(&effect)) notes.push_back(*note);
    if (std::holds_alternative<Round::Save>(effect)) changes.rounds = {round_.state()};
  }
  if (changes == History::Log{}) return notes;
  auto trouble = queue_.save(std::move(changes));
  if (trouble != trouble_) on_trouble_(trouble);
  trouble_ = std::move(trouble);
  return notes;
}

Edited SavedRound::edit(const std::string& text, Notes& notes) {
  bool rung = false;
  return edit_text(text, [&](const std::string& so_far) {
    const auto deadline = round_.view().deadline;
    if (deadline && shell_.now().at < *deadline) {
      for (const auto note : step(Round::Type{so_far})) notes.push_back(note);
    } else if (!std::exchange(rung, true)) {
      shell_.terminal().write("\a");
      shell_.terminal().flush();
    }
  });
}

}  // namespace viva
