#include "bank/item_index.hpp"

#include <utility>

namespace viva {
namespace {

constexpr auto none = static_cast<std::size_t>(-1);

}  // namespace

ItemIndex::ItemIndex(const Bank& bank) : bank_(bank), next_(bank.items.size(), none) {
  first_.reserve(bank.items.size());
  for (std::size_t i = bank.items.size(); i-- > 0;) {
    const auto [known, is_new] = first_.try_emplace(bank.items[i].id, i);
    if (!is_new) next_[i] = std::exchange(known->second, i);
  }
}

std::optional<std::size_t> ItemIndex::find(std::string_view bank, std::string_view item) const {
  const auto first = first_.find(item);
  if (first == first_.end()) return std::nullopt;
  for (auto i = first->second; i != none; i = next_[i])
    if (bank_.items[i].bank == bank) return i;
  return std::nullopt;
}

}  // namespace viva
