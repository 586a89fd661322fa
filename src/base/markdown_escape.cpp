#include "base/markdown_escape.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <iterator>
#include <set>
#include <utility>

#include "base/utf8.hpp"
#include "viva/base/text.hpp"

namespace viva {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n'; }

void append_entity(std::string& out, char32_t c) {
  fmt::format_to(std::back_inserter(out), "&#{};", static_cast<std::uint32_t>(c));
}

// Text from one character on, as it is written.
class Escaping {
 public:
  Escaping(std::string& out, std::string_view text, TextPlace place)
      : out_{out}, text_{text}, place_{place}, last_{last_begin(text)} {}

  void run() {
    while (at_ < text_.size()) {
      if (starts_line()) number_mark_ = find_number_mark();
      if (add_word()) continue;
      const auto next = utf8::decode(text_, at_);
      const bool as_entity = (at_ == 0 && place_.ends.first) || (at_ == last_ && place_.ends.last);
      if (as_entity || !is_printable(next.code_point))
        add_unusual(next.code_point, as_entity);
      else if (next.code_point >= 0x80)
        out_ += text_.substr(at_, next.size);
      else
        add_ascii(text_[at_]);
      at_ += next.size;
    }
  }

  static std::size_t last_begin(std::string_view text) {
    auto at = text.size() - 1;
    while (at > 0 && continues_code_point(text[at])) --at;
    return at;
  }

 private:
  bool starts_line() const { return out_.empty() || out_.back() == '\n'; }
  char before() const { return at_ > 0 ? text_[at_ - 1] : '\n'; }
  char after() const { return at_ + 1 < text_.size() ? text_[at_ + 1] : place_.next; }

  // Letters and digits that are neither first nor last, which most of a text is.
  bool add_word() {
    auto end = at_;
    if (at_ > 0)
      while (end < last_ && is_alphanumeric(text_[end])) ++end;
    out_ += text_.substr(at_, end - at_);
    return std::exchange(at_, end) < end;
  }

  void add_unusual(char32_t c, bool as_entity) {
    const bool breaks = c == U'\n' && !as_entity && !place_.one_line && !starts_line() && after() != '\n';
    if (breaks)
      out_ += "\\\n";
    else
      append_entity(out_, c);
  }

  void add_ascii(char c) {
    constexpr std::string_view markup = "\\`*[]{}#|~@$^";
    if (c == '&')
      out_ += "&amp;";
    else if (c == '<')
      out_ += "&lt;";
    else if (c == '>')
      out_ += "&gt;";
    else if (c == ' ' && (starts_line() || after() == '\n'))
      out_ += "&#32;";
    else if (markup.find(c) != std::string_view::npos || is_mark_here(c))
      out_ += {'\\', c};
    else
      out_ += c;
  }

  // A mark because of what is beside it, or of where it is.
  bool is_mark_here(char c) const {
    switch (c) {
      case '_': return !is_within_word();
      case '!': return at_ + 1 == text_.size();
      case '-':
      case '+': return starts_line();
      case '=': return starts_line() || before() == '=' || after() == '=';
      case '.': return at_ == number_mark_ || (at_ >= 3 && fold_case(text_.substr(at_ - 3, 3)) == "www");
      case ')': return at_ == number_mark_;
      case ':': return before() != ':' && after() != ':' && !is_blank(after()) && !is_digit(after());
      default: return false;
    }
  }

  // Between two letters or digits that are written as such.
  bool is_within_word() const {
    const bool first = at_ == 0 || (at_ == 1 && place_.ends.first);
    const bool last = at_ + 1 == text_.size() || (at_ + 2 == text_.size() && place_.ends.last);
    return !first && !last && is_alphanumeric(before()) && is_alphanumeric(after());
  }

  // What makes a number at the beginning of a line a mark of a list.
  std::size_t find_number_mark() const {
    const auto end = std::min(text_.find_first_not_of("0123456789", at_), text_.size());
    if (end == at_ || end == text_.size() || (text_[end] != '.' && text_[end] != ')'))
      return std::string_view::npos;
    return end + 1 == text_.size() || is_blank(text_[end + 1]) ? end : std::string_view::npos;
  }

  std::string& out_;
  std::string_view text_;
  TextPlace place_;
  std::size_t last_, at_ = 0, number_mark_ = std::string_view::npos;
};

}  // namespace

Neighbour first_neighbour(std::string_view text, EscapedEnds ends) {
  const bool alone = Escaping::last_begin(text) == 0;
  if (ends.first || (alone && ends.last)) return neighbour(U'&');
  if (text.front() == '\n') return {.space = true, .punctuation = true};  // "\", but nothing opens before it
  return neighbour(utf8::decode(text, 0).code_point);
}

Neighbour last_neighbour(std::string_view text, EscapedEnds ends) {
  const auto last = Escaping::last_begin(text);
  if (ends.last || (last == 0 && ends.first)) return neighbour(U';');
  return neighbour(utf8::decode(text, last).code_point);
}

void append_escaped(std::string& out, std::string_view text, TextPlace place) {
  Escaping{out, text, place}.run();
}

void append_code_span(std::string& out, std::string_view code) {
  // The shortest that is not within: parsers bound its length.
  std::set<std::size_t> runs;
  for (auto at = code.find('`'); at != std::string_view::npos;) {
    const auto end = std::min(code.find_first_not_of('`', at), code.size());
    runs.insert(end - at);
    at = code.find('`', end);
  }
  std::size_t size = 1;
  while (runs.contains(size)) ++size;
  const std::string fence(size, '`');
  const bool beside_fence = code.starts_with('`') || code.ends_with('`');
  const bool stripped =
      code.starts_with(' ') && code.ends_with(' ') && code.find_first_not_of(' ') != std::string_view::npos;
  const std::string_view space = beside_fence || stripped ? " " : "";
  out.append(fence).append(space);
  for (const char c : code) out += c == '\n' ? ' ' : c;
  out.append(space).append(fence);
}

// Some parsers see marks of emphasis within an address, so those are entities too.
std::string escaped_address(std::string_view address) {
  constexpr std::string_view special = "\\`|", marks = "&<>*[]! \n";
  std::string out;
  for (std::size_t i = 0; i < address.size(); ++i) {
    const char c = address[i];
    const bool within_word =
        i > 0 && i + 1 < address.size() && is_alphanumeric(address[i - 1]) && is_alphanumeric(address[i + 1]);
    if (marks.find(c) != std::string_view::npos || (c == '_' && !within_word))
      append_entity(out, static_cast<unsigned char>(c));
    else if (special.find(c) != std::string_view::npos)
      out += {'\\', c};
    else
      out += c;
  }
  return out;
}

std::string escaped_word(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '&' || c == '\\' || is_blank(c))
      append_entity(out, static_cast<unsigned char>(c));
    else
      out += c;
  }
  return out;
}

}  // namespace viva
