// Amounts as people read them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace viva {

// "1 question", "3 questions".
std::string counted(std::size_t count, std::string_view thing);
std::string counted(int count, std::string_view thing);

// "3:45", "0:07", "75:00"; `seconds` is not negative.
std::string minutes_and_seconds(int seconds);

// "30 min"; "1:30 min" where it is not whole minutes.
std::string length_in_minutes(int seconds);

}  // namespace viva
