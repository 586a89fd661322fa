// Searching a bank: which items have all the words that were typed, in any of their texts.
#pragma once

#include <bitset>
#include <string>
#include <vector>

#include "viva/bank/bank.hpp"
#include "viva/base/searchable.hpp"

namespace viva {

// The pairs of neighbouring bytes in a text, hashed. What has other pairs is not in the text.
using BytePairs = std::bitset<2048>;

class SearchWords {
 public:
  explicit SearchWords(std::string_view typed);

 private:
  friend class SearchedText;
  std::vector<std::string> words_;
  BytePairs pairs_;  // of all of them
};

// All texts of an item, without their marks. Slow to make, so whoever searches often keeps it.
class SearchedText {
 public:
  SearchedText(const Bank& bank, const Item& item);

  // Does every word occur in it?
  bool has(const SearchWords& words) const;

 private:
  std::string text_;
  BytePairs pairs_;
};

}  // namespace viva
