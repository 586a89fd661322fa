#include "cli/screen_grid.hpp"

#include <algorithm>
#include <cstdlib>

namespace viva::test {
namespace {

constexpr int tab_width = 8;

// Moves what follows `count` things over them or, when negative, makes room for as many.
template <class Iterator, class Thing>
void shift(Iterator first, Iterator last, int count, const Thing& fresh) {
  const auto size = std::min(std::abs(count), static_cast<int>(last - first));
  std::rotate(first, count > 0 ? first + size : last - size, last);
  std::fill_n(count > 0 ? last - size : first, size, fresh);
}

}  // namespace

Grid::Grid(int rows, int columns) : rows_{rows}, columns_{columns}, screens_{}, bottom_{rows - 1} {
  resize(rows, columns);
}

void Grid::resize(int rows, int columns) {
  const auto height = static_cast<std::size_t>(rows), width = static_cast<std::size_t>(columns);
  for (auto& screen : screens_) {
    for (auto& row : screen) {
      if (row.size() > width && row[width].width == 0) row[width - 1] = {};  // half of it is cut off
      row.resize(width);
    }
    screen.resize(height, Row(width));
  }
  rows_ = rows;
  columns_ = columns;
  top_ = 0;
  bottom_ = rows - 1;
  move_to(cursor_.row, cursor_.column);
}

void Grid::set_autowrap(bool on) {
  autowrap_ = on;
  cursor_.wraps = cursor_.wraps && on;
}

// What is erased keeps the background, as xterm and linux do.
Cell Grid::blank() const {
  Cell cell;
  cell.style.background = cursor_.style.background;
  return cell;
}

// A wide character that does not fit wraps as a whole and, where nothing wraps, is lost.
void Grid::put(const std::string& text, int width) {
  if (width == 0) return join(text);
  if (cursor_.wraps || (autowrap_ && cursor_.column + width > columns_)) wrap();
  if (cursor_.column + width > columns_) return;
  last_ = {text, cursor_.style, width};
  if (inserts_) shift_cells(-width);
  erase(cursor_.row, cursor_.column, cursor_.column + width);
  cell(cursor_.row, cursor_.column) = last_;
  if (width == 2) cell(cursor_.row, cursor_.column + 1) = {"", cursor_.style, 0};
  advance(width);
}

void Grid::repeat(int count) {
  const auto [text, style, width] = last_;
  for (int i = 0; i < count; ++i) put(text, width);
}

void Grid::join(const std::string& text) {
  auto column = cursor_.wraps ? cursor_.column : cursor_.column - 1;
  if (column > 0 && cell(cursor_.row, column).width == 0) --column;
  if (column >= 0) cell(cursor_.row, column).text += text;
}

void Grid::wrap() {
  index(1);
  cursor_.column = 0;
}

void Grid::advance(int width) {
  cursor_.wraps = autowrap_ && cursor_.column + width == columns_;
  cursor_.column = std::min(cursor_.column + width, columns_ - 1);
}

void Grid::move_to(int row, int column) {
  cursor_.row = std::clamp(row, 0, rows_ - 1);
  cursor_.column = std::clamp(column, 0, columns_ - 1);
  cursor_.wraps = false;
}

void Grid::move(int rows, int columns) {
  auto row = cursor_.row + rows;
  if (cursor_.row >= top_) row = std::max(row, top_);
  if (cursor_.row <= bottom_) row = std::min(row, bottom_);
  move_to(row, cursor_.column + columns);
}

void Grid::tab(int count) {
  auto column = cursor_.column;
  for (int i = 0; i < count; ++i) column = (column / tab_width + 1) * tab_width;
  for (int i = 0; i > count; --i) column = (column - 1) / tab_width * tab_width;
  cursor_.column = std::clamp(column, 0, columns_ - 1);  // and a full row stays full
}

void Grid::index(int rows) {
  if (cursor_.row == (rows > 0 ? bottom_ : top_))
    scroll(rows);
  else
    move_to(cursor_.row + rows, cursor_.column);
  cursor_.wraps = false;
}

void Grid::set_region(int top, int bottom) {
  bottom = std::min(bottom, rows_ - 1);
  if (top >= bottom) return;
  top_ = top;
  bottom_ = bottom;
  move_to(0, 0);
}

void Grid::scroll(int count) { scroll(top_, bottom_, count); }

void Grid::scroll(int top, int bottom, int count) {
  const auto first = screens_[shown_].begin();
  shift(first + top, first + bottom + 1, count, Row(static_cast<std::size_t>(columns_), blank()));
}

void Grid::shift_lines(int count) {
  if (cursor_.row < top_ || cursor_.row > bottom_) return;
  scroll(cursor_.row, bottom_, count);
  move_to(cursor_.row, 0);
}

void Grid::shift_cells(int count) {
  const auto room = columns_ - cursor_.column;
  count = std::clamp(count, -room, room);
  cursor_.wraps = false;
  cut(cursor_.row, cursor_.column);
  cut(cursor_.row, count > 0 ? cursor_.column + count : columns_ + count);
  auto& cells = line(cursor_.row);
  shift(cells.begin() + cursor_.column, cells.end(), count, blank());
}

// Of a wide character between this column and the one before, neither half remains.
void Grid::cut(int row, int column) {
  if (column <= 0 || column >= columns_ || cell(row, column).width != 0) return;
  for (const int half : {column - 1, column}) cell(row, half) = {" ", cell(row, half).style, 1};
}

void Grid::erase(int row, int from, int to) {
  to = std::min(to, columns_);
  cut(row, from);
  cut(row, to);
  const auto cells = line(row).begin();
  std::fill(cells + from, cells + to, blank());
}

void Grid::erase_line(int which) {
  cursor_.wraps = false;
  erase(cursor_.row, which == 0 ? cursor_.column : 0, which == 1 ? cursor_.column + 1 : columns_);
}

void Grid::erase_screen(int which) {
  if (which > 2) return;  // 3 is what has scrolled off
  erase_line(which);
  for (int row = 0; row < rows_; ++row)
    if (which == 2 || (which == 0 ? row > cursor_.row : row < cursor_.row)) erase(row, 0, columns_);
}

void Grid::restore() {
  cursor_ = saved_[shown_];
  cursor_.row = std::min(cursor_.row, rows_ - 1);  // smaller since?
  cursor_.column = std::min(cursor_.column, columns_ - 1);
}

}  // namespace viva::test
