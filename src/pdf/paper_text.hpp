// Text made fit for paper: what would make Pango or Cairo fail, or that has no look of its own, is replaced.
#pragma once

#include <string>
#include <string_view>

namespace viva::pdf {

// As typeset_lines() of viva/base/text.hpp makes it, for Markdown too. Noncharacters are U+FFFD, and the tags
// that make flags of regions stay.
std::string for_paper(std::string_view text);

}  // namespace viva::pdf
