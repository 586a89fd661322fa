// Text from strangers inside Markdown: read as text by every dialect, whatever it holds.
#pragma once

#include <string>
#include <string_view>

namespace viva {

// `text` on one line, also within a cell of a table: never markup, a link, HTML or the start of a block.
std::string escape_markdown(std::string_view text);

// `text` as a block quote, line by line, each ended; nothing of it is outside the quote.
std::string markdown_quote(std::string_view text);

}  // namespace viva
