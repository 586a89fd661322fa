#include "render/page.hpp"

#include <algorithm>

#include "viva/base/text.hpp"

namespace viva {
namespace {

std::string_view escape_code(Style style) {
  switch (style) {
    case Style::plain: return "";
    case Style::strong: return "\x1b[1m";
    case Style::dim: return "\x1b[2m";
    case Style::accent: return "\x1b[36m";
    case Style::good: return "\x1b[32m";
    case Style::warn: return "\x1b[33m";
    case Style::bad: return "\x1b[31m";
    case Style::emphasis: return "\x1b[3m";
    case Style::code: return "\x1b[36m";
  }
  return "";
}

}  // namespace

std::string render(const Line& line, Palette palette) {
  std::string out;
  for (const auto& span : line) {
    const auto text = palette.ascii ? to_ascii(printable(span.text)) : printable(span.text);
    const auto code = palette.colour && !text.empty() ? escape_code(span.style) : "";
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
