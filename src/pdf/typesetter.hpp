// Sets text: from words to rows of a column, by Pango. Lines stand on a grid: each is as high as its style's
// leading, whatever fonts it takes, unless its ink needs more.
#pragma once

#include <pango/pangocairo.h>

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <tuple>

#include "pdf/coverage.hpp"
#include "pdf/marks.hpp"
#include "pdf/styled_text.hpp"

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
  Rows set(const StyledText& text, const Setting& setting) const;
  Rows set(std::string_view text, const Setting& setting) const;

  // A line of code: from left to right, with its tabs, parted where it is too long and not where it has
  // spaces. What goes on in a further row stands behind an arrow. Always at least a row.
  Rows code_line(std::string_view line, const Setting& setting) const;

  // One line, cut short where it is longer than the width.
  TypedLine line(std::string_view text, const Setting& setting, bool flush_right = false) const;

  // Of a text on one line; of one that is longer than a page is wide, at least that.
  double width(std::string_view text, const TextStyle& style) const;

  // The font size at which a character of English takes `width` on average.
  double size_for(double width, Family family) const;

  // The style for code in a text of another: as large as it looks right beside it.
  TextStyle code_style(const TextStyle& style) const;

  const Coverage& coverage() const { return coverage_; }

 private:
  enum class Direction { by_text, leftwards, rightwards };
  struct Manner;

  std::shared_ptr<PangoLayout> layout(const StyledText& text, const TextStyle& style,
                                      Direction direction = Direction::by_text) const;
  double baseline(const TextStyle& style) const;
  void set_paragraph(const StyledText& text, const Setting& setting, double before, Rows& rows) const;
  std::size_t set_window(const StyledText& text, const Setting& setting, const Manner& manner,
                         Rows& rows) const;
  void add_line(const std::shared_ptr<PangoLayout>& layout, PangoLayoutIter* iter, const StyledText& text,
                const Setting& setting, Rows& rows) const;
  TypedLine make_line(std::string_view text, const Setting& setting, bool flush_right) const;
  void note_gaps(const PangoLayoutLine* line) const;

  // Changing a context would set all its layouts anew, so each direction has one of its own.
  std::map<Direction, std::shared_ptr<PangoContext>> contexts_;
  // Asked for very often: bullets, numbers and headings too.
  using FaceKey = std::tuple<Family, bool, bool, double, double>;
  mutable std::map<FaceKey, double> baselines_;
  mutable std::map<std::tuple<std::string, FaceKey, double, bool>, TypedLine> lines_;
  mutable std::map<Family, double> character_widths_;  // at size 10, on average
  mutable Coverage coverage_;
};

// Does the line read from right to left?
bool reads_leftwards(const TypedLine& line);

}  // namespace viva::pdf
