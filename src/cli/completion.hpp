// Completion of command lines in the shell: the shells' scripts ask viva itself, through the hidden command
// `viva __complete WORD...`, where the last word is the one being typed.
#pragma once

#include <string>
#include <vector>

#include "cli/shell.hpp"

namespace CLI {
class App;
}

namespace viva {

inline constexpr const char* completion_request = "__complete";

// Lines of "word<TAB>meaning" that could stand for the last of `words`; none where it is a file's name.
std::string complete(const CLI::App& app, const std::vector<std::string>& words, Options options);

}  // namespace viva
