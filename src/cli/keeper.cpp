#include "keeper.hpp"

#include <utility>
#include <variant>

#include "history_lines.hpp"
#include "viva/error.hpp"

namespace viva {

Keeper::Keeper(std::string history_file) : file_(std::move(history_file)) {}

std::optional<std::string> Keeper::check() { return keep({}); }

std::optional<std::string> Keeper::keep(const std::vector<Drill::Effect>& effects) {
  waiting_.insert(waiting_.end(), effects.begin(), effects.end());
  try {
    if (!history_) history_.emplace(file_, History::Access::write);
    for (; !waiting_.empty(); waiting_.pop_front()) write(waiting_.front());
    return std::nullopt;
  } catch (const Error& error) {
    history_.reset();
    return error.what();
  }
}

void Keeper::write(const Drill::Effect& effect) {
  if (const auto* append = std::get_if<Drill::Append>(&effect)) history_->append(append->review);
  if (const auto* retract = std::get_if<Drill::Retract>(&effect))
    history_->retract({retract->review, retract->at});
}

std::string Keeper::lines() const {
  History::Log log;
  for (const auto& effect : waiting_) {
    if (const auto* append = std::get_if<Drill::Append>(&effect)) log.reviews.push_back(append->review);
    if (const auto* retract = std::get_if<Drill::Retract>(&effect))
      log.retractions.push_back({retract->review, retract->at});
  }
  return write_lines(log);
}

}  // namespace viva
