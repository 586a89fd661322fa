#include "render/html/rich_html.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "base/escape.hpp"
#include "base/rich_visit.hpp"
#include "render/headed_text.hpp"
#include "viva/base/text.hpp"

namespace viva {
namespace {

// Spaces in a row, and at the beginning of a line, as spaces that a browser keeps.
std::string with_kept_spaces(std::string_view escaped, bool begins_line) {
  std::string out;
  for (std::size_t at = 0; at < escaped.size(); ++at) {
    const bool kept = escaped[at] == ' ' && (at == 0 ? begins_line : escaped[at - 1] == ' ');
    if (kept)
      out += "&nbsp;";
    else
      out += escaped[at];
  }
  return out;
}

// Escaped text with its line breaks.
void append_text(std::string& out, std::string_view text) {
  for (const auto line : split_lines(text)) {
    const bool first = line.data() == text.data();
    if (!first) out += "<br>";
    const auto escaped = escape_html(line);
    const bool has_more = line.find("  ") != std::string_view::npos || (!first && line.starts_with(' '));
    out += has_more ? with_kept_spaces(escaped, !first) : escaped;
  }
}

// Is code wider than a small screen? It scrolls there, which must be possible with keys.
bool may_scroll(std::string_view code) {
  constexpr int columns_that_fit = 24;
  const auto is_wide = [](std::string_view line) {
    return static_cast<std::ptrdiff_t>(line.size()) + 3 * std::ranges::count(line, '\t') > columns_that_fit;
  };
  return std::ranges::any_of(split_lines(code), is_wide);
}

void append_span(std::string& out, const RichSpan& span) {
  if (span.emphasis) out += "<em>";
  if (span.strong) out += "<strong>";
  if (span.code) out += "<code dir=\"ltr\">";
  append_text(out, span.text);
  if (span.code) out += "</code>";
  if (span.strong) out += "</strong>";
  if (span.emphasis) out += "</em>";
}

// The spans of one link; an address that is not of the web is shown instead.
void append_link(std::string& out, const RichSpans& spans, std::size_t begin, std::size_t end) {
  const auto address = escape_html(spans[begin].link);
  const bool leads = is_web_address(spans[begin].link);
  if (leads) out += fmt::format("<a href=\"{}\" rel=\"noreferrer noopener\">", address);
  for (auto i = begin; i < end; ++i) append_span(out, spans[i]);
  out += leads ? "</a>" : " (" + address + ")";
}

void append_spans(std::string& out, const RichSpans& spans) {
  for (std::size_t i = 0; i < spans.size();) {
    auto end = i + 1;
    while (end < spans.size() && spans[end].link == spans[i].link) ++end;
    if (!spans[i].link.empty()) append_link(out, spans, i, end);
    for (; i < end; ++i)
      if (spans[i].link.empty()) append_span(out, spans[i]);
  }
}

class RichHtml {
 public:
  std::string write(const RichText& text) {
    add(text, false);
    return std::move(out_);
  }

 private:
  // `tight`: paragraphs are lines.
  void add(const RichText& text, bool tight) {
    for (const auto& block : text.blocks) std::visit([&](const auto& shown) { add(shown, tight); }, block);
  }

  void add(const Paragraph& paragraph, bool tight) {
    if (!tight) out_ += "<p dir=\"auto\">";
    append_spans(out_, paragraph.spans);
    out_ += tight ? "" : "</p>";
  }

  void add(const Heading& heading, bool) {
    out_ += "<p class=\"heading\" dir=\"auto\"><strong>";
    append_spans(out_, heading.spans);
    out_ += "</strong></p>";
  }

  void add(const CodeBlock& code, bool) {
    out_ += fmt::format("<pre dir=\"ltr\"{}><code>", may_scroll(code.code) ? " tabindex=\"0\"" : "");
    out_ += escape_html(code.code) + "</code></pre>";
  }

  void add(const ThematicBreak&, bool) { out_ += "<hr>"; }

  void add(const Quote& quote, bool) {
    out_ += "<blockquote dir=\"auto\">";
    add(quote.text, false);
    out_ += "</blockquote>";
  }

  void add(const TextList& list, bool) {
    if (!list.start)
      out_ += "<ul>";
    else
      out_ += *list.start == 1 ? "<ol>" : fmt::format("<ol start=\"{}\">", *list.start);
    for (const auto& item : list.items) {
      out_ += "<li dir=\"auto\">";
      add(item, list.tight);
      out_ += "</li>";
    }
    out_ += list.start ? "</ol>" : "</ul>";
  }

  std::string out_;
};

class RichHtmlLine {
 public:
  std::string write(const RichText& text) {
    add(text);
    return std::move(out_);
  }

 private:
  void add(const RichText& text) {
    for (const auto& block : text.blocks) std::visit([&](const auto& shown) { add(shown); }, block);
  }

  void line() {
    if (!out_.empty()) out_ += "<br>";
  }

  void add(const Paragraph& paragraph) { line(), append_spans(out_, paragraph.spans); }
  void add(const Heading& heading) { line(), append_spans(out_, heading.spans); }
  void add(const ThematicBreak&) {}
  void add(const Quote& quote) { add(quote.text); }

  void add(const CodeBlock& code) {
    const auto shown = without_end(code.code);
    for (const auto code_line : split_lines(shown)) {
      line();
      append_span(out_, {.text = std::string{code_line}, .code = true});
    }
  }

  void add(const TextList& list) {
    for (const auto& item : list.items) add(item);
  }

  std::string out_;
};

}  // namespace

std::string rich_html(const RichText& text) { return RichHtml{}.write(text); }

std::string rich_html_line(const RichText& text) { return RichHtmlLine{}.write(text); }

std::string rich_html_entry(const RichText& text) {
  return is_one_paragraph(text) ? rich_html_line(text) : rich_html(text);
}

}  // namespace viva
