// Part of viva/session/round.hpp: what there is to show.
#include <algorithm>

#include "viva/memory/score.hpp"
#include "viva/session/round.hpp"

namespace viva {

bool Round::View::allows(Action action) const { return std::ranges::find(allowed, action) != allowed.end(); }

std::string Round::follow_up() const {
  const auto& item = items_[state_.current];
  const auto which = static_cast<std::size_t>(question().follow_up);
  if (!item || question().follow_up < 0 || which >= bank_->items[*item].follow_ups.size()) return {};
  return bank_->items[*item].follow_ups[which];
}

Round::View Round::view() const {
  View view;
  view.phase = state_.phase;
  view.paused = state_.paused;
  for (const auto action :
       {Action::begin, Action::type, Action::submit, Action::next, Action::predict, Action::pause,
        Action::resume, Action::tick, Action::mark, Action::undo, Action::leave, Action::abandon})
    if (allowed(action)) view.allowed.push_back(action);
  const bool scoring = state_.phase == RoundPhase::scoring;
  const auto counts = [&](const RoundQuestion& q) {
    return scoring ? q.reach == Reach::reached : q.reach != Reach::gone;
  };
  view.total = static_cast<std::size_t>(std::ranges::count_if(state_.questions, counts));
  if (state_.phase == RoundPhase::ready || state_.phase == RoundPhase::finished) return view;

  const auto current = state_.questions.begin() + static_cast<std::ptrdiff_t>(state_.current);
  view.number = 1 + static_cast<std::size_t>(std::count_if(state_.questions.begin(), current, counts));
  view.item = items_[state_.current];
  view.question = question();
  if (scoring) {
    if (state_.ticks_given)
      view.proposed = propose_mark(static_cast<int>(question().ticked.size()), question().points);
    return view;
  }
  if (state_.phase == RoundPhase::follow_up) view.follow_up = follow_up();
  view.deadline = state_.deadline;
  if (state_.phase == RoundPhase::answering)
    view.question_deadline = state_.shown + std::chrono::seconds{question().budget};
  if (!state_.paused) view.wake = next_wake();
  return view;
}

}  // namespace viva
