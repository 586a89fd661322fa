#include "tui/answer_box.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "render/rich_page.hpp"

namespace viva {
namespace {

constexpr int bar_columns = 2, least_box_rows = 12;  // with its label

void draw_box(ScreenLayout& layout, const AnswerBox& box) {
  const auto label = layout.take_top(1);
  auto& frame = layout.frame();
  frame.put(label.row, label.column, {{std::string{box.label}, box.focused ? Style::strong : Style::dim}},
            label.columns);
  const auto& body = layout.body();
  const Area text{body.row, body.column + bar_columns, body.rows, prose_columns(body.columns) - bar_columns};
  auto& editor = box.editor;
  editor.lay_out(text.columns, text.rows);
  for (int row = 0; row < body.rows; ++row) frame.put(body.row + row, body.column, {{"│", Style::dim}}, 1);
  int row = text.row;
  for (const auto& line : editor.rows()) frame.put(row++, text.column, {{line}}, text.columns);
  frame.on_click_text(text);
  if (box.focused) frame.set_cursor(text.row + editor.cursor().row, text.column + editor.cursor().column);
}

}  // namespace

Page prompt_page(std::string_view prompt, int columns) {
  Page page;
  page.push_back({});
  add_text(page, {{" "}}, prompt, columns, Style::strong);
  page.push_back({});
  return page;
}

ScreenRows prompt_rows(std::string_view prompt, int columns) {
  ScreenRows rows;
  add_page(rows, prompt_page(prompt, columns));
  return rows;
}

void draw_with_answer(ScreenLayout& layout, Scroll& scroll, const ScreenRows& question,
                      const AnswerBox& box) {
  const int height = layout.body().rows;
  const int rows = std::min(static_cast<int>(question.size()), std::max(height / 2, height - least_box_rows));
  scroll.draw(layout.frame(), layout.take_top(rows), question);
  draw_box(layout, box);
}

}  // namespace viva
