// Text made fit for paper: what would make Pango or Cairo fail, or that has no look of its own, is replaced.
#pragma once

#include <string>
#include <string_view>

namespace viva::pdf {

// Every end of a line is a newline. Noncharacters, invalid UTF-8 and other code points that no text may hold
// are U+FFFD, control characters other than tabs their pictures. What tells a direction or where a line
// may end, and the tags that make flags of regions, stay. A byte order mark at the beginning is none of the
// text.
std::string for_paper(std::string_view text);

}  // namespace viva::pdf
