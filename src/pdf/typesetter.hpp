// Sets text: from words to rows of a column, by Pango. Lines stand on a grid: each is as high as its style's
// leading, whatever fonts it takes, unless its ink needs more.
#pragma once

#include <pango/pangocairo.h>

#include <map>
#include <memory>
#include <string_view>
#include <tuple>

#include "pdf/marks.hpp"

namespace viva::pdf {

struct Setting {
  TextStyle style;
  double width;        // of a line
  double x = 0;        // from the column's left
  bool whole = false;  // all in one column; else at least two lines stay together in each
  Role role = Role::paragraph;
};

class Typesetter {
 public:
  Typesetter();  // throws Error where no font is installed

  // The text's lines; a newline ends one, an empty line opens a paragraph. Empty text has no rows.
  Rows set(std::string_view text, const Setting& setting) const;

  // An entry of a list: the text, indented by `indent`, with its bullet in that space; of text read from
  // right to left both are mirrored. An empty bullet is a box to tick.
  Rows entry(std::string_view bullet, std::string_view text, const Setting& setting, double indent) const;

  // One line, cut short where it is longer than the width.
  TypedLine line(std::string_view text, const Setting& setting, bool flush_right = false) const;

  double width(std::string_view text, const TextStyle& style) const;

  // The font size at which a character of English takes `width` on average.
  double size_for(double width, Family family) const;

 private:
  std::shared_ptr<PangoLayout> layout(std::string_view text, const TextStyle& style) const;
  double baseline(const TextStyle& style) const;
  void set_at_length(std::string_view text, const Setting& setting, double before, Rows& rows) const;
  void set_paragraph(std::string_view text, const Setting& setting, double before, Rows& rows) const;

  std::shared_ptr<PangoContext> context_;
  mutable std::map<std::tuple<Family, bool, bool, double, double>, double>
      baselines_;  // asked for very often
};

}  // namespace viva::pdf
