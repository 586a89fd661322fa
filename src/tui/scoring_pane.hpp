// An answer that is scored, in the body of a screen: the question and what was said to it, and the points to
// tick with the hint before and the pitfalls after them. The two are beside each other where there is room,
// else the first is above the second, in a third of the body or what the points leave. Each scrolls by
// itself, so a long answer never pushes the points off. On a small screen all is one text.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "render/page.hpp"
#include "tui/checklist.hpp"
#include "tui/screen_layout.hpp"

namespace viva {

// What there is to show, as pages for a number of columns. They may be empty; empty lines at their beginning
// are left out.
struct ScoredTexts {
  using MakePage = std::function<Page(int columns)>;
  MakePage question, own_words, hint, pitfalls;
  std::vector<std::string> points;
};

class ScoringPane {
 public:
  // Scrolls down through what was said first and then through the points, and up the other way.
  void take(KeyAction action);

  // Shows the beginning of what was said, and of the points the one under the cursor and those around it,
  // with the hint where there is room for it.
  void draw(ScreenLayout& layout, Checklist& points, const ScoredTexts& texts);

 private:
  struct Parts;
  void draw_beside(ScreenLayout& layout, Checklist& points, Parts parts, int columns);
  void draw_above(ScreenLayout& layout, Checklist& points, Parts parts);
  void draw_as_one(ScreenLayout& layout, Checklist& points, Parts parts);

  Scroll said_, list_;
  bool fresh_ = true;  // nothing was drawn yet
};

}  // namespace viva
