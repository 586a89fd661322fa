// An answer's editor with a viewport of a given size.
#pragma once

#include <string>
#include <vector>

#include "tui/answer_editor.hpp"

namespace viva::test {

inline AnswerEditor in_viewport(AnswerEditor editor, int columns, int rows) {
  editor.lay_out(columns, rows);
  return editor;
}

inline void apply(AnswerEditor& editor, AnswerEditor::Edit edit, int times) {
  while (times-- > 0) editor.apply(edit);
}

}  // namespace viva::test
