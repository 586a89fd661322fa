// Styles and lengths as Pango takes them.
#pragma once

#include <pango/pango.h>

#include <memory>

#include "pdf/style.hpp"
#include "pdf/styled_text.hpp"

namespace viva::pdf {

double points(int units);  // of Pango's units
int units(double points);

struct PangoFree {
  void operator()(PangoFontDescription* font) const { pango_font_description_free(font); }
  void operator()(PangoAttrList* list) const { pango_attr_list_unref(list); }
  void operator()(PangoTabArray* tabs) const { pango_tab_array_free(tabs); }
  void operator()(PangoLayoutIter* iter) const { pango_layout_iter_free(iter); }
};

template <typename T>
using PangoOwned = std::unique_ptr<T, PangoFree>;

PangoOwned<PangoFontDescription> font_of(const TextStyle& style);

// What the text's runs change in its style. `code_size` is that of code in it. What is divided gets a hyphen
// only where the text has soft ones, and signs of code are not joined.
PangoOwned<PangoAttrList> attributes_of(const StyledText& text, const TextStyle& style, double code_size);

}  // namespace viva::pdf
