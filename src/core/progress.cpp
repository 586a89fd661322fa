#include "viva/progress.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace viva {

void ItemProgress::add(Rating rated, Day day) {
  if (reviews == 0) {
    memory = fsrs::first(rated);
    last = day;
  } else {
    day = std::max(day, last);
    memory = fsrs::next(memory, rated, static_cast<int>((day - last).count()));
    last = day;
  }
  rating = rated;
  ++reviews;
}

Progress replay(const Bank& bank, const std::vector<Answer>& answers) {
  Progress progress(bank.items.size());
  std::unordered_multimap<std::string_view, std::size_t> index;
  index.reserve(bank.items.size());
  for (std::size_t i = 0; i < bank.items.size(); ++i) index.emplace(bank.items[i].id, i);
  for (const auto& answer : answers) {
    const auto [begin, end] = index.equal_range(answer.item);
    for (auto found = begin; found != end; ++found) {
      if (bank.items[found->second].bank != answer.bank) continue;
      auto& item = progress[found->second];
      if (!item) item.emplace();
      item->add(answer.rating, answer.day);
    }
  }
  return progress;
}

Day due(const ItemProgress& item) {
  return item.last + std::chrono::days{fsrs::interval(item.memory.stability, wanted_recall)};
}

double recall(const ItemProgress& item, Day today) {
  const auto days = std::max(0, static_cast<int>((today - item.last).count()));
  return fsrs::retrievability(days, item.memory.stability);
}

bool is_weak(const ItemProgress& item, Day today) {
  return item.rating <= Rating::hard || recall(item, today) < 0.7;
}

}  // namespace viva
