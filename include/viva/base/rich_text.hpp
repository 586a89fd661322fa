// Text with its structure: blocks of spans. It is what a text of a bank or a typed answer means, read from
// Markdown, and what every front end and format has a writer for.
//
// A value that was read holds valid UTF-8. Its code holds printable characters, tabs and newlines alone; its
// other text also what is_invisible(), such as marks of direction, which each writer treats as its format
// must. Neighbouring spans differ in more than their text, no span is empty, and lists and quotes nest at
// most `deepest_text` deep.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace viva {

// Text in one style. A newline is a line break; code has none.
struct RichSpan {
  std::string text;
  bool emphasis = false, strong = false, code = false;
  std::string link{};  // the address it leads to, of http or https where it was read; empty: none

  friend bool operator==(const RichSpan&, const RichSpan&) = default;
};

using RichSpans = std::vector<RichSpan>;

struct Paragraph {
  RichSpans spans;

  friend bool operator==(const Paragraph&, const Paragraph&) = default;
};

struct Heading {
  int level = 1;  // 1 to 6
  RichSpans spans;

  friend bool operator==(const Heading&, const Heading&) = default;
};

struct CodeBlock {
  std::string language;  // as it was named; empty: none was
  std::string code;      // each line ends in a newline

  friend bool operator==(const CodeBlock&, const CodeBlock&) = default;
};

struct ThematicBreak {
  friend bool operator==(const ThematicBreak&, const ThematicBreak&) = default;
};

struct TextList;
struct Quote;
using RichBlock = std::variant<Paragraph, Heading, CodeBlock, ThematicBreak, TextList, Quote>;

struct RichText {
  std::vector<RichBlock> blocks;

  friend bool operator==(const RichText&, const RichText&);
};

struct TextList {
  std::optional<int> start{};  // the first number, 0 to 999; none: bullets
  bool tight = true;           // no empty lines between its items
  std::vector<RichText> items{};

  friend bool operator==(const TextList&, const TextList&) = default;
};

struct Quote {
  RichText text;

  friend bool operator==(const Quote&, const Quote&) = default;
};

constexpr int deepest_text = 32;  // lists and quotes within each other

// Reads CommonMark, from any bytes, in time linear in their number. Nothing is dropped: what has no place in
// a RichText is text as it was typed. It differs from CommonMark so that plain text keeps its meaning:
//
// - A line break is kept, and so are spaces at the beginning of a line within a plain paragraph.
// - A "*" between two letters or digits of ASCII does not begin emphasis: 2*3*4. One word between double
//   underscores is as typed: __init__.
// - A link leads to http or https, inline or through a definition "[name]: <address>" that has a line of its
//   own and is used. All else that looks like one is as typed: [&](int i), <std::string>. An image is a link
//   with its description as text. There are no links after 1,000 lines without an empty one between them.
// - HTML and tables are as typed. The named entities are those of HTML 4.
// - A list begins with a number of at most three digits: 2019. was a year. Under a heading that is marked by
//   its next line, that line has at least three characters.
// - What follows the fence of a code block is the first line of its code, where it is more than one word or
//   there is no other code.
// - CR, CR LF, form feeds and Unicode's line separators end lines; a byte order mark at the beginning is
//   none of the text, nor are embeddings and overrides, U+202A to U+202E. A control character is its picture,
//   as printable() shows it.
// - Lists and quotes that would be deeper than deepest_text are part of what they are in. Within an
//   item, marks of lists and quotes without text are left out.
RichText read_markdown(std::string_view text);

// Markdown that read_markdown() reads as the same value, if it has read `text`; in other dialects too its
// text is never markup, a link or HTML. It is safe for a terminal. Every line ends in a newline.
std::string write_markdown(const RichText& text);

// The text without marks, for searching and for one line of a list: blocks, items and line breaks are lines.
// The last has no newline.
std::string plain_text(const RichText& text);

// The same of Markdown on one line, for lists.
std::string one_line_of(std::string_view markdown);

}  // namespace viva
