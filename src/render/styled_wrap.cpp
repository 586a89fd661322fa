#include "render/styled_wrap.hpp"

#include <algorithm>

#include "viva/base/text.hpp"

namespace viva {
namespace {

// Text in runs of one style each.
struct StyledText {
  struct Run {
    std::size_t end;
    Style style;
  };

  void append(std::string_view more, Style style) {
    if (more.empty()) return;
    text += more;
    if (runs.empty() || runs.back().style != style) runs.push_back({0, style});
    runs.back().end = text.size();
  }

  std::string text;
  std::vector<Run> runs;
};

Style style_of(const RichSpan& span, Style plain) {
  if (span.code) return Style::code;
  if (span.strong) return Style::strong;
  return span.emphasis ? Style::emphasis : plain;
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
    const auto& text = spans[i].text;
    for (const auto line : split_lines(text)) {
      if (line.data() != text.data()) lines.emplace_back();
      lines.back().append(breakable(line), style_of(spans[i], plain));
    }
    lines.back().append(breakable(address_of(spans, i + 1)), Style::dim);
  }
  return lines;
}

Line styled_range(const StyledText& source, TextRange range) {
  Line line;
  for (const auto& [end, style] : source.runs) {
    if (range.begin >= range.end) break;
    if (end <= range.begin) continue;
    const auto part = std::min(end, range.end);
    line.push_back(
        {without_breaks(std::string_view{source.text}.substr(range.begin, part - range.begin)), style});
    range.begin = part;
  }
  return line;
}

void add_wrapped_line(Page& page, const StyledText& source, int columns) {
  const std::string_view text = source.text;
  const auto first = std::min(text.find_first_not_of(' '), text.size());
  const auto indent = std::min<std::size_t>(first, static_cast<std::size_t>(columns) / 2);
  for (const auto [begin, end] : wrapped_ranges(text.substr(first), columns - static_cast<int>(indent))) {
    auto line = styled_range(source, {first + begin, first + end});
    if (indent > 0) line.insert(line.begin(), {std::string(indent, ' ')});
    page.push_back(std::move(line));
  }
}

}  // namespace

void add_styled(Page& page, const RichSpans& spans, int columns, Style style) {
  for (const auto& line : styled_lines(spans, style)) add_wrapped_line(page, line, columns);
}

}  // namespace viva
