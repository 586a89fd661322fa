// Names typed by hand: matching by unambiguous prefix, and the nearest one where nothing matches.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace viva {

// The candidate nearest to `text` by edit distance, ignoring case; empty where none is near enough
// (more than a third of the longer text differs) or the text is longer than 100 characters. A swap of
// neighbours is one edit. Of several equally near the first.
std::string nearest(std::string_view text, const std::vector<std::string>& candidates);

// `; did you mean "x"?` or, where nothing is near, `; use one of "a", "b"` (at most eight are named); empty
// where there are no candidates. Safe to print.
std::string suggestion(std::string_view text, const std::vector<std::string>& candidates);

}  // namespace viva
