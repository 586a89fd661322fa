#include "pdf/faces.hpp"

#include <cmath>
#include <string_view>

namespace viva::pdf {
namespace {

const char* name_of(Family family) {
  switch (family) {
    case Family::serif: return "Serif";
    case Family::sans: return "Sans";
    case Family::mono: return "Monospace";
  }
  return "Serif";
}

// Some faces for code show "!=" as one sign.
PangoAttribute* as_typed() { return pango_attr_font_features_new("liga=0, clig=0, calt=0"); }

PangoAttribute* attribute_of(const Ink& ink) {
  const auto part = [](double share) { return static_cast<guint16>(std::lround(share * 0xFFFF)); };
  return pango_attr_foreground_new(part(ink.red), part(ink.green), part(ink.blue));
}

void add_run(PangoAttrList* list, const StyledRun& run, const TextStyle& style, double code_size) {
  const auto put = [&](PangoAttribute* attribute) {
    attribute->start_index = static_cast<guint>(run.begin);
    attribute->end_index = static_cast<guint>(run.end);
    pango_attr_list_insert(list, attribute);
  };
  if (run.emphasis) put(pango_attr_style_new(style.italic ? PANGO_STYLE_NORMAL : PANGO_STYLE_ITALIC));
  if (run.strong) put(pango_attr_weight_new(PANGO_WEIGHT_BOLD));
  if (!run.address.empty()) put(attribute_of(accent));
  if (!run.code) return;
  constexpr std::size_t short_code = 24;  // which is better on one line
  put(pango_attr_family_new(name_of(Family::mono)));
  put(pango_attr_size_new_absolute(units(code_size)));
  put(as_typed());
  if (run.end - run.begin <= short_code) put(pango_attr_allow_breaks_new(FALSE));
}

}  // namespace

double points(int units) { return static_cast<double>(units) / PANGO_SCALE; }

int units(double points) { return static_cast<int>(std::lround(points * PANGO_SCALE)); }

PangoOwned<PangoFontDescription> font_of(const TextStyle& style) {
  PangoOwned<PangoFontDescription> font{pango_font_description_new()};
  pango_font_description_set_family_static(font.get(), name_of(style.family));
  pango_font_description_set_absolute_size(font.get(), style.size * PANGO_SCALE);
  pango_font_description_set_weight(font.get(), style.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_style(font.get(), style.italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
  return font;
}

PangoOwned<PangoAttrList> attributes_of(const StyledText& text, const TextStyle& style, double code_size) {
  PangoOwned<PangoAttrList> list{pango_attr_list_new()};
  constexpr std::string_view soft_hyphen = "\u00AD";
  if (text.text.find(soft_hyphen) == text.text.npos)
    pango_attr_list_insert(list.get(), pango_attr_insert_hyphens_new(FALSE));
  if (style.family == Family::mono) pango_attr_list_insert(list.get(), as_typed());
  for (const auto& run : text.runs) add_run(list.get(), run, style, code_size);
  return list;
}

}  // namespace viva::pdf
