// Cards to cut out and fold: each is a strip across the page, the question left of the fold, what belongs
// on its back right of it. Folded, both sides are upright, and no page needs printing on its back.
#pragma once

#include "pdf/composition.hpp"

namespace viva::pdf {

// Hands on pieces as compose() does. Of the rows of a strip only the last has a height: the strip's. What
// does not fit one card goes on to further cards.
void compose_cards(const Sheet& sheet, const SheetStyle& style, const Typesetter& typesetter,
                   const Taker& take);

}  // namespace viva::pdf
