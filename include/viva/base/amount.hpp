// Amounts as people read them.
#pragma once

#include <cstddef>
#include <cstdint>
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

// "12 h 5 min", "34 min", "under a minute"; rounded down.
std::string duration_words(std::int64_t seconds);

// "61 %". Only all is 100 % and only nothing is 0 %.
std::string percent(double share);

}  // namespace viva
