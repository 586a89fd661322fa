// How a sheet looks on paper: what each kind of text is set in, and how a page is divided. Sizes are fitted
// to the system's fonts, so that a line holds about as many characters whatever they are.
#pragma once

#include <string_view>

#include "render/sheet/sheet.hpp"

namespace viva::pdf {

class Typesetter;

struct PaperSize {
  double width, height;  // points
};

inline constexpr PaperSize a4{595.276, 841.89}, letter{612, 792};

struct Ink {
  double red, green, blue;
};

inline constexpr Ink black{0.08, 0.08, 0.09}, gray{0.38, 0.39, 0.41}, pale{0.72, 0.73, 0.75},
    accent{0.06, 0.33, 0.42}, light{0.945, 0.945, 0.94};

enum class Family { serif, sans, mono };

struct TextStyle {
  Family family = Family::serif;
  double size = 10;     // of the font, in points
  double leading = 14;  // from one line to the next
  bool bold = false, italic = false;
  Ink ink = black;
};

struct SheetStyle {
  PaperSize paper;
  double margin = 0, top = 0, bottom = 0;  // what the page's edges keep free
  double head = 0, foot = 0;               // running lines in it, from the upper and from the lower edge
  int columns = 1;
  double gutter = 0;
  double side = 0;             // beside a column's text, on its left, for numbers; 0: they stand above
  bool side_headings = false;  // do the headings of an item's parts stand there too?
  double measure = 0;          // the longest lines of text
  double ruling = 0;           // from one ruled line to the next
  int most_ruled = 0;          // lines of what a column has left below its last question
  double item_space = 0;       // above an item
  double section_space = 0;    // the same, below the heading of a section
  double spare = 0;            // what of a column may be left empty to keep an item in one
  double card = 0;             // height of a card
  TextStyle title, subtitle, about, note, section, number, label, prompt, heading, body, running, contents;
};

// `scale` is 1 except where a sheet is to fit a page.
SheetStyle style_of(SheetKind kind, const PaperSize& paper, const Typesetter& typesetter, double scale = 1);

}  // namespace viva::pdf
