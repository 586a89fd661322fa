#include "cli/save_queue.hpp"

#include <algorithm>
#include <utility>
#include <vector>

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

}  // namespace

std::optional<std::string> SaveQueue::save(History::Log changes) {
  add(waiting_.reviews, std::move(changes.reviews));
  add(waiting_.retractions, std::move(changes.retractions));
  add(waiting_.interviews, std::move(changes.interviews));
  for (auto& round : changes.rounds) add(waiting_.rounds, std::move(round));
  return flush();
}

std::optional<std::string> SaveQueue::flush() {
  try {
    if (!history_) {
      history_.emplace(file_, History::Access::write);
      history_->name_points(bank_);
    }
    if (!empty()) history_->merge(waiting_);
    waiting_ = {};
    return std::nullopt;
  } catch (const Error& error) {
    history_.reset();
    return error.what();
  }
}

std::size_t SaveQueue::answers() const { return waiting_.reviews.size() + waiting_.retractions.size(); }

std::string SaveQueue::lines() const { return write_lines(waiting_); }

}  // namespace viva
