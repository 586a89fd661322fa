// The history as JSON Lines: a heading line, then one review or retraction a line. Lossless: reading what
// was written gives the same log. Lines are safe to print on a terminal.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "history.hpp"
#include "viva/diagnostic.hpp"

namespace viva {

std::string write_lines(const History::Log& log);

struct ReadLines {
  History::Log log;
  std::vector<Diagnostic> diagnostics;  // every fault, by line
};
ReadLines read_lines(std::string_view text, std::string_view file);

}  // namespace viva
