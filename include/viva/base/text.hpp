// Text as a terminal shows it: by grapheme cluster and display width. Input is UTF-8 from strangers: every
// function accepts any bytes.
//
// The width of a cluster is the sum of what its code points take, as terminals count it: a spacing vowel or
// the second letter of a conjunct takes a column of its own. Terminals differ about joined emoji, skin tones
// and variation selector 16. The width then is the largest that any of them takes, so a line never overflows.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace viva {

// May this code point reach a terminal? These may not: C0, DEL, C1, line and paragraph separators,
// interlinear annotations, tags, and what is_invisible().
bool is_printable(char32_t code_point);

// What has no shape and no width, but tells where lines may break or which way text runs: soft hyphens, zero
// width spaces, word joiners, invisible operators, byte order marks and bidirectional controls. The joiners
// that shape letters and emoji are none of them.
bool is_invisible(char32_t code_point);

// Text with each line end as a newline: CR LF, CR, form feed, vertical tab, NEL and U+2028; U+2029 as two. A
// byte order mark at the beginning is none of the text. All else is as it was.
std::string with_newlines(std::string_view text);

// `text` made safe to print on one line: tabs and line ends become a space, other C0 controls their pictures,
// invalid UTF-8 and all else that is not printable U+FFFD. What is_invisible() is left out. Text that is safe
// already is unchanged.
std::string printable(std::string_view text);

// The same line by line: line ends become newlines.
std::string printable_lines(std::string_view text);

// The same for paper and browsers, where text can run from right to left: tabs stay, and so does what
// is_invisible(), but for embeddings and overrides.
std::string typeset_lines(std::string_view text);

// Columns `text` takes on a terminal, as printable() shows it.
int width(std::string_view text);

// Splits printable() text into grapheme clusters, none wider than 16 columns.
std::vector<std::string_view> graphemes(std::string_view text);

struct Cluster {
  std::size_t size;  // bytes
  int columns;
};

// The grapheme cluster at the beginning of `text`, which is not empty and may hold any bytes, as printable()
// shows it. What is left out belongs to the cluster it stands beside. A newline is one by itself.
Cluster first_cluster(std::string_view text);

// May a line end between two clusters of a text, which stand side by side? At a zero width space, and between
// the characters of Chinese and Japanese, but not before closing punctuation, nor after opening punctuation.
// Spaces are up to the caller.
bool may_break(std::string_view before, std::string_view after);

// Lines of at most `columns` (at least 1), broken at spaces and where one may_break(); a run that is longer
// than a line also between clusters, and a cluster that is wider than a line within. A line end in `text`
// ends a line; the result is safe to print, without spaces at the ends of lines, and never empty.
std::vector<std::string> wrap(std::string_view text, int columns);

// printable(text) with its zero width spaces, so that it can still be wrapped as `text` can.
std::string breakable(std::string_view text);

// `text` without its zero width spaces.
std::string without_breaks(std::string_view text);

struct TextRange {
  std::size_t begin = 0, end = 0;  // in bytes
};

// Where wrap() finds the lines of a text that is breakable(), in their order.
std::vector<TextRange> wrapped_ranges(std::string_view text, int columns);

// printable(text) cut to `columns`, with an ellipsis where something was cut.
std::string clip(std::string_view text, int columns);

// printable(text) clipped or filled with spaces to exactly `columns`.
std::string fit(std::string_view text, int columns);

// What stands between newlines; at least one line.
std::vector<std::string_view> split_lines(std::string_view text);

// What stands between blank lines; no paragraph is blank.
std::vector<std::string_view> split_paragraphs(std::string_view text);

// Without the spaces, tabs and newlines at its end.
std::string without_end(std::string_view text);

// Without spaces and tabs at either end.
std::string_view trimmed(std::string_view text);

// For comparing without regard to case; NFKC, case folded.
std::string fold_case(std::string_view text);

// `text` in ASCII alone, for terminals without UTF-8: "·" becomes "-", "…" "...", and so on; else "?".
std::string to_ascii(std::string_view text);

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }  // of ASCII
constexpr bool is_plain(char c) { return c >= 0x20 && c < 0x7F; }  // printable ASCII
constexpr bool is_alphanumeric(char c) { return is_letter(c) || is_digit(c); }

// Is this byte of valid UTF-8 inside a code point, and not its first?
constexpr bool continues_code_point(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

// Of valid UTF-8.
std::size_t count_code_points(std::string_view text);

// Offset of the first byte at or after `from` that is not valid UTF-8; npos where there is none.
std::size_t find_invalid_utf8(std::string_view text, std::size_t from = 0);

// `text` as valid UTF-8: each byte that is not is U+FFFD.
std::string valid_utf8(std::string_view text);

}  // namespace viva
