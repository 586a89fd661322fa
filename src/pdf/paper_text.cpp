#include "pdf/paper_text.hpp"

#include <algorithm>

#include "base/character.hpp"
#include "base/utf8.hpp"
#include "viva/base/text.hpp"

namespace viva::pdf {
namespace {

bool within(char32_t c, char32_t low, char32_t high) { return c >= low && c <= high; }

// Without a look of its own, but it changes that of others: marks of directions, of where a line may end, and
// of flags.
bool is_mark(char32_t c) { return is_invisible(c) || within(c, 0xE0020, 0xE007F); }

char32_t on_paper(char32_t c) {
  constexpr char32_t replacement = 0xFFFD;
  if (utf8::is_noncharacter(c)) return replacement;
  if (c == U'\n' || c == U'\t' || is_printable(c) || is_mark(c)) return c;
  return c < 0x20 ? 0x2400 + c : replacement;
}

bool stays(char c) { return is_plain(c) || c == '\n' || c == '\t'; }

}  // namespace

std::string for_paper(std::string_view text) {
  if (std::ranges::all_of(text, stays)) return std::string{text};
  const auto source = with_newlines(text);
  std::string out;
  out.reserve(source.size() + 8);
  for (std::size_t at = 0; at < source.size();) {
    const auto next = utf8::decode(source, at);
    at += next.size;
    if (!reorders(next.code_point)) utf8::encode(on_paper(next.code_point), out);
  }
  return out;
}

}  // namespace viva::pdf
