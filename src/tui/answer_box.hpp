// A question with the box below it in which its answer is typed.
#pragma once

#include <string_view>

#include "tui/answer_editor.hpp"
#include "tui/screen_layout.hpp"
#include "tui/scroll.hpp"

namespace viva {

// A prompt for the top of a body: between empty lines.
Page prompt_page(std::string_view prompt, int columns);
ScreenRows prompt_rows(std::string_view prompt, int columns);

struct AnswerBox {
  std::string_view label;
  AnswerEditor& editor;
  bool focused;  // the cursor is in it
};

// Draws the question and, below it, the box. The question is cut to leave room for the box.
void draw_with_answer(ScreenLayout& layout, Scroll& scroll, const ScreenRows& question, const AnswerBox& box);

}  // namespace viva
