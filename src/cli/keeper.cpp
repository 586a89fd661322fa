#include "cli/keeper.hpp"

#include <algorithm>
#include <utility>
#include <variant>

#include "store/history_lines.hpp"
#include "viva/base/error.hpp"

namespace viva {
namespace {

template <typename T>
void add(std::vector<T>& waiting, std::vector<T> changes) {
  waiting.insert(waiting.end(), std::make_move_iterator(changes.begin()),
                 std::make_move_iterator(changes.end()));
}

void add(std::vector<RoundState>& waiting, RoundState round) {
  const auto same = std::ranges::find(waiting, round.id, &RoundState::id);
  if (same == waiting.end())
    waiting.push_back(std::move(round));
  else if (round.revision >= same->revision)
    *same = std::move(round);
}

// What the effects of a drill add to the history.
History::Log log_of(const std::vector<Drill::Effect>& effects) {
  History::Log log;
  for (const auto& effect : effects) {
    if (const auto* append = std::get_if<Drill::Append>(&effect)) log.reviews.push_back(append->review);
    if (const auto* retract = std::get_if<Drill::Retract>(&effect))
      log.retractions.push_back({retract->review, retract->at});
  }
  return log;
}

}  // namespace

Keeper::Keeper(std::string history_file) : file_(std::move(history_file)) {}

std::optional<std::string> Keeper::check() { return keep({}); }

std::optional<std::string> Keeper::keep(History::Log changes) {
  add(waiting_.reviews, std::move(changes.reviews));
  add(waiting_.retractions, std::move(changes.retractions));
  add(waiting_.interviews, std::move(changes.interviews));
  for (auto& round : changes.rounds) add(waiting_.rounds, std::move(round));
  try {
    if (!history_) history_.emplace(file_, History::Access::write);
    if (!idle()) history_->merge(waiting_);
    waiting_ = {};
    return std::nullopt;
  } catch (const Error& error) {
    history_.reset();
    return error.what();
  }
}

std::optional<std::string> Keeper::step(Drill& drill, const Drill::Event& event, Now now) {
  const auto effects = drill.step(event, now);
  return effects.empty() ? std::nullopt : keep(log_of(effects));
}

bool Keeper::idle() const { return waiting_ == History::Log{}; }

std::size_t Keeper::waiting() const { return waiting_.reviews.size() + waiting_.retractions.size(); }

std::string Keeper::lines() const { return write_lines(waiting_); }

}  // namespace viva
