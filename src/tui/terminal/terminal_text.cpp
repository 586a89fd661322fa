#include "tui/terminal/terminal_text.hpp"

#include <utf8proc.h>
#include <wchar.h>

#include <algorithm>

namespace viva {
namespace {

constexpr std::size_t most_characters = 5;  // that curses keeps in a cell

std::wstring code_points(std::string_view text) {
  std::wstring all;
  for (std::size_t at = 0; at < text.size();) {
    utf8proc_int32_t code_point = 0;
    const auto size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + at,
                                       static_cast<utf8proc_ssize_t>(text.size() - at), &code_point);
    if (size < 1) break;
    all += static_cast<wchar_t>(code_point);
    at += static_cast<std::size_t>(size);
  }
  return all;
}

// A mark above or below a letter, and none that selects a shape.
bool is_combining(wchar_t c) {
  const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
  const bool marks = category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_ME;
  return marks && !(c >= 0xFE00 && c <= 0xFE0F) && ::wcwidth(c) == 0;
}

}  // namespace

std::optional<std::wstring> curses_character(std::string_view cluster, int columns) {
  auto all = code_points(cluster);
  if (all.empty() || all.size() > most_characters || ::wcwidth(all.front()) != columns) return std::nullopt;
  if (!std::all_of(all.begin() + 1, all.end(), is_combining)) return std::nullopt;
  return all;
}

}  // namespace viva
