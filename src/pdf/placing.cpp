#include "pdf/placing.hpp"

#include <algorithm>
#include <iterator>

namespace viva::pdf {
namespace {

ColumnArea area_of(const SheetStyle& style) {
  return {style.margin, style.top, style.paper.width - 2 * style.margin, style.paper.height - style.bottom,
          style.gutter};
}

}  // namespace

PieceOutline outline_of(const Piece& piece) {
  PieceOutline outline{{}, piece.columns, piece.opens_page, piece.landmarks};
  outline.rows.reserve(piece.rows.size());
  std::ranges::transform(piece.rows, std::back_inserter(outline.rows), &Row::size);
  return outline;
}

Placing::Placing(const SheetStyle& style) : columns_{area_of(style), 1}, spare_{style.spare} {}

std::vector<Spot> Placing::place(const PieceOutline& piece) {
  if (piece.opens_page) columns_.next_page();
  if (piece.columns != count_) columns_.divide(piece.columns);
  count_ = piece.columns;
  return columns_.place(piece.rows, spare_);
}

std::vector<Found> find_landmarks(const std::vector<PieceOutline>& pieces, const SheetStyle& style,
                                  int& pages) {
  Placing placing{style};
  std::vector<Found> found;
  for (const auto& piece : pieces) {
    const auto spots = placing.place(piece);
    for (const auto& landmark : piece.landmarks)
      if (landmark.row < spots.size())
        found.push_back({&landmark, spots[landmark.row].page + 1, spots[landmark.row].y});
    if (!spots.empty()) pages = spots.back().page + 1;
  }
  return found;
}

}  // namespace viva::pdf
