#include "base/json_tokens.hpp"

#include "viva/base/text.hpp"

namespace viva {
namespace {

bool is_word(char c) {
  const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  const bool multibyte = static_cast<unsigned char>(c) >= 0x80;
  return letter || multibyte || is_digit(c) || std::string_view{"_+-.$"}.find(c) != std::string_view::npos;
}

std::size_t string_length(std::string_view text) {
  for (std::size_t i = 1; i < text.size(); ++i) {
    if (text[i] == '"') return i + 1;
    if (text[i] == '\n' || text[i] == '\r') return i;
    if (text[i] == '\\' && i + 1 < text.size() && text[i + 1] != '\n') ++i;
  }
  return text.size();
}

}  // namespace

std::size_t skip_space(std::string_view text, std::size_t at) {
  while (at < text.size() && (text[at] == ' ' || text[at] == '\n' || text[at] == '\r' || text[at] == '\t'))
    ++at;
  return at;
}

std::string_view token_at(std::string_view text, std::size_t at) {
  const auto rest = text.substr(at);
  if (rest.empty()) return {};
  if (rest[0] == '"') return rest.substr(0, string_length(rest));
  std::size_t length = 0;
  while (length < rest.size() && is_word(rest[length])) ++length;
  return rest.substr(0, length > 0 ? length : 1);
}

std::string_view number_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  const auto skip = [&](std::string_view any) {
    const bool found = end < text.size() && any.find(text[end]) != std::string_view::npos;
    if (found) ++end;
    return found;
  };
  const auto skip_digits = [&] {
    while (end < text.size() && is_digit(text[end])) ++end;
  };
  skip("-");
  if (!skip("0")) skip_digits();
  if (skip(".")) skip_digits();
  if (skip("eE")) {
    skip("+-");
    skip_digits();
  }
  return text.substr(at, end - at);
}

std::string quote(std::string_view text) {
  constexpr std::size_t plenty = 400;  // bytes: more than the columns shown, whatever the script
  return '"' + clip(text.substr(0, plenty), 60) + '"';
}

}  // namespace viva
