// The code points of UTF-8, one by one. Header only: small functions, to be inlined.
#pragma once

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace viva::utf8 {

struct Decoded {
  char32_t code_point;  // U+FFFD where the bytes are not valid
  std::size_t size;     // bytes taken, at least 1
  bool valid;
};

// The code point that begins at `at`, which is less than the text's size.
inline Decoded decode(std::string_view text, std::size_t at) {
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + at;
  utf8proc_int32_t code_point = 0;
  const auto size = utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size() - at), &code_point);
  if (size < 1) return {0xFFFD, 1, false};
  return {static_cast<char32_t>(code_point), static_cast<std::size_t>(size), true};
}

// Is it one of the 66 that Unicode will never give a meaning?
constexpr bool is_noncharacter(char32_t code_point) {
  return (code_point >= 0xFDD0 && code_point <= 0xFDEF) || (code_point & 0xFFFE) == 0xFFFE;
}

// Appends a code point.
inline void encode(char32_t code_point, std::string& out) {
  std::array<utf8proc_uint8_t, 4> bytes{};
  const auto size = utf8proc_encode_char(static_cast<utf8proc_int32_t>(code_point), bytes.data());
  out.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(size));
}

inline bool is_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// Is it ASCII without controls, a byte and a column each?
inline bool is_plain_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c >= 0x20 && c < 0x7F; });
}

}  // namespace viva::utf8
