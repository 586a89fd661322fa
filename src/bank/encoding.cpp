#include "bank/encoding.hpp"

#include <fmt/format.h>

#include "base/json_tokens.hpp"
#include "viva/base/text.hpp"

namespace viva {
namespace {

using namespace std::string_view_literals;

// JSON begins with two ASCII characters, which tell the encoding even without a mark.
std::string_view wide_encoding(std::string_view text) {
  if (text.starts_with("\xFF\xFE\0\0"sv) || text.starts_with("\0\0\xFE\xFF"sv)) return "UTF-32";
  if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) return "UTF-16";
  if (text.size() < 4) return {};
  const auto nul = [text](std::size_t i) { return text[i] == '\0'; };
  if ((nul(0) && nul(1) && nul(2)) || (nul(1) && nul(2) && nul(3))) return "UTF-32";
  if ((nul(0) && nul(2)) || (nul(1) && nul(3))) return "UTF-16";
  return {};
}

}  // namespace

bool report_unparsable(std::string_view text, Faults& faults) {
  if (const auto encoding = wide_encoding(text); !encoding.empty())
    faults.add({.what = fmt::format("the file is {}, not UTF-8", encoding), .advice = "save it as UTF-8"});
  else if (skip_space(text, 0) == text.size())
    faults.add(
        {.what = text.empty() ? "the file is empty" : "the file is blank",
         .advice =
             R"(a bank begins with {"format": 2, ...}; "viva bank init FILE" writes one to start from)"});
  else
    return false;
  return true;
}

std::string_view strip_byte_order_mark(std::string_view text, Faults& faults) {
  constexpr std::string_view mark = "\uFEFF";
  if (!text.starts_with(mark)) return text;
  faults.add({.what = "the file begins with a byte order mark",
              .advice = "save it as UTF-8 without one",
              .severity = Severity::warning});
  while (text.starts_with(mark)) text.remove_prefix(mark.size());
  return text;
}

std::vector<std::size_t> invalid_bytes(std::string_view text) {
  std::vector<std::size_t> invalid;
  for (auto at = find_invalid_utf8(text); at != std::string_view::npos; at = find_invalid_utf8(text, at + 1))
    invalid.push_back(at);
  return invalid;
}

std::string with_placeholders(std::string_view text, const std::vector<std::size_t>& invalid) {
  std::string copy{text};
  for (const auto at : invalid) copy[at] = '?';
  return copy;
}

void report_invalid(std::string_view text, const std::vector<std::size_t>& invalid, Faults& faults) {
  for (std::size_t i = 0; i < invalid.size();) {
    std::size_t length = 1;
    while (i + length < invalid.size() && invalid[i + length] == invalid[i] + length) ++length;
    faults.add(
        {.at = invalid[i],
         .length = length,
         .what = fmt::format("invalid UTF-8 (byte 0x{:02X})", static_cast<unsigned char>(text[invalid[i]])),
         .advice = "save the file as UTF-8, or write this character anew"});
    i += length;
  }
}

}  // namespace viva
