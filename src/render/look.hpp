// How a terminal shows a style: one table for pages and for full screens.
//
// Terminals differ in their colours. None of the sixteen can be read on every usual background, and dim text
// can be read on few. So words have neither, whatever their style: they are in the terminal's own foreground,
// and bold or in italics at most. Colours and dimming are for marks, which only help: rules, bars, dots,
// arrows.
#pragma once

#include <string>
#include <string_view>

#include "render/page.hpp"

namespace viva {

// Of the terminal's sixteen colours, by number.
enum class Colour { own = -1, red = 1, green = 2, magenta = 5 };

struct Look {
  bool bold = false, dim = false, italic = false;
  Colour colour = Colour::own;

  friend bool operator==(const Look&, const Look&) = default;
};

Look look_of(Style style);

// Is it nothing but rules, bars, dots, arrows and the like? Boxes to tick are words, and so is all else.
bool is_mark(std::string_view text);

// The style that a span is shown in: its own, or where it has words, one whose look words may have.
Style shown_style(const Span& span);

// What switches the look on; empty where there is nothing to switch.
std::string escape_code(Look look);

}  // namespace viva
