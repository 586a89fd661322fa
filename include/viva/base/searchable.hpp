// Text as searching compares it. What a person does not mean to tell apart is the same: case, accents, curly
// and straight quotes, hyphens of every kind, width, and what cannot be seen.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace viva {

// Takes any bytes: Unicode's compatibility decomposition with case folded, without accents and the points of
// Hebrew and Arabic. A mark that makes another letter is kept. A hyphen and white space of any kind are a
// space, so "on-device" finds "on device" too.
std::string searchable(std::string_view text);

// The words of what was typed to search for, each searchable: "on-device" is one, "on device" are two. What
// has hyphens alone is none.
std::vector<std::string> search_words(std::string_view typed);

}  // namespace viva
