#include "tui/text_layout.hpp"

#include <algorithm>

#include "viva/base/text.hpp"

namespace viva {
namespace {

std::ptrdiff_t signed_offset(std::size_t offset) { return static_cast<std::ptrdiff_t>(offset); }

}  // namespace

void TextLayout::change(std::size_t at, std::size_t erased, std::string_view inserted) {
  text_.replace(at, erased, inserted);
  const auto first = widths_.begin() + signed_offset(at);
  const auto rest = widths_.erase(first, first + signed_offset(erased));
  widths_.insert(rest, inserted.size(), inside);
  measure(at, at + inserted.size());
  wrap();
}

// Finds the clusters again that a change of [from, until) can have changed. Whether an offset is a position
// depends only on the character after it and the cluster before it. So behind the change, all is as it was
// from the first old position on.
void TextLayout::measure(std::size_t from, std::size_t until) {
  constexpr std::size_t longest_character = 4;
  std::size_t at = from - std::min(from, longest_character);
  while (at > 0 && widths_[at] == inside) --at;
  while (at < text_.size() && (at < until || widths_[at] == inside)) {
    const auto cluster = first_cluster(std::string_view{text_}.substr(at));
    const auto begin = widths_.begin() + signed_offset(at);
    std::fill_n(begin, cluster.size, inside);
    *begin = static_cast<std::int8_t>(cluster.columns);
    at += cluster.size;
  }
}

void TextLayout::set_columns(int columns) {
  if (columns == columns_) return;
  columns_ = columns;
  wrap();
}

void TextLayout::wrap() {
  rows_.clear();
  for (std::size_t begin = 0;;) {
    const auto end = row_end(begin);
    rows_.push_back({begin, end});
    if (end == text_.size()) return;
    begin = text_[end] == '\n' ? end + 1 : end;
  }
}

std::size_t TextLayout::row_end(std::size_t begin) const {
  std::size_t last_break = begin, previous = begin;
  bool after_space = false;
  int used = 0;
  for (std::size_t at = begin; at < text_.size(); ++at) {
    if (widths_[at] == inside) continue;
    if (text_[at] == '\n') return at;
    const bool space = is_space(at);
    if (!space && at > begin && (after_space || may_break_at(previous, at))) last_break = at;
    used += widths_[at];
    if (!space && used > columns_ && at > begin) return last_break > begin ? last_break : at;
    after_space = space;
    previous = at;
  }
  return text_.size();
}

std::string_view TextLayout::cluster(std::size_t position) const {
  return std::string_view{text_}.substr(position, next(position) - position);
}

bool TextLayout::may_break_at(std::size_t previous, std::size_t position) const {
  const auto is_ascii = [&](std::size_t at) { return static_cast<unsigned char>(text_[at]) < 0x80; };
  if (is_ascii(position) && position == previous + 1) return false;
  return may_break(cluster(previous), cluster(position));
}

std::size_t TextLayout::next(std::size_t position) const {
  return snap(std::min(position + 1, text_.size()));
}

std::size_t TextLayout::previous(std::size_t position) const {
  if (position == 0) return 0;
  do --position;
  while (widths_[position] == inside);
  return position;
}

std::size_t TextLayout::snap(std::size_t offset) const {
  while (offset < text_.size() && widths_[offset] == inside) ++offset;
  return offset;
}

bool TextLayout::is_space(std::size_t position) const {
  const char c = text_[position];
  return (c == ' ' || c == '\t' || c == '\n') && next(position) == position + 1;
}

std::size_t TextLayout::row_of(std::size_t position) const {
  const auto after = std::ranges::upper_bound(rows_, position, {}, &Row::begin);
  return static_cast<std::size_t>(after - rows_.begin()) - 1;
}

std::size_t TextLayout::last_position(const Row& row) const {
  const bool ends_line = row.end == text_.size() || text_[row.end] == '\n';
  return ends_line ? row.end : previous(row.end);
}

std::size_t TextLayout::position_at(const Row& row, int column) const {
  const auto last = last_position(row);
  auto position = row.begin;
  for (int used = 0; position < last; position = next(position)) {
    used += widths_[position];
    if (used > column) break;
  }
  return position;
}

int TextLayout::column_of(const Row& row, std::size_t position) const {
  int column = 0;
  for (auto at = row.begin; at < position; at = next(at)) column += widths_[at];
  return column;
}

std::string TextLayout::shown(const Row& row) const {
  auto end = row.begin;
  for (int used = 0; end < row.end; end = next(end)) {
    used += widths_[end];
    if (used > columns_) break;
  }
  return printable(std::string_view{text_}.substr(row.begin, end - row.begin));
}

}  // namespace viva
