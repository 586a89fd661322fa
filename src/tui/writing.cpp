#include "tui/writing.hpp"

#include <algorithm>
#include <utility>

namespace viva {
namespace {

constexpr int bar_columns = 2, least_rows = 12;  // of the answer, with its label

}  // namespace

Rows prompt_rows(std::string_view prompt, int columns) {
  Page page;
  page.push_back({});
  add_wrapped(page, {{" "}}, prompt, columns, Style::strong);
  page.push_back({});
  Rows rows;
  add_page(rows, std::move(page));
  return rows;
}

bool edit(AnswerEditor& editor, const std::optional<Meaning>& meaning, std::string_view key) {
  const auto before = editor.text();
  if (meaning)
    editor.apply(std::get<AnswerEditor::Edit>(*meaning));
  else
    editor.insert(typed_text(key));
  return editor.text() != before;
}

void draw_writing(Stage& stage, Scroll& scroll, const Rows& asked, const Writing& writing) {
  const int height = stage.body().rows;
  const int rows = std::min(static_cast<int>(asked.size()), std::max(height / 2, height - least_rows));
  scroll.draw(stage.frame(), stage.take_top(rows), asked);
  const auto label = stage.take_top(1);
  auto& frame = stage.frame();
  frame.put(label.row, label.column,
            {{std::string{writing.label}, writing.focused ? Style::strong : Style::dim}}, label.columns);

  const auto& box = stage.body();
  const Area text{box.row, box.column + bar_columns, box.rows, prose_columns(box.columns) - bar_columns};
  auto& editor = writing.editor;
  editor.lay_out(text.columns, text.rows);
  for (int row = 0; row < box.rows; ++row) frame.put(box.row + row, box.column, {{"│", Style::dim}}, 1);
  int row = text.row;
  for (const auto& line : editor.rows()) frame.put(row++, text.column, {{line}}, text.columns);
  frame.on_click_place(text);
  if (writing.focused) frame.set_cursor(text.row + editor.cursor().row, text.column + editor.cursor().column);
}

}  // namespace viva
