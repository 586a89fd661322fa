#include "base/markdown_lists.hpp"

#include <algorithm>

namespace viva {
namespace {

constexpr int last_number = 999;

bool holds_nothing(const RichText& item) { return item.blocks.empty(); }

void drop_empty_items(TextList& list) {
  const auto first = std::ranges::find_if_not(list.items, holds_nothing);
  if (list.start)
    list.start = std::min(*list.start + static_cast<int>(first - list.items.begin()), last_number);
  std::erase_if(list.items, holds_nothing);
}

// Would its first line go on with a paragraph before it?
bool joins_paragraph(const RichBlock& block) {
  const auto* list = std::get_if<TextList>(&block);
  return std::holds_alternative<Paragraph>(block) || (list != nullptr && list->start.value_or(1) != 1);
}

bool may_end_in_paragraph(const RichBlock& block) {
  return std::holds_alternative<Paragraph>(block) || std::holds_alternative<TextList>(block) ||
         std::holds_alternative<Quote>(block);
}

bool needs_empty_line(const RichText& item) {
  for (std::size_t i = 1; i < item.blocks.size(); ++i) {
    const auto &before = item.blocks[i - 1], &after = item.blocks[i];
    if (may_end_in_paragraph(before) && joins_paragraph(after)) return true;
    if (std::holds_alternative<Quote>(before) && std::holds_alternative<Quote>(after)) return true;
  }
  return false;
}

}  // namespace

TextList settled(TextList list, bool in_item) {
  if (in_item) drop_empty_items(list);
  if (std::ranges::any_of(list.items, needs_empty_line)) list.tight = false;
  // What alone is in a list has no empty line beside it.
  if (list.items.size() == 1 && list.items[0].blocks.size() < 2) list.tight = true;
  return list;
}

}  // namespace viva
