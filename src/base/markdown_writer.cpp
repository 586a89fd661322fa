// Part of viva/base/rich_text.hpp: Markdown for blocks. The spans within are base/markdown_spans.hpp.
#include <fmt/format.h>

#include <algorithm>

#include "base/markdown_escape.hpp"
#include "base/markdown_spans.hpp"
#include "base/rich_visit.hpp"
#include "viva/base/rich_text.hpp"
#include "viva/base/text.hpp"

namespace viva {
namespace {

using Lines = std::vector<std::string>;

Lines lines_of(std::string_view text) {
  Lines lines;
  for (const auto line : split_lines(text)) lines.emplace_back(line);
  return lines;
}

void append_indented(Lines& out, Lines lines, const std::string& first, const std::string& rest) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    auto line = (i == 0 ? first : rest) + lines[i];
    if (lines[i].empty()) line.erase(line.find_last_not_of(' ') + 1);
    out.push_back(std::move(line));
  }
}

// A fence that no line of the code can close. Backticks may not stand in what follows the fence.
std::string fence_for(const CodeBlock& code) {
  const char mark = code.language.find('`') == std::string::npos ? '`' : '~';
  std::size_t longest = 2, run = 0;
  for (const char c : code.code) {
    run = c == mark ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  return std::string(longest + 1, mark);
}

Lines code_lines(const CodeBlock& code) {
  const auto fence = fence_for(code);
  Lines lines{fence + escaped_word(code.language)};
  for (const auto line : split_lines(code.code)) lines.emplace_back(line);
  lines.back() = fence;  // in place of what follows the last newline
  return lines;
}

// Two lists in a row are told apart by their marks.
std::string mark_of(const TextList& list, std::size_t item, bool second) {
  if (!list.start) return second ? "*" : "-";
  constexpr int last_number = 999;
  const auto number = *list.start + static_cast<int>(std::min<std::size_t>(item, last_number));
  return fmt::format("{}{}", std::min(number, last_number), second ? ')' : '.');
}

// Where blocks are written.
struct Place {
  bool tight = false;   // without empty lines between them
  bool second = false;  // a list that is first has the other mark
};

Lines blocks_of(const RichText& text, Place place);

Lines list_lines(const TextList& list, bool second) {
  Lines lines;
  for (std::size_t i = 0; i < list.items.size(); ++i) {
    if (i > 0 && !list.tight) lines.emplace_back();
    const auto mark = mark_of(list, i, second) + ' ';
    // A list at the beginning of an item has another mark: "- - -" would be a thematic break.
    auto item = blocks_of(list.items[i], {.tight = list.tight, .second = !second});
    if (item.empty()) item.emplace_back();
    append_indented(lines, std::move(item), mark, std::string(mark.size(), ' '));
  }
  return lines;
}

Lines quote_lines(const Quote& quote) {
  Lines lines;
  auto inner = blocks_of(quote.text, {});
  if (inner.empty()) inner.emplace_back();
  append_indented(lines, std::move(inner), "> ", "> ");
  return lines;
}

Lines block_lines(const RichBlock& block, bool second) {
  return std::visit(
      Overloaded{[](const Paragraph& paragraph) { return lines_of(markdown_spans(paragraph.spans)); },
                 [](const Heading& heading) {
                   const std::string marks(static_cast<std::size_t>(heading.level), '#');
                   return Lines{marks + ' ' + markdown_heading(heading.spans)};
                 },
                 [](const CodeBlock& code) { return code_lines(code); },
                 [](const ThematicBreak&) { return Lines{"___"}; },
                 [&](const TextList& list) { return list_lines(list, second); },
                 [](const Quote& quote) { return quote_lines(quote); }},
      block);
}

bool are_alike(const RichBlock& left, const RichBlock& right) {
  const auto* first = std::get_if<TextList>(&left);
  const auto* second = std::get_if<TextList>(&right);
  return first != nullptr && second != nullptr && first->start.has_value() == second->start.has_value();
}

Lines blocks_of(const RichText& text, Place place) {
  Lines lines;
  bool second = place.second;
  for (std::size_t i = 0; i < text.blocks.size(); ++i) {
    if (i > 0 && !place.tight) lines.emplace_back();
    if (i > 0) second = are_alike(text.blocks[i - 1], text.blocks[i]) && !second;
    for (auto& line : block_lines(text.blocks[i], second)) lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace

std::string write_markdown(const RichText& text) {
  std::string out;
  for (const auto& line : blocks_of(text, {})) out += line + '\n';
  return out;
}

}  // namespace viva
