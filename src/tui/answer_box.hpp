// A question with the box below it in which its answer is typed.
#pragma once

#include <string_view>

#include "tui/answer_editor.hpp"
#include "tui/screen_layout.hpp"
#include "tui/scroll.hpp"

namespace viva {

// The rows of a prompt, for the top of a body.
ScreenRows prompt_rows(std::string_view prompt, int columns);

struct AnswerBox {
  std::string_view label;
  AnswerEditor& editor;
  bool focused;  // the cursor is in it
};

// Fills the body with `question`, as much of it as leaves room for the box, and the box.
void draw_with_answer(ScreenLayout& layout, Scroll& scroll, const ScreenRows& question, const AnswerBox& box);

}  // namespace viva
