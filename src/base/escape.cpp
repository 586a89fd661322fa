#include "base/escape.hpp"

#include <vector>

#include "viva/base/text.hpp"

namespace viva {
namespace {

// Where a block would start: "1." and "1)" of a list, "-" and "+" too, "=" and "-" under a heading.
std::size_t block_marker(std::string_view text) {
  const auto after = text.find_first_not_of("0123456789");
  if (after == std::string_view::npos) return after;
  const bool counts = after > 0;
  if (counts && after + 1 < text.size() && text[after + 1] != ' ') return std::string_view::npos;  // "3.5"
  const auto markers = counts ? std::string_view{".)"} : std::string_view{"-+="};
  return markers.find(text[after]) == std::string_view::npos ? std::string_view::npos : after;
}

}  // namespace

std::string escape_markdown(std::string_view text) {
  // "@" would make a link, "$" a formula, braces attributes, "^" a superscript.
  constexpr std::string_view markup = "\\`*_[]{}#|~@$^";
  const auto shown = printable(text);
  const auto line = trimmed(shown);
  const auto marker = block_marker(line);
  std::string out;
  for (std::size_t at = 0; at < line.size(); ++at) {
    const char c = line[at];
    const char next = at + 1 < line.size() ? line[at + 1] : ' ';
    const bool link = (c == '.' && at >= 3 && fold_case(line.substr(at - 3, 3)) == "www") ||
                      (c == ':' && next != ' ' && !(next >= '0' && next <= '9'));
    const bool highlight = c == '=' && (next == '=' || (at > 0 && line[at - 1] == '='));
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else if (at == marker || link || highlight || markup.find(c) != std::string_view::npos)
      out += {'\\', c};
    else
      out += c;
  }
  return out;
}

std::string markdown_quote(std::string_view text) {
  std::vector<std::string> lines;
  for (;;) {
    const auto newline = text.find('\n');
    lines.push_back(escape_markdown(text.substr(0, newline)));
    if (newline == std::string_view::npos) break;
    text.remove_prefix(newline + 1);
  }
  std::string out;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    // A backslash at the end keeps the line break within a paragraph.
    const bool goes_on = i + 1 < lines.size() && !lines[i].empty() && !lines[i + 1].empty();
    out += (lines[i].empty() ? ">" : "> ") + lines[i] + (goes_on ? "\\\n" : "\n");
  }
  return out;
}

}  // namespace viva
