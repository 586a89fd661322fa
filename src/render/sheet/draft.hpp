// What the kinds of sheet share while one is made. Header only: the functions are in sheet.cpp and
// night_before.cpp.
#pragma once

#include "render/sheet/sheet.hpp"

namespace viva {

struct SheetDraft {
  const Bank& bank;
  SheetKind kind;
  std::set<SheetPart> parts;
  int page_lines, page_columns;
  bool by_tier;  // a tier stands at the head of its section, so items need not say it

  bool shows(SheetPart part) const { return parts.contains(part); }
};

SheetItem make_item(const SheetDraft& draft, const Item& item, int number);

// The sections and notes of the page for the night before, from what became of these items.
void add_night_before(Sheet& sheet, SheetDraft draft, const std::vector<std::size_t>& items,
                      const SheetPast& past, Day today);

}  // namespace viva
