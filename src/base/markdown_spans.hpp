// Spans as Markdown that is read as the same spans: text is escaped, and where marks of emphasis would not
// count, the characters beside them are written as entities.
#pragma once

#include <string>
#include <string_view>

#include "viva/base/rich_text.hpp"

namespace viva {

std::string markdown_spans(const RichSpans& spans);    // of a paragraph; its lines hold no empty one
std::string markdown_heading(const RichSpans& spans);  // on one line

}  // namespace viva
