#include "viva/base/searchable.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <iterator>
#include <memory>
#include <utility>

#include "base/utf8.hpp"
#include "viva/base/text.hpp"

namespace viva {
namespace {

bool is_white(char c) { return (c >= '\t' && c <= '\r') || c == ' '; }

char folded_ascii(char c) {
  if (c >= 'A' && c <= 'Z') return static_cast<char>(c - 'A' + 'a');
  if (is_white(c)) return ' ';
  return c == '`' ? '\'' : c;
}

// Accents, and the points of Hebrew and Arabic, by their combining class. Those of other scripts, such as
// the vowels of Thai and the voicing of Japanese, make another letter.
bool is_accent(utf8proc_int32_t code_point) {
  const auto mark_class = utf8proc_get_property(code_point)->combining_class;
  return (mark_class >= 10 && mark_class <= 36) || mark_class >= 200;
}

// Letters that Unicode does not take apart, and punctuation of one meaning. Empty: as it is.
std::string_view same_as(char32_t code_point) {
  constexpr std::array<std::pair<char32_t, std::string_view>, 36> known{{
      {U'ø', "o"},  {U'ł', "l"},  {U'đ', "d"},  {U'ħ', "h"},  {U'ı', "i"},  {U'æ', "ae"},
      {U'œ', "oe"}, {U'ð', "d"},  {U'þ', "th"}, {U'‘', "'"},  {U'’', "'"},  {U'‚', "'"},
      {U'‛', "'"},  {U'′', "'"},  {U'‵', "'"},  {U'ʼ', "'"},  {U'ʹ', "'"},  {U'‹', "'"},
      {U'›', "'"},  {U'“', "\""}, {U'”', "\""}, {U'„', "\""}, {U'‟', "\""}, {U'«', "\""},
      {U'»', "\""}, {U'‐', "-"},  {U'‒', "-"},  {U'–', "-"},  {U'—', "-"},  {U'―', "-"},
      {U'−', "-"},  {U'⁃', "-"},  {U'֊', "-"},  {U'־', "-"},  {U'׳', "'"},  {U'״', "\""},
  }};
  const auto found = std::ranges::find(known, code_point, &std::pair<char32_t, std::string_view>::first);
  return found == known.end() ? std::string_view{} : found->second;
}

bool is_separator(utf8proc_int32_t code_point) {
  const auto category = utf8proc_category(code_point);
  return category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_ZL ||
         category == UTF8PROC_CATEGORY_ZP || code_point == 0x85;
}

std::string decomposed(std::string_view text) {
  const auto valid = valid_utf8(text);
  utf8proc_uint8_t* mapped = nullptr;
  const auto size =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(valid.data()),
                   static_cast<utf8proc_ssize_t>(valid.size()), &mapped,
                   static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE |
                                                  UTF8PROC_CASEFOLD | UTF8PROC_IGNORE));
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owned{mapped, &std::free};
  return size < 0 ? valid
                  : std::string{reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(size)};
}

void append_folded(std::string& out, char32_t code_point) {
  const auto signed_point = static_cast<utf8proc_int32_t>(code_point);
  if (code_point < 0x80)
    out += folded_ascii(static_cast<char>(code_point));
  else if (const auto same = same_as(code_point); !same.empty())
    out += same;
  else if (is_separator(signed_point))
    out += ' ';
  else if (!is_accent(signed_point))
    utf8::encode(code_point, out);
}

// Hyphens are "-", white space is " ".
std::string folded(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  if (utf8::is_ascii(text)) {
    std::ranges::transform(text, std::back_inserter(out), folded_ascii);
    return out;
  }
  const auto apart = decomposed(text);
  for (std::size_t at = 0; at < apart.size();) {
    const auto next = utf8::decode(apart, at);
    append_folded(out, next.code_point);
    at += next.size;
  }
  return out;
}

void part_at_hyphens(std::string& text) { std::ranges::replace(text, '-', ' '); }

}  // namespace

std::string searchable(std::string_view text) {
  auto out = folded(text);
  part_at_hyphens(out);
  return out;
}

std::vector<std::string> search_words(std::string_view typed) {
  const auto text = folded(typed);
  std::vector<std::string> words;
  for (auto begin = text.find_first_not_of(' '); begin != std::string::npos;) {
    const auto end = std::min(text.find(' ', begin), text.size());
    words.push_back(text.substr(begin, end - begin));
    part_at_hyphens(words.back());
    begin = text.find_first_not_of(' ', end);
  }
  std::erase_if(words, [](const auto& word) { return word.find_first_not_of(' ') == std::string::npos; });
  return words;
}

}  // namespace viva
