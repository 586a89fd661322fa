#include "bank/item_index.hpp"

namespace viva {

ItemIndex::ItemIndex(const Bank& bank) : bank_(bank) {
  items_.reserve(bank.items.size());
  for (std::size_t i = 0; i < bank.items.size(); ++i) items_.emplace(bank.items[i].id, i);
}

std::optional<std::size_t> ItemIndex::find(std::string_view bank, std::string_view item) const {
  const auto [begin, end] = items_.equal_range(item);
  for (auto found = begin; found != end; ++found)
    if (bank_.items[found->second].bank == bank) return found->second;
  return std::nullopt;
}

}  // namespace viva
