#include "base/markdown_lines.hpp"

#include <algorithm>

#include "viva/base/text.hpp"

namespace viva {
namespace {

constexpr std::size_t last_column = 200;  // of a mark that opens a block; deepest_text numbers need less
constexpr std::size_t longest_definition = 500;

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t") == std::string_view::npos; }
bool ends_mark(std::string_view text) { return text.empty() || text[0] == ' ' || text[0] == '\t'; }

// Bytes of the mark of a list or quote at the beginning of `text`, 0: there is none.
std::size_t mark_size(std::string_view text) {
  if (text.starts_with('>')) return 1;
  const bool bullet = text.starts_with('-') || text.starts_with('+') || text.starts_with('*');
  if (bullet) return ends_mark(text.substr(1)) ? 1 : 0;
  std::size_t digits = 0;
  while (digits < text.size() && is_digit(text[digits])) ++digits;
  if (digits == 0 || digits > 9 || digits == text.size()) return 0;
  const bool number = (text[digits] == '.' || text[digits] == ')') && ends_mark(text.substr(digits + 1));
  return number ? digits + 1 : 0;
}

// Nothing but three or more of one of "*-_", and spaces.
bool is_thematic_break(std::string_view text) {
  const char mark = text.empty() ? ' ' : text[0];
  if (mark != '*' && mark != '-' && mark != '_') return false;
  const char allowed[]{mark, ' ', '\t'};
  return text.find_first_not_of({allowed, 3}) == std::string_view::npos &&
         std::ranges::count(text, mark) >= 3;
}

// Characters of what would make the line before a heading, 0: it would not.
std::size_t underline_size(std::string_view text) {
  const char mark = text.empty() ? ' ' : text[0];
  if (mark != '=' && mark != '-') return 0;
  const auto end = std::min(text.find_first_not_of(mark), text.size());
  return is_blank(text.substr(end)) ? end : 0;
}

std::size_t indent_of(std::string_view line) { return std::min(line.find_first_not_of(" \t"), line.size()); }

// Might a line that begins so begin another block than a paragraph, or end one? An underline, too.
bool may_be_markup(std::string_view text) {
  return mark_size(text) > 0 || is_thematic_break(text) || underline_size(text) > 0 ||
         text.starts_with('#') || text.starts_with("```") || text.starts_with("~~~");
}

// Of the fence that opens a code block, 0: there is none.
std::size_t fence_size(std::string_view text) {
  const char mark = text.empty() ? ' ' : text[0];
  if (mark != '`' && mark != '~') return 0;
  const auto size = std::min(text.find_first_not_of(mark), text.size());
  return size >= 3 && (mark == '~' || text.find('`', size) == std::string_view::npos) ? size : 0;
}

bool is_indented_by_tab(std::string_view line) {
  return line.substr(0, indent_of(line)).find('\t') != std::string_view::npos;
}

// After spaces and the marks of lists and quotes.
std::size_t inner_text_begin(std::string_view line) {
  std::size_t at = 0;
  for (;;) {
    at = std::min(line.find_first_not_of(' ', at), line.size());
    const auto size = at < last_column ? mark_size(line.substr(at)) : 0;
    if (size == 0) return at;
    at += size;
  }
}

std::string normalised_name(std::string_view name) {
  std::string out;
  for (const char c : name) {
    const bool space = c == ' ' || c == '\t' || c == '\n';
    if (!space) out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    if (space && !out.empty() && out.back() != ' ') out += ' ';
  }
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

// Of "[name]" but not "[name]:".
std::unordered_set<std::string> names_in_brackets(std::string_view source) {
  std::unordered_set<std::string> names;
  if (source.find("]: ") == std::string_view::npos) return names;  // nothing is defined
  for (auto at = source.find('['); at != std::string_view::npos; at = source.find('[', at + 1)) {
    const auto end = source.find_first_of("[]\\", at + 1);
    if (end == std::string_view::npos || source[end] != ']' || end - at > longest_definition) continue;
    if (end + 1 < source.size() && source[end + 1] == ':') continue;
    names.insert(normalised_name(source.substr(at + 1, end - at - 1)));
  }
  return names;
}

}  // namespace

MarkdownLines::MarkdownLines(std::string_view source)
    : source_{source}, used_names_{names_in_brackets(source)} {}

std::size_t MarkdownLines::guarded_at(std::size_t begin, std::size_t end) {
  const auto line = source_.substr(begin, end - begin);
  const bool fenced = follow_fence(line);
  auto at = guarded_mark(line);
  if (fenced) in_plain_ = false;
  // The parser would make spaces of tabs.
  if (fenced && is_indented_by_tab(line)) at = 0;
  if (!fenced && at == std::string_view::npos)
    at = guarded_indent(line);
  else if (at == 0 && after_blank_)
    in_plain_ = !fenced;
  after_blank_ = is_blank(line);
  const auto code = fenced ? std::string_view::npos : follow_inner_fence(line);
  if (code != std::string_view::npos && is_indented_by_tab(line.substr(code))) at = code;
  return at == std::string_view::npos ? std::string_view::npos : begin + at;
}

// Is the line one of a fenced code block, or its fence?
bool MarkdownLines::follow_fence(std::string_view line) {
  const char mark = line.empty() ? ' ' : line[0];
  if (fence_.size == 0) {
    const auto opening = fence_size(line);
    if (opening > 0) fence_ = {mark, opening};
    return opening > 0;
  }
  const auto size = mark == '`' || mark == '~' ? std::min(line.find_first_not_of(mark), line.size()) : 0;
  if (mark == fence_.mark && size >= fence_.size && is_blank(line.substr(size))) fence_ = {};
  return true;
}

// Where the code begins in a line of a fenced code block that is in lists or quotes, npos: the line is none.
std::size_t MarkdownLines::follow_inner_fence(std::string_view line) {
  if (inner_fence_.size > 0) {
    const auto& before = inner_fence_.before;
    const auto text = line.substr(std::min(before.size(), line.size()));
    if (line.starts_with(before)) {
      const auto end = std::min(text.find_first_not_of(inner_fence_.mark), text.size());
      if (end >= inner_fence_.size && is_blank(text.substr(end))) inner_fence_ = {};
      return before.size();
    }
    if (is_blank(line) || without_end(line) == without_end(before)) return std::string_view::npos;
    inner_fence_ = {};
  }
  const auto begin = inner_text_begin(line);
  const auto text = line.substr(begin);
  const auto size = fence_size(text);
  if (begin == 0 || size == 0) return std::string_view::npos;
  inner_fence_ = {text[0], size, std::string{line.substr(0, begin)}};
  for (char& c : inner_fence_.before)
    if (c != '>') c = ' ';
  return std::string_view::npos;
}

std::size_t MarkdownLines::guarded_mark(std::string_view line) {
  const bool after_definition = after_definition_;
  after_definition_ = false;
  std::size_t at = 0, column = 0;
  for (;;) {
    while (at < line.size() && (line[at] == ' ' || line[at] == '\t')) column += line[at++] == '\t' ? 4u : 1u;
    const auto rest = line.substr(at);
    if (rest.empty()) return std::string_view::npos;
    const auto underline = underline_size(rest);
    if (underline > 0 && underline < 3 && (rest[0] == '=' || underline == 2 || in_plain_)) return at;
    if (rest[0] == '[') {
      after_definition_ = at == 0 && defines_used_name(rest);
      return after_definition_ ? std::string_view::npos : at;
    }
    const bool title = rest[0] == '"' || rest[0] == '\'' || rest[0] == '(';
    if (after_definition && title) return at;
    if (is_thematic_break(rest)) return std::string_view::npos;
    const auto size = mark_size(rest);
    if (size == 0) return std::string_view::npos;
    if (column >= last_column || (size > 4 && is_digit(rest[0]))) return at;
    at += size;
    column += size;
  }
}

// Spaces are kept at the beginning of a line where CommonMark sees nothing but the same paragraph.
std::size_t MarkdownLines::guarded_indent(std::string_view line) {
  const auto indent = indent_of(line);
  const auto text = line.substr(indent);
  if (text.empty()) {
    in_plain_ = false;
    return std::string_view::npos;
  }
  const bool deep = indent >= 4 || line.substr(0, indent).find('\t') != std::string_view::npos;
  const bool continues = in_plain_ && indent > 0 && (deep || !may_be_markup(text));
  if (continues) return 0;
  const bool plain = indent == 0 && (after_blank_ || in_plain_) && !may_be_markup(text);
  in_plain_ = plain && !after_definition_;
  return std::string_view::npos;
}

// "[name]: https://address" on a line of its own.
bool MarkdownLines::defines_used_name(std::string_view line) {
  const auto end = line.find_first_of("[]\\", 1);
  if (!after_blank_ && defined_names_.empty()) return false;
  if (line.size() > longest_definition || end == std::string_view::npos ||
      !line.substr(end).starts_with("]: "))
    return false;
  const auto address = line.find_first_not_of(" <", end + 2);
  if (address == std::string_view::npos) return false;
  const auto scheme = fold_case(line.substr(address, 8));
  if (!scheme.starts_with("http://") && scheme != "https://") return false;
  const auto name = normalised_name(line.substr(1, end - 1));
  return used_names_.contains(name) && defined_names_.insert(name).second;
}

}  // namespace viva
