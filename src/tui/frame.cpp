#include "tui/frame.hpp"

#include <algorithm>

#include "render/look.hpp"
#include "viva/base/text.hpp"

namespace viva {
namespace {

// Erases a wide cluster that `column` would cut in two: part of one cannot be shown.
void erase_cut_cluster(std::vector<Cell>& cells, int column) {
  auto at = static_cast<std::size_t>(column);
  if (column <= 0 || at >= cells.size() || !cells[at].text.empty()) return;
  while (cells[at].text.empty()) --at;
  do cells[at++].text = " ";
  while (at < cells.size() && cells[at].text.empty());
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
    const int after = put_text(row, at, text, shown_style(span), room);
    const bool whole = after - at == width(text);
    at = after;
    if (!whole) break;
  }
  if (cut) at = put_text(row, at, ellipsis, Style::dim, end);
  return at - column;
}

// Writes as many clusters as fit before `end`. Returns the column after them.
int Frame::put_text(int row, int column, std::string_view text, Style style, int end) {
  auto& cells = rows_[static_cast<std::size_t>(row)];
  for (const auto cluster : graphemes(text)) {
    const int columns = width(cluster);
    if (column + columns > end) return column;
    if (columns == 0) continue;
    erase_cut_cluster(cells, column);
    erase_cut_cluster(cells, column + columns);
    cells[static_cast<std::size_t>(column)] = {std::string{cluster}, style, false};
    for (int more = 1; more < columns; ++more)
      cells[static_cast<std::size_t>(column + more)] = {"", style, false};
    column += columns;
  }
  return column;
}

void Frame::clear(const Area& area) {
  for (int row = std::max(area.row, 0); row < std::min(area.row + area.rows, size_.rows); ++row) {
    auto& cells = rows_[static_cast<std::size_t>(row)];
    erase_cut_cluster(cells, area.column);
    erase_cut_cluster(cells, area.column + area.columns);
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

void Frame::on_click(const Area& area, InputEvent event) { zones_.push_back({area, std::move(event)}); }

void Frame::on_click_text(const Area& area) { zones_.push_back({area, std::nullopt}); }

std::optional<InputEvent> Frame::clicked(int row, int column) const {
  const auto zone = std::find_if(zones_.rbegin(), zones_.rend(),
                                 [&](const Zone& each) { return each.area.contains(row, column); });
  if (zone == zones_.rend()) return std::nullopt;
  if (zone->event) return zone->event;
  return TextClick{row - zone->area.row, column - zone->area.column};
}

}  // namespace viva
