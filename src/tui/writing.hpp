// A question with the answer that is written to it below.
#pragma once

#include <string>
#include <string_view>

#include "answer_editor.hpp"
#include "scroll.hpp"
#include "stage.hpp"

namespace viva {

// A prompt at the top of a body.
Rows prompt_rows(std::string_view prompt, int columns);

// Without the spaces and empty lines that ended it.
std::string without_end(const std::string& text);

// Draws `asked`, as far as there is room beside the answer, and the answer; with the cursor where `focused`.
// A click in the answer places the cursor there.
void draw_writing(Stage& stage, Scroll& scroll, const Rows& asked, AnswerEditor& editor, bool focused);

}  // namespace viva
