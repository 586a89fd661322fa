#include "tui/terminal/terminal_text.hpp"

#include <utf8proc.h>
#include <wchar.h>

namespace viva {
namespace {

constexpr std::size_t most_marks = 4;  // combining marks that curses keeps with a character

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

bool joins(wchar_t code_point) {
  return code_point == 0x200D || code_point == 0xFE0F || code_point == 0xFE0E;
}

}  // namespace

std::vector<std::wstring> terminal_cells(std::string_view cluster, int columns) {
  const auto all = code_points(cluster);
  const int known = all.empty() ? 0 : ::wcwidth(all.front());
  if (known < 1 || known > columns) return std::vector<std::wstring>(static_cast<std::size_t>(columns), L"?");
  std::wstring first{all.front()};
  for (std::size_t i = 1; i < all.size() && first.size() <= most_marks; ++i) {
    if (joins(all[i]) || ::wcwidth(all[i]) != 0) break;
    first += all[i];
  }
  std::vector<std::wstring> cells{first};
  if (known < columns) cells.emplace_back(L" ");
  return cells;
}

}  // namespace viva
