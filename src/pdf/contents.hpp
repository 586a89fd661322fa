// What a long sheet has on its first pages: its sections and questions, each on a line, with their pages.
#pragma once

#include <vector>

#include "pdf/composition.hpp"

namespace viva::pdf {

// Where the pieces fill more than ten pages, puts contents behind the first piece, which is the title; what
// follows then begins on a page of its own. Each line leads to what it names.
void add_contents(std::vector<Piece>& pieces, const SheetStyle& style, const Typesetter& typesetter);

}  // namespace viva::pdf
