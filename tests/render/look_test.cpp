// What can be read on which terminal: contrast as WCAG 2.1 defines it, on the usual backgrounds and palettes.
#include "render/look.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "catch.hpp"

using namespace viva;

namespace {

using Rgb = unsigned;  // 0xRRGGBB

struct Theme {
  std::string name;
  Rgb background, foreground;
};

const std::array themes{
    Theme{"white on black", 0x000000, 0xE5E5E5}, Theme{"black on white", 0xFFFFFF, 0x000000},
    Theme{"Solarized dark", 0x002B36, 0x839496}, Theme{"Solarized light", 0xFDF6E3, 0x657B83}};

struct Colours {
  std::string name;
  std::array<Rgb, 16> colours;
};

const std::array palettes{
    Colours{"xterm",
            {0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5, 0x7F7F7F,
             0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF}},
    Colours{"VGA",
            {0x000000, 0xAA0000, 0x00AA00, 0xAA5500, 0x0000AA, 0xAA00AA, 0x00AAAA, 0xAAAAAA, 0x555555,
             0xFF5555, 0x55FF55, 0xFFFF55, 0x5555FF, 0xFF55FF, 0x55FFFF, 0xFFFFFF}},
    Colours{"VS Code",
            {0x000000, 0xCD3131, 0x0DBC79, 0xE5E510, 0x2472C8, 0xBC3FBC, 0x11A8CD, 0xE5E5E5, 0x666666,
             0xF14C4C, 0x23D18B, 0xF5F543, 0x3B8EEA, 0xD670D6, 0x29B8DB, 0xE5E5E5}},
    Colours{"Tango",
            {0x2E3436, 0xCC0000, 0x4E9A06, 0xC4A000, 0x3465A4, 0x75507B, 0x06989A, 0xD3D7CF, 0x555753,
             0xEF2929, 0x8AE234, 0xFCE94F, 0x729FCF, 0xAD7FA8, 0x34E2E2, 0xEEEEEC}},
    Colours{"Solarized",
            {0x073642, 0xDC322F, 0x859900, 0xB58900, 0x268BD2, 0xD33682, 0x2AA198, 0xEEE8D5, 0x002B36,
             0xCB4B16, 0x586E75, 0x657B83, 0x839496, 0x6C71C4, 0x93A1A1, 0xFDF6E3}},
    Colours{"macOS Terminal",
            {0x000000, 0xC23621, 0x25BC24, 0xADAD27, 0x492EE1, 0xD338D3, 0x33BBC8, 0xCBCCCD, 0x818383,
             0xFC391F, 0x31E722, 0xEAEC23, 0x5833FF, 0xF935F8, 0x14F0F0, 0xE9EBEB}}};

constexpr double readable = 4.5;

// https://www.w3.org/TR/WCAG21/#dfn-relative-luminance
double luminance(Rgb colour) {
  const auto part = [&](int shift) {
    const double share = static_cast<double>((colour >> shift) & 0xFF) / 255;
    return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * part(16) + 0.7152 * part(8) + 0.0722 * part(0);
}

double contrast(Rgb a, Rgb b) {
  const auto [dark, light] = std::minmax({luminance(a), luminance(b)});
  return (light + 0.05) / (dark + 0.05);
}

// Terminals show dim text halfway to the background, or about so.
Rgb halfway(Rgb a, Rgb b) { return ((a & 0xFEFEFE) >> 1) + ((b & 0xFEFEFE) >> 1); }

double contrast(Look look, const Theme& theme, const Colours& palette) {
  auto colour = look.colour == Colour::own ? theme.foreground
                                           : palette.colours.at(static_cast<std::size_t>(look.colour));
  if (look.dim) colour = halfway(colour, theme.background);
  return contrast(colour, theme.background);
}

// The least that a look has, on the themes that can be read themselves.
double least_contrast(Look look) {
  double least = 21;
  for (const auto& theme : themes)
    for (const auto& palette : palettes)
      if (contrast(theme.foreground, theme.background) >= readable)
        least = std::min(least, contrast(look, theme, palette));
  return least;
}

constexpr std::array all_styles{Style::plain, Style::strong, Style::dim,      Style::accent, Style::good,
                                Style::warn,  Style::bad,    Style::emphasis, Style::code};

}  // namespace

TEST_CASE("contrast is as WCAG has it", "[look]") {
  CHECK(contrast(0x000000, 0xFFFFFF) == 21);
  CHECK(contrast(0x777777, 0xFFFFFF) < readable);
  CHECK(contrast(0x767676, 0xFFFFFF) > readable);
}

TEST_CASE("none of the sixteen colours can be read on every background", "[look]") {
  for (std::size_t number = 0; number < 16; ++number) {
    double least = 21;
    for (const auto& palette : palettes)
      for (const auto& theme : themes)
        least = std::min(least, contrast(palette.colours.at(number), theme.background));
    INFO(number);
    CHECK(least < readable);
  }
}

TEST_CASE("dim text cannot be read", "[look]") { CHECK(least_contrast({.dim = true}) < readable); }

TEST_CASE("words can be read in every style, on every palette and background", "[look]") {
  for (const auto style : all_styles)
    for (const auto* text :
         {"Saved.", "61 %", "3:45", "[x]", "[ ]", "!", "(a)", "é", "数", "हिन्दी", "👍", "2", "█ 4"}) {
      INFO(text << ' ' << static_cast<int>(style));
      CHECK(least_contrast(look_of(shown_style({text, style}))) >= readable);
    }
}

// Solarized light has 4.1 for all of its text, by its author's choice.
TEST_CASE("words are in the terminal's own foreground", "[look]") {
  for (const auto style : all_styles) CHECK(look_of(shown_style({"word", style})).colour == Colour::own);
  for (const auto& theme : themes) {
    INFO(theme.name);
    CHECK((contrast(theme.foreground, theme.background) >= readable) == (theme.name != "Solarized light"));
  }
}

TEST_CASE("marks keep their colour, or are dim", "[look]") {
  for (const auto* text : {"█████░░░", "│ ", "────", " · ", "…", "↑", "↪ ", "|", "###..", "  | "}) {
    INFO(text);
    CHECK(is_mark(text));
    CHECK(look_of(shown_style({text, Style::dim})) == Look{.dim = true});
    CHECK(look_of(shown_style({text, Style::good})) == Look{.colour = Colour::green});
    CHECK(look_of(shown_style({text, Style::warn})) == Look{.colour = Colour::magenta});
    CHECK(look_of(shown_style({text, Style::bad})) == Look{.colour = Colour::red});
  }
}

TEST_CASE("what needs attention is bold where it is words", "[look]") {
  CHECK(shown_style({"NOT SAVED", Style::bad}) == Style::strong);
  CHECK(shown_style({"over", Style::warn}) == Style::strong);
  CHECK(shown_style({"Saved", Style::good}) == Style::plain);
  CHECK(shown_style({"about 3 min", Style::dim}) == Style::plain);
}

TEST_CASE("a look is switched on by one sequence", "[look]") {
  CHECK(escape_code({}).empty());
  CHECK(escape_code({.bold = true, .italic = true, .colour = Colour::red}) == "\x1b[1;3;31m");
  CHECK(escape_code({.dim = true}) == "\x1b[2m");
}
