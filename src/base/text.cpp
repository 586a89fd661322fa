#include "viva/base/text.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <utility>

#include "base/utf8.hpp"

namespace viva {
namespace {

using utf8::decode;
using utf8::encode;

// What printable() shows for it.
char32_t shown_as(const utf8::Decoded& from) {
  if (is_printable(from.code_point)) return from.code_point;
  if (from.code_point == U'\t' || from.code_point == U'\n') return U' ';
  return from.code_point < 0x20 ? 0x2400 + from.code_point : 0xFFFD;
}

bool is_plain_ascii(std::string_view text) { return std::ranges::all_of(text, is_plain); }

int code_point_width(char32_t code_point) {
  constexpr char32_t emoji_selector = 0xFE0F;
  const bool flag = code_point >= 0x1F1E6 && code_point <= 0x1F1FF;
  if (flag || code_point == emoji_selector) return 2;
  return utf8proc_charwidth(static_cast<utf8proc_int32_t>(code_point));
}

// Of one cluster: the widest of its code points. Adding them up is wrong for joined emoji.
int cluster_width(std::string_view cluster) {
  int widest = 0;
  for (std::size_t at = 0; at < cluster.size();) {
    const auto next = decode(cluster, at);
    widest = std::max(widest, code_point_width(shown_as(next)));
    at += next.size;
  }
  return std::min(widest, 2);
}

// Without the marks that are part of it: "e" of "é".
char32_t base_letter(char32_t code_point) {
  std::array<utf8proc_int32_t, 8> parts{};
  int boundary = 0;
  const auto count =
      utf8proc_decompose_char(static_cast<utf8proc_int32_t>(code_point), parts.data(),
                              static_cast<utf8proc_ssize_t>(parts.size()), UTF8PROC_DECOMPOSE, &boundary);
  return count > 0 ? static_cast<char32_t>(parts.front()) : code_point;
}

std::size_t cluster_end(std::string_view text, std::size_t from) {
  utf8proc_int32_t state = 0;
  const auto first = decode(text, from);
  std::size_t at = from + first.size;
  if (first.code_point == U'\n') return at;
  auto current = static_cast<utf8proc_int32_t>(shown_as(first));
  while (at < text.size() && text[at] != '\n') {
    const auto decoded = decode(text, at);
    const auto next = static_cast<utf8proc_int32_t>(shown_as(decoded));
    if (utf8proc_grapheme_break_stateful(current, next, &state)) break;
    at += decoded.size;
    current = next;
  }
  return at;
}

// The longest run of whole clusters that fits, at least one.
std::size_t fitting_prefix(std::string_view text, int columns) {
  std::size_t at = cluster_end(text, 0);
  int used = cluster_width(text.substr(0, at));
  while (at < text.size()) {
    const auto end = cluster_end(text, at);
    used += cluster_width(text.substr(at, end - at));
    if (used > columns) break;
    at = end;
  }
  return at;
}

// One paragraph, without newlines, already printable.
void wrap_paragraph(std::string_view text, int columns, std::vector<std::string>& lines) {
  std::string line;
  int used = 0;
  while (!text.empty()) {
    const auto start = text.find_first_not_of(' ');
    if (start == std::string_view::npos) break;
    text.remove_prefix(start);
    auto word = text.substr(0, text.find(' '));
    text.remove_prefix(word.size());
    int needed = width(word);
    if (used > 0 && used + 1 + needed > columns) {
      lines.push_back(std::exchange(line, {}));
      used = 0;
    }
    while (needed > columns) {
      const auto size = fitting_prefix(word, columns);
      if (size == word.size()) break;
      lines.emplace_back(word.substr(0, size));
      word.remove_prefix(size);
      needed = width(word);
    }
    if (used > 0) line += ' ';
    line += word;
    used += (used > 0 ? 1 : 0) + needed;
  }
  lines.push_back(std::move(line));
}

}  // namespace

bool is_printable(char32_t c) {
  const auto within = [c](char32_t low, char32_t high) { return c >= low && c <= high; };
  return !(c < 0x20 || within(0x7F, 0x9F) || c == 0x061C || c == 0x200E || c == 0x200F ||
           within(0x2028, 0x202E) || within(0x2066, 0x206F) || within(0xFFF9, 0xFFFB) || c == 0xFEFF ||
           within(0xE0000, 0xE007F));
}

std::string printable(std::string_view text) {
  if (is_plain_ascii(text)) return std::string{text};
  std::string out;
  out.reserve(text.size() + 8);
  for (std::size_t at = 0; at < text.size();) {
    const auto next = decode(text, at);
    at += next.size;
    encode(shown_as(next), out);
  }
  return out;
}

std::string printable_lines(std::string_view text) {
  std::string out;
  for (const auto line : split_lines(text)) {
    if (line.data() != text.data()) out += '\n';
    out += printable(line);
  }
  return out;
}

std::vector<std::string_view> split_lines(std::string_view text) {
  std::vector<std::string_view> lines;
  for (;;) {
    const auto newline = text.find('\n');
    lines.push_back(text.substr(0, newline));
    if (newline == std::string_view::npos) return lines;
    text.remove_prefix(newline + 1);
  }
}

std::vector<std::string_view> split_paragraphs(std::string_view text) {
  constexpr auto npos = std::string_view::npos;
  std::vector<std::string_view> paragraphs;
  std::size_t begin = npos, end = 0;  // of the paragraph so far
  const auto close = [&] {
    if (begin != npos) paragraphs.push_back(text.substr(begin, end - begin));
    begin = npos;
  };
  for (const auto line : split_lines(text)) {
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

std::size_t count_code_points(std::string_view text) {
  return text.size() - static_cast<std::size_t>(std::ranges::count_if(text, continues_code_point));
}

int width(std::string_view text) {
  if (is_plain_ascii(text)) return static_cast<int>(text.size());
  int columns = 0;
  for (const auto cluster : graphemes(text)) columns += cluster_width(cluster);
  return columns;
}

std::vector<std::string_view> graphemes(std::string_view text) {
  std::vector<std::string_view> clusters;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = cluster_end(text, at);
    clusters.push_back(text.substr(at, end - at));
    at = end;
  }
  return clusters;
}

Cluster first_cluster(std::string_view text) {
  if (is_plain(text[0]) && (text.size() == 1 || is_plain(text[1]))) return {1, 1};
  const auto size = cluster_end(text, 0);
  return {size, cluster_width(text.substr(0, size))};
}

std::vector<std::string> wrap(std::string_view text, int columns) {
  std::vector<std::string> lines;
  for (const auto paragraph : split_lines(text))
    wrap_paragraph(printable(paragraph), std::max(columns, 1), lines);
  return lines;
}

std::string clip(std::string_view text, int columns) {
  auto shown = printable(text);
  if (width(shown) <= columns) return shown;
  if (columns < 1) return {};
  if (columns == 1) return "…";
  auto end = fitting_prefix(shown, columns - 1);
  if (width(std::string_view{shown}.substr(0, end)) > columns - 1) end = 0;
  shown.resize(end);
  while (shown.ends_with(' ')) shown.pop_back();
  return shown + "…";
}

std::string fit(std::string_view text, int columns) {
  auto shown = clip(text, columns);
  shown.append(static_cast<std::size_t>(std::max(0, columns - width(shown))), ' ');
  return shown;
}

std::string without_end(std::string_view text) {
  return std::string{text.substr(0, text.find_last_not_of(" \t\n") + 1)};
}

std::string_view trimmed(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

std::string fold_case(std::string_view text) {
  std::string folded{text};
  if (is_plain_ascii(text)) {
    for (char& c : folded)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return folded;
  }
  utf8proc_uint8_t* mapped = nullptr;
  const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                 static_cast<utf8proc_ssize_t>(text.size()), &mapped,
                                 static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPAT |
                                                                UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD));
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owned{mapped, &std::free};
  if (size >= 0) folded.assign(reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(size));
  return folded;
}

std::string to_ascii(std::string_view text) {
  static constexpr std::array<std::pair<char32_t, std::string_view>, 46> known{{
      {U'·', "-"},  {U'…', "..."}, {U'–', "-"},  {U'—', "--"}, {U'‘', "'"},  {U'’', "'"},  {U'“', "\""},
      {U'”', "\""}, {U'×', "x"},   {U'≤', "<="}, {U'≥', ">="}, {U'→', "->"}, {U'←', "<-"}, {U'±', "+-"},
      {U'≈', "~"},  {U'█', "#"},   {U'░', "."},  {U'✓', "x"},  {U'µ', "u"},  {U'−', "-"},  {0xA0, " "},
      {U'•', "*"},  {U'▉', "#"},   {U'▊', "#"},  {U'▋', "#"},  {U'▌', "#"},  {U'▍', "."},  {U'▎', "."},
      {U'▏', "."},  {U'▁', "."},   {U'▂', "."},  {U'▃', ":"},  {U'▄', ":"},  {U'▅', "="},  {U'▆', "="},
      {U'↑', "^"},  {U'↓', "v"},   {U'▸', ">"},  {U'▇', "#"},  {U'▒', ":"},  {U'▓', "="},  {U'│', "|"},
      {U'┤', "+"},  {U'└', "+"},   {U'─', "-"},  {U'↪', "\\"},
  }};
  if (is_plain_ascii(text)) return std::string{text};
  std::string out;
  for (const auto cluster : graphemes(text)) {
    const auto first = decode(cluster, 0).code_point;
    const auto found = std::ranges::find(known, first, &std::pair<char32_t, std::string_view>::first);
    if (found != known.end())
      out += found->second;
    else if (const auto base = base_letter(first); base < 0x80)
      out += static_cast<char>(base);
    else
      out.append(static_cast<std::size_t>(std::max(1, cluster_width(cluster))), '?');
  }
  return out;
}

std::size_t find_invalid_utf8(std::string_view text, std::size_t from) {
  for (std::size_t at = from; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      ++at;
      continue;
    }
    const auto next = decode(text, at);
    if (!next.valid) return at;
    at += next.size;
  }
  return std::string_view::npos;
}

std::string valid_utf8(std::string_view text) {
  std::string out;
  std::size_t from = 0;
  for (auto bad = find_invalid_utf8(text); bad != std::string_view::npos;
       bad = find_invalid_utf8(text, from)) {
    out.append(text.substr(from, bad - from)).append("\uFFFD");
    from = bad + 1;
  }
  return out.append(text.substr(from));
}

}  // namespace viva
