// Memory of whole questions, as viva had it before it remembered points: FSRS-6 by the ratings alone, where
// Hard is a pass. Kept to be compared with. Header only.
#pragma once

#include <algorithm>
#include <optional>
#include <vector>

#include "viva/memory/fsrs.hpp"

namespace viva::sim {

struct ItemMemory {
  fsrs::Memory memory;
  int last;  // day

  double recall(int day) const { return fsrs::retrievability(day - last, memory.stability); }
  int due() const { return last + fsrs::interval(memory.stability); }
};

using ItemMemories = std::vector<std::optional<ItemMemory>>;

inline void add(std::optional<ItemMemory>& item, Rating rating, int day) {
  item = ItemMemory{item ? fsrs::after(item->memory, rating, day - item->last) : fsrs::first(rating), day};
}

}  // namespace viva::sim
