// Where the pieces of a sheet go, one after the other, and what is to be found on which page. Pieces are
// known by their sizes alone, so that a long sheet can be placed before it is drawn.
#pragma once

#include <string>
#include <vector>

#include "pdf/columns.hpp"
#include "pdf/composition.hpp"

namespace viva::pdf {

// A piece without what is drawn.
struct PieceOutline {
  std::vector<RowSize> rows;
  int columns;
  bool opens_page;
  std::vector<Landmark> landmarks;
};

PieceOutline outline_of(const Piece& piece);

class Placing {
 public:
  explicit Placing(const SheetStyle& style);

  // The rows' spots. Divides the page into the columns that the piece is set for.
  std::vector<Spot> place(const PieceOutline& piece);

 private:
  Columns columns_;
  double spare_;
  int count_ = 1;
};

// A landmark, and where it is.
struct Found {
  const Landmark* landmark;
  int page;  // from 1
  double y;
};

// Of pieces placed after each other; `pages` is how many they fill.
std::vector<Found> find_landmarks(const std::vector<PieceOutline>& pieces, const SheetStyle& style,
                                  int& pages);

}  // namespace viva::pdf
