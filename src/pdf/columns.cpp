#include "pdf/columns.hpp"

#include <algorithm>

namespace viva::pdf {
namespace {

// Sums of floating point heights may miss a column's end by nothing one can see.
constexpr double hair = 0.01;

}  // namespace

Columns::Columns(const ColumnArea& area, int count)
    : area_{area}, count_{count}, head_{area.top}, y_{area.top}, lowest_{area.top} {}

double Columns::column_width() const { return (area_.width - area_.gutter * (count_ - 1)) / count_; }

void Columns::divide(int count) {
  count_ = count;
  column_ = 0;
  head_ = y_ = lowest_;
}

void Columns::next_column() {
  if (++column_ == count_) {
    column_ = 0;
    ++page_;
    head_ = lowest_ = area_.top;
  }
  y_ = head_;
}

void Columns::next_page() {
  if (lowest_ <= area_.top) return;
  ++page_;
  column_ = 0;
  head_ = y_ = lowest_ = area_.top;
}

void Columns::place_together(const RowSize* begin, const RowSize* end, std::vector<Spot>& spots) {
  double needed = -begin->before;
  for (const auto* row = begin; row != end; ++row) needed += row->before + row->height;
  const bool fits_none = needed > area_.bottom - area_.top + hair;
  for (const auto* row = begin; row != end; ++row) {
    const double take = fits_none ? row->height : needed;
    const bool begins = row == begin || fits_none;
    // The head of a page that is mostly title may leave too little even for one row.
    const bool stuck = at_head() && head_ <= area_.top;
    if (begins && !stuck && y_ + (at_head() ? 0 : row->before) + take > area_.bottom + hair) {
      next_column();
      // Below a title every column of the page is as short as this one.
      while (head_ > area_.top && head_ + take > area_.bottom + hair) next_column();
    }
    const double y = y_ + (at_head() ? 0 : row->before);
    spots.push_back({page_, column_, area_.left + column_ * (column_width() + area_.gutter), y});
    y_ = y + row->height;
    lowest_ = std::max(lowest_, y_);
  }
}

bool Columns::is_better_moved(const std::vector<RowSize>& rows, double spare) const {
  if (rows.empty() || at_head() || area_.bottom - y_ > spare) return false;
  double needed = 0;
  for (const auto& row : rows) needed += row.before + row.height;
  return y_ + needed > area_.bottom + hair && needed - rows.front().before <= area_.bottom - area_.top;
}

std::vector<Spot> Columns::place(const std::vector<RowSize>& rows, double spare) {
  if (is_better_moved(rows, spare)) next_column();
  std::vector<Spot> spots;
  spots.reserve(rows.size());
  for (const auto *begin = rows.data(), *all = begin + rows.size(); begin != all;) {
    const auto* end = begin;
    while (end + 1 != all && end->stays) ++end;
    if (begin->opens_column && !at_head()) next_column();
    place_together(begin, ++end, spots);
    begin = end;
  }
  return spots;
}

}  // namespace viva::pdf
