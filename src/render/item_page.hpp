// Questions as pages: one in full, or many as a table.
#pragma once

#include <vector>

#include "render/page.hpp"
#include "viva/bank/bank.hpp"
#include "viva/memory/item_past.hpp"
#include "viva/memory/progress.hpp"

namespace viva {

// "Beginner · Quantization · about 3 min"
std::string describe_item(const Bank& bank, const Item& item);

// "new", "due", or when it comes back: "in 4 days".
Span standing(const std::optional<ItemProgress>& item, Day today);

// Parts of an item, each with its heading; empty where the item has none.
void add_follow_ups(Page& page, const Item& item, int columns);
void add_pitfalls(Page& page, const Item& item, int columns);
void add_answer(Page& page, const Item& item, int columns);
void add_references(Page& page, const Item& item, int columns);

// What there is to read once the answer is given: the model answer, pitfalls and references.
Page answer_page(const Item& item, int columns);

// The hint, and these of its points numbered for ticking.
Page hint_page(const Item& item, const std::vector<std::size_t>& asked, int columns);
Page hint_page(const Item& item, int columns);

// With what became of each point, and the last answers, where `past` has them. `planned`: see
// planned_words().
Page show_item(const Bank& bank, std::size_t item, const Progress& progress, const ItemPast& past, Day today,
               int columns, std::string_view planned = {});

// A table under the names of the tiers where the items are in the bank's order, else one table.
Page list_items(const Bank& bank, const std::vector<std::size_t>& items, const Progress& progress, Day today,
                int columns);

}  // namespace viva
