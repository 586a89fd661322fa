#include "pdf/coverage.hpp"

#include <fmt/format.h>
#include <glib.h>
#include <pango/pango.h>

#include <memory>
#include <string_view>

namespace viva::pdf {
namespace {

// "Old Italic", of Pango's "old-italic".
std::string title_case(std::string_view nick) {
  std::string name;
  for (const char c : nick) {
    const bool begins = name.empty() || name.back() == ' ';
    name += c == '-' ? ' ' : begins ? g_ascii_toupper(c) : c;
  }
  return name;
}

// Scripts that Pango has no name for go by their code: "Kawi", "Nagm".
std::string code_of(GUnicodeScript script) {
  const auto tag = g_unicode_script_to_iso15924(script);
  std::string code;
  for (int shift = 24; shift >= 0; shift -= 8) code += static_cast<char>((tag >> shift) & 0xFF);
  return code;
}

std::string name_of(GUnicodeScript script) {
  const std::unique_ptr<GEnumClass, decltype(&g_type_class_unref)> names{
      static_cast<GEnumClass*>(g_type_class_ref(PANGO_TYPE_SCRIPT)), g_type_class_unref};
  const auto* value = g_enum_get_value(names.get(), script);
  return value ? title_case(value->value_nick) : code_of(script);
}

bool is_east_asian(GUnicodeScript script) {
  return script == G_UNICODE_SCRIPT_HAN || script == G_UNICODE_SCRIPT_HIRAGANA ||
         script == G_UNICODE_SCRIPT_KATAKANA || script == G_UNICODE_SCRIPT_HANGUL ||
         script == G_UNICODE_SCRIPT_BOPOMOFO;
}

// The script, or the kind of sign, and a font that has it.
std::pair<std::string, std::string> kind_of(char32_t c) {
  const auto script = g_unichar_get_script(c);
  if (c >= 0x1F000 && c <= 0x1FAFF) return {"emoji", "Noto Color Emoji"};
  if (script == G_UNICODE_SCRIPT_COMMON || script == G_UNICODE_SCRIPT_INHERITED)
    return {"some symbols", "Noto Sans Symbols"};
  if (script == G_UNICODE_SCRIPT_UNKNOWN) return {"some characters that belong to no script", ""};
  const auto name = name_of(script);
  return {name, is_east_asian(script) ? "Noto Sans CJK" : "Noto Sans " + name};
}

}  // namespace

void Coverage::lacks(char32_t code_point) {
  const auto [kind, font] = kind_of(code_point);
  scripts_.insert(font.empty() ? fmt::format("no font here covers {}", kind)
                               : fmt::format("no font here covers {}; install one, such as {}", kind, font));
}

std::vector<std::string> Coverage::complaints() const { return {scripts_.begin(), scripts_.end()}; }

}  // namespace viva::pdf
