#include "render/rich_page.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "base/rich_visit.hpp"
#include "render/styled_wrap.hpp"
#include "viva/base/text.hpp"

namespace viva {
namespace {

constexpr int least_columns = 6;  // beside a bullet or bar
constexpr int room_for_code = 20;

Line spaces(int count) { return {{std::string(static_cast<std::size_t>(count), ' ')}}; }

int width_of(const Line& line) {
  int columns = 0;
  for (const auto& span : line) columns += width(printable(span.text));
  return columns;
}

// `inner` with `first` before its first line and `rest` before the others.
void append_beside(Page& page, const Line& first, const Line& rest, Page inner) {
  for (std::size_t i = 0; i < inner.size(); ++i) {
    auto line = i == 0 ? first : rest;
    std::ranges::move(inner[i], std::back_inserter(line));
    page.push_back(std::move(line));
  }
}

// A tab goes to the next multiple of 4.
std::string without_tabs(std::string_view code) {
  std::string out;
  for (std::size_t at = 0; at < code.size();) {
    const auto tab = std::min(code.find('\t', at), code.size());
    out += printable(code.substr(at, tab - at));
    if (tab < code.size()) out.append(static_cast<std::size_t>(4 - width(out) % 4), ' ');
    at = tab + 1;
  }
  return out;
}

// What fits in `columns` of printable text, at least one cluster; taken off its front.
std::string take_front(std::string_view& text, int columns) {
  std::size_t end = 0;
  int used = 0;
  while (end < text.size()) {
    const auto cluster = first_cluster(text.substr(end));
    if (end > 0 && used + cluster.columns > columns) break;
    used += cluster.columns;
    end += cluster.size;
  }
  const auto taken = text.substr(0, end);
  text.remove_prefix(end);
  return std::string{taken};
}

void add_code_line(Page& page, std::string_view line, int columns) {
  constexpr std::string_view goes_on = "↪ ";
  const auto shown = without_tabs(line);
  std::string_view rest = shown;
  page.push_back({{take_front(rest, columns)}});
  while (!rest.empty())
    page.push_back({{std::string{goes_on}, Style::dim}, {take_front(rest, columns - width(goes_on))}});
}

class RichPage {
 public:
  RichPage(int columns, Style style) : columns_{columns}, style_{style} {}

  // `tight`: without empty lines between the blocks.
  Page show(const RichText& text, bool tight) {
    for (const auto& block : text.blocks) {
      if (!page_.empty() && !tight) page_.push_back({});
      std::visit([&](const auto& shown) { add(shown); }, block);
    }
    return std::move(page_);
  }

 private:
  Page inner(const RichText& text, bool tight, int indent) const {
    return RichPage{columns_ - indent, style_}.show(text, tight);
  }

  void add(const Paragraph& paragraph) { add_styled(page_, paragraph.spans, columns_, style_); }
  void add(const Heading& heading) { add_styled(page_, heading.spans, columns_, Style::strong); }

  void add(const CodeBlock& block) {
    const int indent = columns_ < room_for_code ? 0 : 2;
    Page code;
    auto lines = split_lines(block.code);
    if (lines.size() > 1) lines.pop_back();  // after the last newline
    for (const auto line : lines) add_code_line(code, line, columns_ - indent);
    append_beside(page_, spaces(indent), spaces(indent), std::move(code));
  }

  void add(const ThematicBreak&) {
    std::string line;
    for (int i = 0; i < std::min(columns_, 20); ++i) line += "─";
    page_.push_back({{std::move(line), Style::dim}});
  }

  void add(const TextList& list) {
    int widest = 0;
    for (std::size_t i = 0; i < list.items.size(); ++i) widest = std::max(widest, width(mark(list, i)));
    for (std::size_t i = 0; i < list.items.size(); ++i) {
      if (i > 0 && !list.tight) page_.push_back({});
      const auto lead = fit(mark(list, i), widest);
      add_beside({{lead, style_}}, spaces(widest), list.items[i], list.tight);
    }
  }

  void add(const Quote& quote) {
    const Line bar{{"│ ", Style::dim}};
    add_beside(bar, bar, quote.text, false);
  }

  static std::string mark(const TextList& list, std::size_t item) {
    return list.start ? fmt::format("{}. ", *list.start + static_cast<int>(item)) : "• ";
  }

  // Where there is no room beside, `first` has a line of its own.
  void add_beside(const Line& first, const Line& rest, const RichText& text, bool tight) {
    const int indent = width_of(first);
    const bool fits = columns_ - indent >= least_columns;
    auto shown = inner(text, tight, fits ? indent : 0);
    if (!fits || shown.empty()) page_.push_back(first);
    append_beside(page_, fits ? first : Line{}, fits ? rest : Line{}, std::move(shown));
  }

  int columns_;
  Style style_;
  Page page_;
};

}  // namespace

Page rich_page(const RichText& text, int columns, Style style) {
  return RichPage{std::max(columns, 8), style}.show(text, false);
}

void add_rich(Page& page, const Line& lead, const RichText& text, int columns, Style style) {
  const int indent = width_of(lead);
  auto shown = rich_page(text, columns - indent, style);
  if (shown.empty()) shown.emplace_back();
  append_beside(page, lead, spaces(indent), std::move(shown));
}

void add_text(Page& page, const Line& lead, std::string_view markdown, int columns, Style style) {
  add_rich(page, lead, read_markdown(markdown), columns, style);
}

}  // namespace viva
