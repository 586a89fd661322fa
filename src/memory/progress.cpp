#include "viva/memory/progress.hpp"

#include <algorithm>

#include "bank/item_index.hpp"

namespace viva {

void ItemProgress::add(Rating rated, Day day) {
  if (reviews == 0) {
    memory = fsrs::first(rated);
    last = day;
  } else {
    day = std::max(day, last);
    memory = fsrs::after(memory, rated, static_cast<int>((day - last).count()));
    last = day;
  }
  rating = rated;
  ++reviews;
}

Progress replay(const Bank& bank, const std::vector<Answer>& answers) {
  Progress progress(bank.items.size());
  const ItemIndex index{bank};
  for (const auto& answer : answers) {
    const auto found = index.find(answer.bank, answer.item);
    if (!found) continue;
    auto& item = progress[*found];
    if (!item) item.emplace();
    item->add(answer.rating, answer.day);
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

bool has_weak(const Progress& progress, Day today) {
  return std::ranges::any_of(progress, [&](const auto& item) { return item && is_weak(*item, today); });
}

}  // namespace viva
