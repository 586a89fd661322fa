#include "base/markdown_source.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "base/character.hpp"
#include "base/markdown_lines.hpp"
#include "base/utf8.hpp"
#include "viva/base/text.hpp"

namespace viva {
namespace {

// The first is like a letter to CommonMark. After the punctuation, a run of "*" cannot open; the second makes
// that punctuation known as a guard.
constexpr std::string_view guard = "\uFDD0";
constexpr std::string_view no_opening = "\u2056\uFDD1";
// Goes before a bracket. The parser takes the backslash away where it is not within code.
constexpr std::string_view escaping = "\uFDD2\\";
constexpr std::string_view escaped = "\uFDD2";
constexpr std::size_t lines_with_links = 1000;  // some parsers need the square of a paragraph's lines

bool is_word_part(char c) { return is_alphanumeric(c) || c == '_'; }

bool has_web_scheme(std::string_view text) {
  const auto scheme = fold_case(text.substr(0, 8));
  return scheme.starts_with("http://") || scheme == "https://";
}

// Valid UTF-8 without guards, embeddings and overrides, each line ended by a newline.
std::string in_lines(std::string_view text) {
  const auto source = with_newlines(text);
  std::string out;
  out.reserve(source.size() + source.size() / 8 + 8);
  for (std::size_t at = 0; at < source.size();) {
    auto end = at;
    while (end < source.size() && static_cast<unsigned char>(source[end]) - 1U < 0x7F) ++end;
    out.append(source, at, end - at);
    at = end;
    if (at == source.size()) break;
    const auto next = utf8::decode(source, at);
    at += next.size;
    if (reorders(next.code_point)) continue;
    const bool lacks_meaning = next.code_point == 0 || utf8::is_noncharacter(next.code_point);
    utf8::encode(lacks_meaning ? 0xFFFD : next.code_point, out);
  }
  return out;
}

class Guarding {
 public:
  explicit Guarding(std::string_view source) : source_{source}, lines_{source} {
    out_.reserve(source.size() + source.size() / 8 + 8);
  }

  std::string run() {
    for (std::size_t begin = 0; begin < source_.size();) {
      const auto newline = std::min(source_.find('\n', begin), source_.size());
      const auto guarded = lines_.guarded_at(begin, newline);
      const bool blank =
          source_.substr(begin, newline - begin).find_first_not_of(" \t") == std::string_view::npos;
      lines_in_row_ = blank ? 0 : lines_in_row_ + 1;
      copy(begin, std::min(guarded, newline));
      if (guarded != std::string_view::npos) out_ += guard;
      if (guarded != std::string_view::npos) copy(guarded, newline);
      if (newline < source_.size()) out_ += '\n';
      begin = newline + 1;
    }
    return std::move(out_);
  }

 private:
  char at(std::size_t offset) const { return offset < source_.size() ? source_[offset] : '\n'; }

  void copy(std::size_t begin, std::size_t end) {
    const auto is_watched = [](char c) { return c == '*' || c == '_' || c == '<' || c == '[' || c == ']'; };
    while (begin < end) {
      auto next = begin;
      while (next < end && !is_watched(source_[next])) ++next;
      out_ += source_.substr(begin, next - begin);
      begin = next < end ? copy_mark(next) : end;
    }
  }

  // Each returns the offset after what it has copied.
  std::size_t copy_mark(std::size_t begin) {
    switch (source_[begin]) {
      case '*': return copy_stars(begin);
      case '_': return copy_underscores(begin);
      case '<': return copy_address_bracket(begin);
      case '[': return copy_bracket(begin);
      default: return copy_text_bracket(begin);
    }
  }

  std::size_t copy_bracket(std::size_t begin) {
    const bool is_text = lines_in_row_ > lines_with_links && (begin == 0 || source_[begin - 1] != '\\');
    if (is_text) out_ += escaping;
    out_ += '[';
    return begin + 1;
  }

  std::size_t copy_stars(std::size_t begin) {
    const auto end = std::min(source_.find_first_not_of('*', begin), source_.size());
    out_ += source_.substr(begin, end - begin);
    if (begin > 0 && is_alphanumeric(at(begin - 1)) && is_alphanumeric(at(end))) out_ += no_opening;
    return end;
  }

  // "__init__", one word of ASCII.
  std::size_t copy_underscores(std::size_t begin) {
    const bool starts = begin == 0 || !is_word_part(source_[begin - 1]);
    auto end = begin;
    while (is_word_part(at(end))) ++end;
    const auto word = source_.substr(begin, end - begin);
    const bool alone =
        starts && word.size() > 4 && word.starts_with("__") && word.ends_with("__") && is_letter(word[2]);
    if (alone) out_.append(guard).append(word).append(guard);
    if (!alone) out_ += word;
    return end;
  }

  // An address alone is a link only if it is one of the web.
  std::size_t copy_address_bracket(std::size_t begin) {
    out_ += '<';
    if (!has_web_scheme(source_.substr(begin + 1))) out_ += guard;
    return begin + 1;
  }

  // So is the address after a text in brackets.
  std::size_t copy_text_bracket(std::size_t begin) {
    out_ += ']';
    if (at(begin + 1) != '(') return begin + 1;
    auto address = std::min(source_.find_first_not_of(" \t\n", begin + 2), source_.size());
    if (at(address) == '<') ++address;
    if (!has_web_scheme(source_.substr(address))) out_ += guard;
    return begin + 1;
  }

  std::string_view source_;
  MarkdownLines lines_;
  std::size_t lines_in_row_ = 0;  // since a blank one
  std::string out_;
};

// md4c up to 0.5.2 takes the offset of a line for the beginning of a list item, if its lowest byte is that of
// MD_BLOCK_LI, and ends the list after the next empty line. Empty lines before the text move all offsets, so
// that none is like that: all where lines begin, after each of their marks, and end. A text of many lines may
// need all 256 residues; then nothing helps.
std::size_t lines_to_put_before(std::string_view source) {
  constexpr std::string_view marks = " \t>-+*#0123456789.)";
  constexpr std::size_t list_item = 4, residues = 256;
  std::array<bool, residues> unfit{};
  const auto forbid = [&](std::size_t offset) { unfit[(list_item - offset) % residues] = true; };
  for (std::size_t begin = 0; begin < source.size();) {
    const auto end = std::min(source.find('\n', begin), source.size());
    auto at = begin;
    for (; at < end && marks.find(source[at]) != std::string_view::npos; ++at)
      if (at == begin || source[at - 1] == ' ') forbid(at);
    forbid(at);
    forbid(end);
    begin = end + 1;
  }
  const auto fit = std::ranges::find(unfit, false);
  return fit == unfit.end() ? 0 : static_cast<std::size_t>(fit - unfit.begin());
}

}  // namespace

std::string guarded_markdown(std::string_view text) {
  const auto source = in_lines(text);
  auto guarded = Guarding{source}.run();
  if (guarded.find('\n') == std::string_view::npos) return guarded;
  return guarded.insert(0, lines_to_put_before(guarded), '\n');
}

void append_clean(std::string& out, char32_t c, bool code) {
  const bool layout = c == U'\t' || (c == U'\n');
  if (code && is_invisible(c)) return;
  const bool stays = layout || is_printable(c) || (is_invisible(c) && !reorders(c));
  const char32_t shown = c < 0x20 ? 0x2400 + c : 0xFFFD;
  utf8::encode(stays && !utf8::is_noncharacter(c) ? c : shown, out);
}

void append_unguarded(std::string& out, std::string_view text, bool code) {
  for (std::size_t at = 0; at < text.size();) {
    const auto rest = text.substr(at);
    if (is_plain(text[at])) {
      auto end = at + 1;
      while (end < text.size() && is_plain(text[end])) ++end;
      out += text.substr(at, end - at);
      at = end;
    } else if (rest.starts_with(guard)) {
      at += guard.size();
    } else if (rest.starts_with(escaped)) {
      at += rest.starts_with(escaping) ? escaping.size() : escaped.size();
    } else if (rest.starts_with(no_opening)) {
      at += no_opening.size();
    } else {
      const auto next = utf8::decode(text, at);
      append_clean(out, next.code_point, code);
      at += next.size;
    }
  }
}

}  // namespace viva
