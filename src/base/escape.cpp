#include "base/escape.hpp"

#include <fmt/format.h>

#include <array>
#include <cctype>
#include <cstdint>
#include <optional>

#include "base/character.hpp"
#include "base/utf8.hpp"
#include "viva/base/text.hpp"

namespace viva {
namespace {

// The position of a character that would start a block, else npos: "1." and "1)" of a list, "-" and "+" too,
// "=" and "-" under a heading.
std::size_t block_marker(std::string_view text) {
  const auto after = text.find_first_not_of("0123456789");
  if (after == std::string_view::npos) return after;
  const bool counts = after > 0;
  if (counts && after + 1 < text.size() && text[after + 1] != ' ') return std::string_view::npos;  // "3.5"
  const auto markers = counts ? std::string_view{".)"} : std::string_view{"-+="};
  return markers.find(text[after]) == std::string_view::npos ? std::string_view::npos : after;
}

// What is written instead of a character between tags; none where it is as it is.
std::optional<std::string> in_html(char32_t c) {
  switch (c) {
    case U'&': return "&amp;";
    case U'<': return "&lt;";
    case U'>': return "&gt;";
    case U'"': return "&quot;";
    case U'\'': return "&#39;";
    default: break;
  }
  if (c < 0x80 || !is_invisible(c)) return std::nullopt;
  return reorders(c) ? std::string{} : fmt::format("&#{};", static_cast<std::uint32_t>(c));
}

}  // namespace

std::string escape_markdown(std::string_view text) {
  // A colon may begin an address. "@" would make a link, "$" a formula, braces attributes, "^" a superscript.
  constexpr std::string_view markup = "\\`*_[]{}#|~@$^";
  const auto shown = printable(text);
  const auto line = trimmed(shown);
  const auto marker = block_marker(line);
  std::string out;
  for (std::size_t at = 0; at < line.size(); ++at) {
    const char c = line[at];
    const char next = at + 1 < line.size() ? line[at + 1] : ' ';
    const bool link = (c == '.' && at >= 3 && fold_case(line.substr(at - 3, 3)) == "www") ||
                      (c == ':' && next != ' ' && !is_digit(next));
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

std::string markdown_address(std::string_view url) {
  constexpr std::string_view special = "<>\\ \n|`";
  std::string out;
  for (const char c : url) {
    if (special.find(c) != std::string_view::npos)
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    else
      out += c;
  }
  return out;
}

// The characters of ASCII that are the same in HTML.
constexpr auto plain_in_html = [] {
  std::array<bool, 256> plain{};
  for (std::size_t c = 0x20; c < 0x7F; ++c) plain[c] = true;
  for (const char mark : {'&', '<', '>', '"', '\''}) plain[static_cast<std::size_t>(mark)] = false;
  return plain;
}();

std::string escape_html(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 16);
  std::size_t begin = 0;  // of what is as it is
  for (std::size_t at = 0; at < text.size();) {
    if (plain_in_html[static_cast<unsigned char>(text[at])]) {
      ++at;
      continue;
    }
    const auto next = utf8::decode(text, at);
    const auto end = at + next.size;
    if (const auto instead = in_html(next.code_point)) {
      out.append(text.substr(begin, at - begin)).append(*instead);
      begin = end;
    }
    at = end;
  }
  return out.append(text.substr(begin));
}

bool is_web_address(std::string_view url) {
  return url.starts_with("https://") || url.starts_with("http://");
}

// ASCII other than letters, digits and spaces by its code point. Other bytes stay.
std::string css_string(std::string_view text) {
  std::string out{'"'};
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x80 || std::isalnum(byte) != 0 || c == ' ')
      out += c;
    else
      out += fmt::format("\\{:x} ", byte);
  }
  return out + '"';
}

std::string anki_field(std::string_view html) {
  std::string out;
  out.reserve(html.size() + html.size() / 16);
  std::size_t begin = 0;  // of what is as it is
  for (std::size_t at = 0; at < html.size(); ++at) {
    const char c = html[at];
    if (c != '{' && c != '[' && c != '\\' && c != '\t' && c != '\n') continue;
    out += html.substr(begin, at - begin);
    out += c == '\n' ? "<br>" : fmt::format("&#{};", static_cast<int>(c));
    begin = at + 1;
  }
  return out += html.substr(begin);
}

std::string csv_field(std::string_view text) {
  std::string out{'"'};
  for (const char c : text) out += c == '"' ? "\"\"" : std::string(1, c);
  return out + '"';
}

std::string escape_roff(std::string_view text) {
  std::string out;
  for (const char c : printable(text)) {
    if (c == '\\')
      out += "\\e";
    else if (c == '-')
      out += "\\-";
    else
      out += c;
  }
  if (out.starts_with('.') || out.starts_with('\'')) out.insert(0, "\\&");  // else it would be a request
  return out;
}

std::string shell_word(std::string_view text) {
  constexpr std::string_view plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./";
  if (!text.empty() && text.find_first_not_of(plain) == std::string_view::npos) return std::string{text};
  std::string out{"'"};
  for (const char c : text) out += c == '\'' ? std::string{"'\\''"} : std::string{c};
  return out + "'";
}

std::string escape_json(std::string_view json) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out;
  out.reserve(json.size());
  const auto escape = [&](char32_t unit) {
    out += "\\u";
    for (int shift = 12; shift >= 0; shift -= 4) out += digits[(unit >> shift) & 0xF];
  };
  const auto is_layout = [](char c) { return c == '\n' || c == '\t' || c == '\r'; };
  for (std::size_t at = 0; at < json.size();) {
    auto end = at;
    while (end < json.size() && (is_plain(json[end]) || is_layout(json[end]))) ++end;
    out += json.substr(at, end - at);
    if (end == json.size()) break;
    at = end;
    const auto next = utf8::decode(json, at);
    if (is_printable(next.code_point)) {
      utf8::encode(next.code_point, out);
    } else if (next.code_point > 0xFFFF) {
      escape(0xD800 + ((next.code_point - 0x10000) >> 10));
      escape(0xDC00 + ((next.code_point - 0x10000) & 0x3FF));
    } else {
      escape(next.code_point);
    }
    at += next.size;
  }
  return out;
}

}  // namespace viva
