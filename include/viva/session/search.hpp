// Searching a bank: which items have all the words that were typed, in any of their texts.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "viva/bank/bank.hpp"
#include "viva/base/searchable.hpp"

namespace viva {

// All texts of the item that search_words() can be found in, without their marks. Slow to make, so whoever
// searches often keeps it.
std::string search_text(const Bank& bank, const Item& item);

// Does every word occur in it?
bool has_words(std::string_view search_text, const std::vector<std::string>& words);

}  // namespace viva
