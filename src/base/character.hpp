// What one code point is to a line of text: how wide a terminal shows it, and whether a line may begin or end
// with it.
#pragma once

namespace viva {

// Does it end a line: LF, CR, form feed, vertical tab, NEL, U+2028 or U+2029?
bool ends_line(char32_t c);

// Is it an embedding or an override, U+202A to U+202E? They can show text in another order than it has.
bool reorders(char32_t c);

// Columns it takes on a terminal, 0 to 2, where it stands alone. Where terminals differ, the larger number:
// a spacing mark takes one, and so does a sign that goes before Arabic numbers.
int columns_of(char32_t c);

constexpr char32_t zero_width_space = 0x200B;

// May a line end between two code points that stand side by side? Only where one of them is an ideograph, a
// kana or another wide character, but not of Korean, which has spaces; not before closing punctuation, nor
// after opening punctuation. After Unicode's line breaking algorithm, https://www.unicode.org/reports/tr14.
bool may_break_between(char32_t before, char32_t after);

}  // namespace viva
