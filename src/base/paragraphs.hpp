// The paragraphs and lines of a longer text.
#pragma once

#include <string_view>
#include <vector>

namespace viva {

// Lines between newlines; at least one.
std::vector<std::string_view> lines_of(std::string_view text);

// What empty lines part; none of them is empty.
std::vector<std::string_view> paragraphs_of(std::string_view text);

}  // namespace viva
