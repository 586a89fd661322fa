// A RichText as lines of a page, for terminals and text sheets. Prose is wrapped. Code keeps its lines and
// its indentation: one that is too long goes on in lines that begin with an arrow.
#pragma once

#include "render/page.hpp"
#include "viva/base/rich_text.hpp"

namespace viva {

// Lines of at most `columns`, which are at least 8. `style` is that of text which has none of its own. Lists
// have bullets or numbers, quotes a bar. A link shows its address after its text, where that differs.
Page rich_page(const RichText& text, int columns, Style style = Style::plain);

// Appends `text` as add_wrapped() does: `lead` opens the first line, later ones are indented by its width.
void add_rich(Page& page, const Line& lead, const RichText& text, int columns, Style style = Style::plain);

// The same of a text of a bank, or one that was typed.
void add_text(Page& page, const Line& lead, std::string_view markdown, int columns,
              Style style = Style::plain);

}  // namespace viva
