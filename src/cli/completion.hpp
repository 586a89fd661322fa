// Completion of command lines in the shell. The shells' scripts ask viva itself, by the hidden command
// `viva __complete WORD...`, where the last word is the one being typed.
#pragma once

#include <string>
#include <vector>

namespace viva {

inline constexpr const char* completion_request = "__complete";

// Lines of "word<TAB>meaning" that could stand for the last of `words`; none where it is a file's name.
std::string complete(const std::vector<std::string>& words);

}  // namespace viva
