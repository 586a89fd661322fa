#include "base/character.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <string_view>

namespace viva {
namespace {

constexpr bool within(char32_t c, char32_t low, char32_t high) { return c >= low && c <= high; }

utf8proc_category_t category(char32_t c) { return utf8proc_category(static_cast<utf8proc_int32_t>(c)); }

// A vowel or final consonant of Korean, which is shown with the consonant before it.
bool joins_syllable(char32_t c) { return within(c, 0x1160, 0x11FF) || within(c, 0xD7B0, 0xD7FF); }

// Wide in some terminals: hexagrams, and numbers on black squares.
bool is_wide_in_some(char32_t c) { return within(c, 0x4DC0, 0x4DFF) || within(c, 0x3248, 0x324F); }

// What a newer Unicode may have there is wide: emoji and ideographs.
bool is_reserved_for_wide(char32_t c) { return within(c, 0x1F300, 0x1FAFF) || within(c, 0x20000, 0x3FFFD); }

bool is_prepended(char32_t c) {
  return utf8proc_get_property(static_cast<utf8proc_int32_t>(c))->boundclass == UTF8PROC_BOUNDCLASS_PREPEND;
}

bool is_korean(char32_t c) {
  return within(c, 0x1100, 0x11FF) || within(c, 0x3131, 0x318E) || within(c, 0xA960, 0xA97F) ||
         within(c, 0xAC00, 0xD7FF);
}

bool is_half_kana(char32_t c) { return within(c, 0xFF61, 0xFF9F); }

bool breaks_around(char32_t c) { return (columns_of(c) == 2 && !is_korean(c)) || is_half_kana(c); }

bool is_in(std::u32string_view set, char32_t c) { return set.find(c) != set.npos; }

bool joins_both(char32_t c) { return is_in(U"\"'\u00A0\u200D\u2007\u2011\u202F\u2060\uFEFF", c); }

bool stays_with_next(char32_t c) {
  const auto kind = category(c);
  const bool prefix = kind == UTF8PROC_CATEGORY_SC && !is_in(U"¢￠", c);
  return kind == UTF8PROC_CATEGORY_PS || kind == UTF8PROC_CATEGORY_PI || prefix || joins_both(c) ||
         is_in(U"〝+±№", c);
}

bool is_small_kana(char32_t c) {
  return is_in(U"ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶー", c) || within(c, 0x31F0, 0x31FF) ||
         within(c, 0xFF67, 0xFF70);
}

bool stays_with_previous(char32_t c) {
  const auto kind = category(c);
  const bool vertical = kind == UTF8PROC_CATEGORY_PO && within(c, 0xFE10, 0xFE57);
  return kind == UTF8PROC_CATEGORY_PE || kind == UTF8PROC_CATEGORY_PF || vertical || joins_both(c) ||
         is_small_kana(c) ||
         is_in(U"!%,./:;?-‐–…‥‰′″°℃℉¢、。々〜〻〼゛゜ゝゞ゠・ヽヾ！％，．：；？￠｡､･ﾞﾟ〞〟\u3000", c);
}

}  // namespace

bool ends_line(char32_t c) { return within(c, U'\n', U'\r') || c == 0x85 || c == 0x2028 || c == 0x2029; }

bool reorders(char32_t c) { return within(c, 0x202A, 0x202E); }

int columns_of(char32_t c) {
  if (within(c, 0x20, 0x7E)) return 1;
  if (joins_syllable(c)) return 0;
  if (is_wide_in_some(c)) return 2;
  const int known = utf8proc_charwidth(static_cast<utf8proc_int32_t>(c));
  switch (category(c)) {
    case UTF8PROC_CATEGORY_MC: return std::max(known, 1);
    case UTF8PROC_CATEGORY_CF: return is_prepended(c) ? 1 : known;
    case UTF8PROC_CATEGORY_CN: return is_reserved_for_wide(c) ? 2 : std::max(known, 1);
    default: return known;
  }
}

bool may_break_between(char32_t before, char32_t after) {
  if (before == zero_width_space) return true;
  if (after == zero_width_space || !(breaks_around(before) || breaks_around(after))) return false;
  return !stays_with_next(before) && !stays_with_previous(after);
}

}  // namespace viva
