// Text, code and addresses as Markdown that is read as the same, in a paragraph or heading. Text is never
// markup, a link or HTML, in other dialects neither.
#pragma once

#include <string>
#include <string_view>

#include "base/markdown_flanking.hpp"

namespace viva {

// Whether the first and last character of a text must be entities, for the marks beside them.
struct EscapedEnds {
  bool first = false, last = false;
};

// The character that Markdown begins or ends with for `text`, which is not empty.
Neighbour first_neighbour(std::string_view text, EscapedEnds ends);
Neighbour last_neighbour(std::string_view text, EscapedEnds ends);

struct TextPlace {
  EscapedEnds ends;
  char next;      // the text's next character, newline: none
  bool one_line;  // a line break must not be one of the source
};

// `out` holds all of the paragraph before `text`.
void append_escaped(std::string& out, std::string_view text, TextPlace place);

void append_code_span(std::string& out, std::string_view code);

// Between angle brackets.
std::string escaped_address(std::string_view address);

// One word after the fence of a code block.
std::string escaped_word(std::string_view text);

}  // namespace viva
