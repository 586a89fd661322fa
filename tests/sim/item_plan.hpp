// The plan as it was before viva remembered points, for questions of one length and without rounds: it takes
// what gains most of a question's recall on the day, and promises only that every question is met in time.
#pragma once

#include <cstddef>
#include <vector>

#include "sim/item_memory.hpp"

namespace viva::sim {

// Of that day, in the order to study them. `room`: how many questions a day holds. `interview`: its day.
std::vector<std::size_t> plan_items(const ItemMemories& items, int day, int interview, std::size_t room);

}  // namespace viva::sim
