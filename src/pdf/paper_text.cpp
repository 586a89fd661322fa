#include "pdf/paper_text.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "viva/base/text.hpp"

namespace viva::pdf {
namespace {

bool within(char32_t c, char32_t low, char32_t high) { return c >= low && c <= high; }

bool is_noncharacter(char32_t c) { return within(c, 0xFDD0, 0xFDEF) || (c & 0xFFFE) == 0xFFFE; }

bool ends_line(char32_t c) { return within(c, 0x0A, 0x0D) || c == 0x85 || within(c, 0x2028, 0x2029); }

// Of directions, of where a line may end, and of flags: they have no look, but change that of others.
bool is_mark(char32_t c) {
  return c == 0xAD || c == 0x061C || within(c, 0x200B, 0x200F) || within(c, 0x202A, 0x202E) ||
         within(c, 0x2060, 0x2064) || within(c, 0x2066, 0x2069) || c == 0xFEFF || within(c, 0xE0020, 0xE007F);
}

char32_t on_paper(char32_t c) {
  constexpr char32_t replacement = 0xFFFD;
  if (is_noncharacter(c)) return replacement;
  if (c == U'\t' || is_printable(c) || is_mark(c)) return c;
  return c < 0x20 ? 0x2400 + c : replacement;
}

bool is_plain(char c) { return (c >= 0x20 && c < 0x7F) || c == '\n' || c == '\t'; }

}  // namespace

std::string for_paper(std::string_view text) {
  if (std::ranges::all_of(text, is_plain)) return std::string{text};
  constexpr std::string_view byte_order_mark = "\uFEFF";
  if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
  std::string out;
  out.reserve(text.size() + 8);
  for (std::size_t at = 0; at < text.size();) {
    const auto next = utf8::decode(text, at);
    at += next.size;
    if (!ends_line(next.code_point))
      utf8::encode(on_paper(next.code_point), out);
    else if (next.code_point != U'\r' || at == text.size() || text[at] != '\n')
      out += '\n';
  }
  return out;
}

}  // namespace viva::pdf
