#include "render/page.hpp"

#include <algorithm>

#include "render/look.hpp"
#include "viva/base/text.hpp"

namespace viva {
std::string render(const Line& line, Palette palette) {
  std::string out;
  for (const auto& span : line) {
    const auto text = palette.ascii ? to_ascii(printable(span.text)) : printable(span.text);
    const auto code =
        palette.colour && !text.empty() ? escape_code(look_of(shown_style(span))) : std::string{};
    out += code;
    out += text;
    if (!code.empty()) out += "\x1b[0m";
  }
  if (!palette.colour)
    while (out.ends_with(' ')) out.pop_back();
  return out;
}

std::string render(const Page& page, Palette palette) {
  std::string out;
  for (const auto& line : page) out += render(line, palette) + '\n';
  return out;
}

void add_wrapped(Page& page, const Line& lead, std::string_view text, int columns, Style style) {
  int indent = 0;
  for (const auto& span : lead) indent += width(printable(span.text));
  Line line = lead;
  for (auto& wrapped : wrap(text, std::max(columns - indent, 8))) {
    line.push_back({std::move(wrapped), style});
    page.push_back(std::move(line));
    line = {{std::string(static_cast<std::size_t>(indent), ' ')}};
  }
}

void add_heading(Page& page, std::string_view heading) {
  page.push_back({});
  page.push_back({{std::string{heading}, Style::strong}});
}

}  // namespace viva
