#include "tui/frame.hpp"

#include <algorithm>

#include "viva/base/text.hpp"

namespace viva {
namespace {

// A wide cluster on both sides of `column` goes: half of one cannot be shown.
void split(std::vector<Cell>& cells, int column) {
  const auto at = static_cast<std::size_t>(column);
  if (column <= 0 || at >= cells.size() || !cells[at].text.empty()) return;
  cells[at - 1].text = " ";
  cells[at].text = " ";
}

}  // namespace

Frame::Frame(Size size, bool ascii)
    : size_(size),
      ascii_(ascii),
      rows_(static_cast<std::size_t>(std::max(size.rows, 0)),
            std::vector<Cell>(static_cast<std::size_t>(std::max(size.columns, 0)))) {}

std::string Frame::shown(std::string_view text) const {
  return ascii_ ? to_ascii(printable(text)) : printable(text);
}

int Frame::width_of(const Line& line) const {
  int columns = 0;
  for (const auto& span : line) columns += width(shown(span.text));
  return columns;
}

int Frame::put(int row, int column, const Line& line, int columns) {
  if (row < 0 || row >= size_.rows || column < 0) return 0;
  const int end = std::min(column + columns, size_.columns);
  const bool cut = column + width_of(line) > end;
  const std::string ellipsis = shown("…");
  const int room = cut ? std::max(end - width(ellipsis), column) : end;
  int at = column;
  for (const auto& span : line) {
    const auto text = shown(span.text);
    const int after = put_text(row, at, text, span.style, room);
    const bool whole = after - at == width(text);
    at = after;
    if (!whole) break;
  }
  if (cut) at = put_text(row, at, ellipsis, Style::dim, end);
  return at - column;
}

// As many clusters as end before `end`; gives the column after them.
int Frame::put_text(int row, int column, std::string_view text, Style style, int end) {
  auto& cells = rows_[static_cast<std::size_t>(row)];
  for (const auto cluster : graphemes(text)) {
    const int columns = width(cluster);
    if (column + columns > end) return column;
    if (columns == 0) continue;
    split(cells, column);
    split(cells, column + columns);
    cells[static_cast<std::size_t>(column)] = {std::string{cluster}, style, false};
    for (int half = 1; half < columns; ++half)
      cells[static_cast<std::size_t>(column + half)] = {"", style, false};
    column += columns;
  }
  return column;
}

void Frame::clear(const Area& area) {
  for (int row = std::max(area.row, 0); row < std::min(area.row + area.rows, size_.rows); ++row) {
    auto& cells = rows_[static_cast<std::size_t>(row)];
    split(cells, area.column);
    split(cells, area.column + area.columns);
    for (int column = std::max(area.column, 0); column < std::min(area.column + area.columns, size_.columns);
         ++column)
      cells[static_cast<std::size_t>(column)] = {};
  }
  std::erase_if(zones_, [&](const Zone& zone) { return area.contains(zone.area.row, zone.area.column); });
}

void Frame::reverse(const Area& area) {
  for (int row = std::max(area.row, 0); row < std::min(area.row + area.rows, size_.rows); ++row)
    for (int column = std::max(area.column, 0); column < std::min(area.column + area.columns, size_.columns);
         ++column) {
      auto& cell = rows_[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)];
      cell.style = Style::strong;
      cell.reversed = true;
    }
}

void Frame::on_click(const Area& area, Stroke stroke) { zones_.push_back({area, std::move(stroke)}); }

void Frame::on_click_place(const Area& area) { zones_.push_back({area, std::nullopt}); }

std::optional<Stroke> Frame::clicked(int row, int column) const {
  const auto zone = std::find_if(zones_.rbegin(), zones_.rend(),
                                 [&](const Zone& each) { return each.area.contains(row, column); });
  if (zone == zones_.rend()) return std::nullopt;
  if (zone->stroke) return zone->stroke;
  return Place{row - zone->area.row, column - zone->area.column};
}

std::string Frame::text() const {
  std::string text;
  for (const auto& cells : rows_) {
    std::string line;
    for (const auto& cell : cells) line += cell.text;
    while (line.ends_with(' ')) line.pop_back();
    text += line + '\n';
  }
  return text;
}

}  // namespace viva
