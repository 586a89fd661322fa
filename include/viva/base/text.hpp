// Text as a terminal shows it: by grapheme cluster and display width. Input is UTF-8 from strangers: every
// function accepts any bytes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace viva {

// May this code point reach a terminal? These may not: C0, DEL, C1, bidirectional controls, line and
// paragraph separators, interlinear annotations, tags, the byte order mark.
bool is_printable(char32_t code_point);

// `text` made safe to print on one line: tab and newline become a space, other C0 controls their pictures,
// invalid UTF-8 and all else that is not printable U+FFFD. Text that is safe already is unchanged.
std::string printable(std::string_view text);

// The same line by line: newlines stay.
std::string printable_lines(std::string_view text);

// Columns `text` takes on a terminal; of text that is printable().
int width(std::string_view text);

// Splits printable() text into grapheme clusters.
std::vector<std::string_view> graphemes(std::string_view text);

struct Cluster {
  std::size_t size;  // bytes
  int columns;
};

// The grapheme cluster at the beginning of `text`, which is not empty and may hold any bytes, as printable()
// shows it. A newline is one by itself.
Cluster first_cluster(std::string_view text);

// Lines of at most `columns` (at least 1), broken at spaces, a longer word between clusters. A newline in
// `text` ends a line; the result is safe to print, without trailing spaces, and never empty.
std::vector<std::string> wrap(std::string_view text, int columns);

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
