#include "writing.hpp"

#include <algorithm>
#include <utility>

namespace viva {
namespace {

constexpr int bar_columns = 2, least_rows = 3;

void draw_label(Frame& frame, const Area& area, bool focused) {
  frame.put(area.row, area.column, {{"Your answer", focused ? Style::strong : Style::dim}}, area.columns);
}

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

std::string without_end(const std::string& text) {
  const auto end = text.find_last_not_of(" \t\n");
  return end == std::string::npos ? std::string{} : text.substr(0, end + 1);
}

void draw_writing(Stage& stage, Scroll& scroll, const Rows& asked, AnswerEditor& editor, bool focused) {
  const int height = stage.body().rows;
  const int rows =
      std::min(static_cast<int>(asked.size()), std::max(height / 2, height - 1 - least_rows - 8));
  scroll.draw(stage.frame(), stage.take_top(rows), asked);
  draw_label(stage.frame(), stage.take_top(1), focused);

  const auto& box = stage.body();
  auto& frame = stage.frame();
  const Area text{box.row, box.column + bar_columns, box.rows, prose_columns(box.columns) - bar_columns};
  editor.lay_out(text.columns, text.rows);
  for (int row = 0; row < box.rows; ++row) frame.put(box.row + row, box.column, {{"│", Style::dim}}, 1);
  int row = text.row;
  for (const auto& line : editor.rows()) frame.put(row++, text.column, {{line}}, text.columns);
  frame.on_click_place(text);
  if (focused) frame.set_cursor(text.row + editor.cursor().row, text.column + editor.cursor().column);
}

}  // namespace viva
