// Lists that are read again as themselves. Parsers disagree, and err, about empty lines beside marks that
// have no text and within paragraphs, so lists are settled when they are read.
#pragma once

#include "viva/base/rich_text.hpp"

namespace viva {

// A list as it was read, as one that can be written. `in_item`: it is within an item of another; such a list
// has no empty items, and may end up without any.
TextList settled(TextList list, bool in_item);

}  // namespace viva
