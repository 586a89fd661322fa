// A RichText as HTML. Everything is escaped, and only links to the web lead anywhere.
#pragma once

#include <string>

#include "viva/base/rich_text.hpp"

namespace viva {

// Blocks: p, pre with code, ul, ol, blockquote, hr. A heading is a strong paragraph, for it stands within a
// page that has headings of its own. Text has dir="auto", code is from left to right and can be scrolled by
// keys.
std::string rich_html(const RichText& text);

// Without paragraphs and blocks, for places that take only phrases, such as headings: those of rich_html()
// are lines.
std::string rich_html_line(const RichText& text);

// What an entry of a list holds: a text of one paragraph without its tags, any other as rich_html().
std::string rich_html_entry(const RichText& text);

}  // namespace viva
