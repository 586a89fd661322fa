#include "viva/base/text.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>
#include <utility>

#include "base/character.hpp"
#include "base/utf8.hpp"

namespace viva {
namespace {

using utf8::decode;
using utf8::encode;
using utf8::is_plain_ascii;

// What printable() shows for what is not invisible.
char32_t shown_as(char32_t c) {
  if (is_printable(c)) return c;
  if (c == U'\t' || ends_line(c)) return U' ';
  return c < 0x20 ? 0x2400 + c : 0xFFFD;
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

bool is_regional_indicator(char32_t c) { return c >= 0x1F1E6 && c <= 0x1F1FF; }

// Adds up the columns of a cluster. Two regional indicators are a flag, as wide as one.
class ClusterColumns {
 public:
  int total() const { return total_; }
  int after(char32_t c) const { return total_ + of(c); }

  void add(char32_t c) {
    last_ = of(c);
    total_ += last_;
    flag_ = is_regional_indicator(c) && !flag_;
  }

 private:
  int of(char32_t c) const {
    constexpr char32_t emoji_selector = 0xFE0F;
    if (is_regional_indicator(c)) return flag_ ? 0 : 2;
    if (c == emoji_selector) return last_ == 1 ? 1 : 0;
    return columns_of(c);
  }

  int total_ = 0, last_ = 0;
  bool flag_ = false;
};

constexpr int widest_cluster = 16;  // of a family with its skin tones

// What takes no column belongs to the cluster before it, as in a terminal's cell.
Cluster cluster_at(std::string_view text, std::size_t begin) {
  utf8proc_int32_t state = 0, current = -1;
  ClusterColumns columns;
  std::size_t at = begin;
  while (at < text.size() && (text[at] != '\n' || at == begin)) {
    const auto next = decode(text, at);
    if (!is_invisible(next.code_point)) {
      const auto shown = shown_as(next.code_point);
      const auto point = static_cast<utf8proc_int32_t>(shown);
      const bool begins = current >= 0 && utf8proc_grapheme_break_stateful(current, point, &state);
      const int after = columns.after(shown);
      if (current >= 0 && after > columns.total() && (begins || after > widest_cluster)) break;
      columns.add(shown);
      current = point;
    }
    at += next.size;
    if (next.code_point == U'\n') break;
  }
  return {at - begin, columns.total()};
}

// The end of the longest run of whole clusters that fits.
std::size_t fitting_end(std::string_view text, int columns) {
  std::size_t at = 0;
  for (int used = 0; at < text.size();) {
    const auto next = first_cluster(text.substr(at));
    used += next.columns;
    if (used > columns) break;
    at += next.size;
  }
  return at;
}

// What printable() makes of it, with those code points as they are that it `keeps`.
template <class Keeps>
std::string shown(std::string_view text, const Keeps& keeps) {
  std::string out;
  out.reserve(text.size() + 8);
  for (std::size_t at = 0; at < text.size();) {
    const auto next = decode(text, at);
    const auto c = next.code_point;
    at += next.size;
    const bool first_of_two = c == U'\r' && at < text.size() && text[at] == '\n';
    if (first_of_two) continue;
    if (keeps(c))
      encode(c, out);
    else if (!is_invisible(c))
      encode(shown_as(c), out);
  }
  return out;
}

// Does it have a line end other than a newline? Looks at bytes, since nearly no text has one.
bool has_unusual_line_end(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '\r' || c == '\v' || c == '\f') return true;
    if (c != '\xC2' && c != '\xE2') continue;
    const auto rest = text.substr(at);
    if (rest.starts_with("\u0085") || rest.starts_with("\u2028") || rest.starts_with("\u2029")) return true;
  }
  return false;
}

template <class Show>
std::string by_line(std::string_view text, const Show& show) {
  if (is_plain_ascii(text)) return std::string{text};
  const auto source = with_newlines(text);
  std::string out;
  for (const auto line : split_lines(source)) {
    if (line.data() != source.data()) out += '\n';
    out += show(line);
  }
  return out;
}

}  // namespace

bool is_printable(char32_t c) {
  const auto within = [c](char32_t low, char32_t high) { return c >= low && c <= high; };
  if (c < 0x7F) return c >= 0x20;
  return !(within(0x7F, 0x9F) || within(0x2028, 0x2029) || within(0x206A, 0x206F) || within(0xFFF9, 0xFFFB) ||
           within(0xE0000, 0xE007F) || is_invisible(c));
}

bool is_invisible(char32_t c) {
  const auto within = [c](char32_t low, char32_t high) { return c >= low && c <= high; };
  if (c < 0xAD) return false;
  return c == 0xAD || c == 0x061C || c == zero_width_space || within(0x200E, 0x200F) ||
         within(0x202A, 0x202E) || within(0x2060, 0x2069) || c == 0xFEFF;
}

std::string with_newlines(std::string_view text) {
  constexpr std::string_view mark = "\uFEFF";
  if (text.starts_with(mark)) text.remove_prefix(mark.size());
  std::string out;
  if (!has_unusual_line_end(text)) return out = text;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const auto next = decode(text, at);
    const auto bytes = text.substr(at, next.size);
    at += next.size;
    if (!next.valid || !ends_line(next.code_point))
      out += bytes;
    else if (next.code_point == 0x2029)
      out += "\n\n";
    else if (bytes != "\r" || at == text.size() || text[at] != '\n')
      out += '\n';
  }
  return out;
}

std::string printable(std::string_view text) {
  if (is_plain_ascii(text)) return std::string{text};
  return shown(text, [](char32_t) { return false; });
}

std::string breakable(std::string_view text) {
  if (is_plain_ascii(text)) return std::string{text};
  return shown(text, [](char32_t c) { return c == zero_width_space; });
}

std::string printable_lines(std::string_view text) { return by_line(text, printable); }

std::string typeset_lines(std::string_view text) {
  const auto keeps = [](char32_t c) { return c == U'\t' || (is_invisible(c) && !reorders(c)); };
  return by_line(text, [&](std::string_view line) {
    return is_plain_ascii(line) ? std::string{line} : shown(line, keeps);
  });
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
  for (std::size_t at = 0; at < text.size();) {
    const auto next = first_cluster(text.substr(at));
    columns += next.columns;
    at += next.size;
  }
  return columns;
}

std::vector<std::string_view> graphemes(std::string_view text) {
  std::vector<std::string_view> clusters;
  while (!text.empty()) {
    clusters.push_back(text.substr(0, first_cluster(text).size));
    text.remove_prefix(clusters.back().size());
  }
  return clusters;
}

Cluster first_cluster(std::string_view text) {
  if (is_plain(text[0]) && (text.size() == 1 || is_plain(text[1]))) return {1, 1};
  return cluster_at(text, 0);
}

std::string clip(std::string_view text, int columns) {
  auto shown = printable(text);
  if (width(shown) <= columns) return shown;
  if (columns < 1) return {};
  if (columns == 1) return "…";
  shown.resize(fitting_end(shown, columns - 1));
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
      out.append(static_cast<std::size_t>(std::max(1, width(cluster))), '?');
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
