// Whether a mark of emphasis counts, by the characters beside it: CommonMark 0.31, "Emphasis and strong
// emphasis". Readers disagree which characters beyond ASCII are punctuation, so those may be of several
// kinds.
#pragma once

namespace viva {

struct Neighbour {
  bool space = false, punctuation = false, other = false;  // what it may be; one at least
  bool alphanumeric = false;                               // a letter or digit of ASCII
};

Neighbour neighbour(char32_t code_point);

// Does a run of `mark`, "*" or "_", open or close emphasis between these, whatever they are?
bool surely_opens(char mark, const Neighbour& left, const Neighbour& right);
bool surely_closes(char mark, const Neighbour& left, const Neighbour& right);

}  // namespace viva
