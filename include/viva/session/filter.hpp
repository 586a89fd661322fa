// Which items, in which order: the filters every command takes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "viva/bank/bank.hpp"
#include "viva/memory/progress.hpp"

namespace viva {

// plan: today's plan toward an interview, where there is one; then due, most forgotten first, then new ones
// in the bank's order, then the rest, most forgotten first. weakest: seen ones by expected recall, lowest
// first, then new ones.
enum class Order { plan, bank, random, weakest };

struct Filter {
  std::vector<std::string> tiers, topics, ids;  // as typed; values of one are alternatives
  std::string search;                           // every word must occur
  bool due = false, fresh = false, weak = false;
  std::optional<int> count;  // at least 1
  Order order = Order::bank;
  std::uint64_t seed = 0;            // of Order::random
  std::vector<std::size_t> planned;  // of Order::plan: today's, indices into Bank::items, in their order

  bool narrows() const;  // does it leave anything out, other than by count?
};

struct Selection {
  std::vector<std::size_t> items;   // indices into Bank::items
  std::vector<std::string> errors;  // values that match nothing or too much, with what they might have meant
  std::string empty;                // where nothing is left: which filter emptied it
};

Selection select(const Bank& bank, const Progress& progress, const Filter& filter, Day today);

// The items with these ids, or with ids that begin so (unambiguously), in the order given, once each.
Selection find_items(const Bank& bank, const std::vector<std::string>& ids);

}  // namespace viva
