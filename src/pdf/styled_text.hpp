// A paragraph's text with the faces of its parts: what the typesetter takes. Bytes count from 0.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "viva/base/rich_text.hpp"

namespace viva::pdf {

struct StyledRun {
  std::size_t begin, end;
  bool emphasis = false, strong = false, code = false;
  std::string address{};  // that it leads to
};

// The runs do not overlap, and come in their order in the text. Text in no run is plain.
struct StyledText {
  std::string text;
  std::vector<StyledRun> runs{};

  // From one byte to another, which do not part a code point.
  StyledText part(std::size_t begin, std::size_t end) const;
};

// After a link stands its address, where that says more and is no longer than a line or two. In a text that
// has letters read from right to left, code is kept apart: its signs stay in their order.
StyledText styled_text(const RichSpans& spans);

// Is any of it read from right to left, or does it say how it is to be read?
bool has_directions(std::string_view text);

}  // namespace viva::pdf
