// A sheet as pieces of rows, in the order of reading: what stands on paper, before it is known where.
#pragma once

#include <functional>

#include "pdf/marks.hpp"
#include "pdf/typesetter.hpp"
#include "render/sheet/sheet.hpp"

namespace viva::pdf {

// An entry of the document's outline.
struct Landmark {
  enum Level { section, question } level;
  std::string name;
  std::size_t row;  // where it begins
};

struct Piece {
  Rows rows;
  int columns;  // that it is set for
  std::vector<Landmark> landmarks;
};

using Taker = std::function<void(Piece)>;

// Hands the pieces on one by one, so that a long sheet need not be in memory as a whole.
void compose(const Sheet& sheet, const SheetStyle& style, const Typesetter& typesetter, const Taker& take);

std::string outline_name(const SheetItem& item);

// All parts of an item but prompt, label and number: what a card has on its back.
Rows parts_of(const SheetItem& item, const Sheet& sheet, const SheetStyle& style,
              const Typesetter& typesetter);

}  // namespace viva::pdf
