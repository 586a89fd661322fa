// Wrapping text that has styles. Where lines break is what wrap() says of the same text without them.
#pragma once

#include "render/page.hpp"
#include "viva/base/rich_text.hpp"

namespace viva {

// Appends lines of at most `columns`, at least 6. `style` is that of text which has none of its own. Spaces
// at the beginning of a line of the text are kept, also where it is wrapped.
void add_styled(Page& page, const RichSpans& spans, int columns, Style style);

}  // namespace viva
