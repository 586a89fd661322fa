#include "render/markdown_parts.hpp"

#include <fmt/format.h>

#include <utility>
#include <vector>

#include "base/escape.hpp"
#include "base/markdown_spans.hpp"
#include "base/rich_visit.hpp"
#include "viva/base/text.hpp"

namespace viva {
namespace {

constexpr std::string_view no_break = "&nbsp;";

// As HTML: a table takes a bar out of code between backticks. Spaces in a row are kept.
std::string code_in_cell(std::string_view code) {
  std::string out, word;
  const auto end_word = [&] {
    if (!word.empty()) out += escape_markdown(word);
    word.clear();
  };
  for (const char c : code) {
    if (c != ' ' && c != '\t') {
      word += c;
      continue;
    }
    end_word();
    const bool within = !out.empty() && !out.ends_with(' ') && !out.ends_with(no_break);
    if (c == '\t')
      for (int i = 0; i < 4; ++i) out += no_break;
    else
      out += within ? " " : no_break;
  }
  end_word();
  return fmt::format("<code>{}</code>", out);
}

using Lines = std::vector<std::string>;

// A bar would end the cell within code between backticks.
std::string line_in_cell(const RichSpans& spans) {
  std::string out;
  RichSpans markup;
  const auto end_markup = [&] {
    if (!markup.empty()) out += markdown_heading(std::exchange(markup, {}));
  };
  for (const auto& span : spans) {
    const bool has_bar = span.code && span.text.find('|') != std::string::npos;
    if (!has_bar) markup.push_back(span);
    if (has_bar) {
      end_markup();
      out += code_in_cell(span.text);
    }
  }
  end_markup();
  return out;
}

void add_spans(Lines& lines, const RichSpans& spans) {
  RichSpans line;
  for (const auto& span : spans)
    for (const auto part : split_lines(span.text)) {
      if (part.data() != span.text.data()) lines.push_back(line_in_cell(std::exchange(line, {})));
      if (part.empty()) continue;
      line.push_back(span);
      line.back().text = part;
    }
  lines.push_back(line_in_cell(line));
}

void add_code(Lines& lines, const CodeBlock& block) {
  const auto code = without_end(block.code);
  for (const auto line : split_lines(code)) lines.push_back(line.empty() ? "" : code_in_cell(line));
}

Lines lines_in_cell(const RichText& text);

void add_beside(Lines& lines, std::string_view first, std::string_view rest, const RichText& text) {
  for (auto& line : lines_in_cell(text)) {
    lines.push_back(fmt::format("{}{}", first, line));
    first = rest;
  }
}

void add_items(Lines& lines, const TextList& list) {
  for (std::size_t i = 0; i < list.items.size(); ++i) {
    const auto mark = list.start ? fmt::format("{}. ", *list.start + static_cast<int>(i)) : "• ";
    add_beside(lines, mark, "&nbsp;&nbsp;", list.items[i]);
  }
}

Lines lines_in_cell(const RichText& text) {
  Lines lines;
  for (const auto& block : text.blocks)
    std::visit(Overloaded{[&](const Paragraph& paragraph) { add_spans(lines, paragraph.spans); },
                          [&](const Heading& heading) { add_spans(lines, heading.spans); },
                          [&](const CodeBlock& code) { add_code(lines, code); }, [&](const ThematicBreak&) {},
                          [&](const Quote& quote) { add_beside(lines, "&gt; ", "&gt; ", quote.text); },
                          [&](const TextList& list) { add_items(lines, list); }},
               block);
  return lines;
}

}  // namespace

std::string markdown_question(int number, std::string_view prompt) {
  const auto [heading, below] = headed_text(read_markdown(prompt));
  auto out = fmt::format("### {}.{}{}\n", number, heading.empty() ? "" : " ", markdown_heading(heading));
  if (!below.blocks.empty()) out += '\n' + write_markdown(below);
  return out;
}

std::string markdown_cell(const RichText& text) {
  std::string out;
  bool first = true;
  for (const auto& line : lines_in_cell(text)) out += (std::exchange(first, false) ? "" : "<br>") + line;
  return out;
}

}  // namespace viva
