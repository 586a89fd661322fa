#include "base/paragraphs.hpp"

namespace viva {

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  for (;;) {
    const auto newline = text.find('\n');
    lines.push_back(text.substr(0, newline));
    if (newline == std::string_view::npos) return lines;
    text.remove_prefix(newline + 1);
  }
}

std::vector<std::string_view> paragraphs_of(std::string_view text) {
  constexpr auto npos = std::string_view::npos;
  std::vector<std::string_view> paragraphs;
  std::size_t begin = npos, end = 0;  // of the paragraph so far
  const auto close = [&] {
    if (begin != npos) paragraphs.push_back(text.substr(begin, end - begin));
    begin = npos;
  };
  for (const auto line : lines_of(text)) {
    const auto at = static_cast<std::size_t>(line.data() - text.data());
    if (line.find_first_not_of(' ') == npos) {
      close();
      continue;
    }
    if (begin == npos) begin = at;
    end = at + line.size();
  }
  close();
  return paragraphs;
}

}  // namespace viva
