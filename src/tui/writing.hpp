// A question with the answer that is written to it below.
#pragma once

#include <optional>
#include <string_view>

#include "tui/answer_editor.hpp"
#include "tui/scroll.hpp"
#include "tui/stage.hpp"

namespace viva {

// A prompt at the top of a body.
Rows prompt_rows(std::string_view prompt, int columns);

// What a key that is no command does to the text; true: it is another.
bool edit(AnswerEditor& editor, const std::optional<Meaning>& meaning, std::string_view key);

struct Writing {
  std::string_view label;
  AnswerEditor& editor;
  bool focused;  // with the cursor in it
};

// Draws `asked`, as far as there is room beside what is written, and that. A click in it places the cursor.
void draw_writing(Stage& stage, Scroll& scroll, const Rows& asked, const Writing& writing);

}  // namespace viva
