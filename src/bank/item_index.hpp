// Finds the items of a bank by the ids that a history has of them.
#pragma once

#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "viva/bank/bank.hpp"

namespace viva {

class ItemIndex {
 public:
  explicit ItemIndex(const Bank& bank);  // which must outlive it

  // By the id of the bank that the item is from, and its own.
  std::optional<std::size_t> find(std::string_view bank, std::string_view item) const;

 private:
  const Bank& bank_;
  std::unordered_map<std::string_view, std::size_t> first_;  // of the items of an id
  std::vector<std::size_t> next_;                            // item of the same id, of another bank
};

}  // namespace viva
