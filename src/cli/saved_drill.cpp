#include "cli/saved_drill.hpp"

#include "render/drill_page.hpp"

namespace viva {

SavedDrill::Outcome SavedDrill::step(const Drill::Event& event) {
  const auto now = shell_.now();
  History::Log changes;
  for (const auto& effect : drill_.step(event, now)) {
    if (const auto* append = std::get_if<Drill::Append>(&effect)) changes.reviews.push_back(append->review);
    if (const auto* retract = std::get_if<Drill::Retract>(&effect))
      changes.retractions.push_back({retract->review, retract->at});
  }
  Outcome outcome;
  if (changes != History::Log{}) outcome.trouble = queue_.save(std::move(changes));
  const auto view = drill_.view();
  if (view.rated) outcome.said = rated_words(*view.rated, outcome.trouble ? queue_.answers() : 0, now.day);
  if (view.undone) outcome.said = undone_words(bank_.items[*view.undone]);
  return outcome;
}

}  // namespace viva
