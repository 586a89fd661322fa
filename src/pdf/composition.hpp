// A sheet as pieces of rows, in the order of reading: what stands on paper, before it is known where.
#pragma once

#include <functional>

#include "pdf/marks.hpp"
#include "pdf/typesetter.hpp"
#include "render/sheet/sheet.hpp"

namespace viva::pdf {

// An entry of the document's outline and contents.
struct Landmark {
  enum Level { section, question } level;
  int number;        // of a question
  std::string name;  // on one line
  std::size_t row;   // where it begins
};

struct Piece {
  Rows rows;
  int columns;  // that it is set for
  std::vector<Landmark> landmarks{};
  bool opens_page = false;
};

using Taker = std::function<void(Piece)>;

// What stands above the first question.
Piece title_piece(const Sheet& sheet, const SheetStyle& style, const Typesetter& typesetter);

// Hands the pieces of all questions on one by one, so that a long sheet need not be in memory as a whole.
void compose(const Sheet& sheet, const SheetStyle& style, const Typesetter& typesetter, const Taker& take);

Landmark landmark_of(const SheetItem& item, std::size_t row);
Landmark landmark_of(const SheetSection& section, std::size_t row);

// All parts of an item but prompt, label and number: what a card has on its back.
Rows parts_of(const SheetItem& item, const Sheet& sheet, const SheetStyle& style,
              const Typesetter& typesetter);

}  // namespace viva::pdf
