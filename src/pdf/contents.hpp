// What a long sheet has on its first pages: its sections and questions, each on a line, with their pages.
#pragma once

#include <vector>

#include "pdf/composition.hpp"
#include "pdf/placing.hpp"

namespace viva::pdf {

// As many rows of the same heights, whatever the pages are: they may be found out later. Each leads to what
// it names.
Piece contents_piece(const std::vector<Found>& entries, const SheetStyle& style,
                     const Typesetter& typesetter);

}  // namespace viva::pdf
