// A page: what a command shows, as lines of styled spans. The text of a span may come from a stranger: it is
// made printable when the page is rendered, so nothing in a bank or history can command a terminal.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace viva {

// What a span is. Words say it too: a page never says anything by style alone. Words are never coloured or
// dim, so that they can be read on every terminal; see render/look.hpp. What is only decoration is dim.
enum class Style { plain, strong, dim, accent, good, warn, bad, emphasis, code };

struct Span {
  std::string text;
  Style style = Style::plain;
};

using Line = std::vector<Span>;
using Page = std::vector<Line>;

struct Palette {
  bool colour = false;
  bool ascii = false;
};

std::string render(const Line& line, Palette palette);  // without a newline
std::string render(const Page& page, Palette palette);  // each line ends in a newline

// Appends `text` wrapped to `columns`: `lead` opens the first line, later ones are indented by its width.
void add_wrapped(Page& page, const Line& lead, std::string_view text, int columns,
                 Style style = Style::plain);

// Appends an empty line and a heading.
void add_heading(Page& page, std::string_view heading);

}  // namespace viva
