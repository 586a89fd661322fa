#include "render/styled_wrap.hpp"

#include <algorithm>

#include "base/markdown_escape.hpp"
#include "viva/base/text.hpp"

namespace viva {
namespace {

// Bytes and the style of each.
struct StyledText {
  std::string text;
  std::vector<Style> styles;

  void append(std::string_view more, Style style) {
    text += more;
    styles.resize(text.size(), style);
  }
};

Style style_of(const RichSpan& span, Style plain) {
  if (span.code) return Style::code;
  if (span.strong) return Style::strong;
  return span.emphasis ? Style::emphasis : plain;
}

// Code keeps its backticks: no style is on every terminal and in every file.
std::string shown_text(const RichSpan& span) {
  if (!span.code) return span.text;
  std::string text;
  append_code_span(text, span.text);
  return text;
}

// The address after the text of a link, which ends before span `end`; empty where the text says it.
std::string address_of(const RichSpans& spans, std::size_t end) {
  const auto& link = spans[end - 1].link;
  if (link.empty() || (end < spans.size() && spans[end].link == link)) return {};
  std::string text;
  auto begin = end;
  while (begin > 0 && spans[begin - 1].link == link) --begin;
  for (auto i = begin; i < end; ++i) text += spans[i].text;
  return text == link ? std::string{} : " (" + link + ")";
}

std::vector<StyledText> styled_lines(const RichSpans& spans, Style plain) {
  std::vector<StyledText> lines(1);
  for (std::size_t i = 0; i < spans.size(); ++i) {
    const auto text = shown_text(spans[i]);
    const auto style = style_of(spans[i], plain);
    for (const auto line : split_lines(text)) {
      if (line.data() != text.data()) lines.emplace_back();
      lines.back().append(breakable(line), style);
    }
    lines.back().append(breakable(address_of(spans, i + 1)), Style::dim);
  }
  return lines;
}

void append_styled(Line& line, char c, Style style) {
  if (line.empty() || line.back().style != style) line.push_back({{}, style});
  line.back().text += c;
}

// The spaces that wrap() leaves out before it goes on with `c`.
std::size_t left_out(std::string_view source, char c) {
  constexpr std::string_view zero_width = "\u200B";
  std::size_t size = 0;
  for (;;) {
    const auto rest = source.substr(size);
    if (rest.starts_with(zero_width))
      size += zero_width.size();
    else if (c != ' ' && rest.starts_with(' '))
      ++size;
    else
      return size;
  }
}

// `wrapped` is `source` in order, but for spaces that are left out.
void add_wrapped_line(Page& page, const StyledText& source, int columns) {
  const auto first = std::min(source.text.find_first_not_of(' '), source.text.size());
  const auto indent = std::min<std::size_t>(first, static_cast<std::size_t>(columns) / 2);
  auto at = first;
  for (const auto& wrapped : wrap(source.text.substr(first), columns - static_cast<int>(indent))) {
    Line line;
    if (indent > 0) line.push_back({std::string(indent, ' ')});
    for (const char c : wrapped) {
      at += left_out(std::string_view{source.text}.substr(at), c);
      append_styled(line, c, at < source.text.size() ? source.styles[at] : Style::plain);
      ++at;
    }
    page.push_back(std::move(line));
  }
}

}  // namespace

void add_styled(Page& page, const RichSpans& spans, int columns, Style style) {
  for (const auto& line : styled_lines(spans, style)) add_wrapped_line(page, line, columns);
}

}  // namespace viva
