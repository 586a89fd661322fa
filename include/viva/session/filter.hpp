// Which items, in which order: the filters that commands take.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "viva/bank/bank.hpp"
#include "viva/base/enum_names.hpp"
#include "viva/memory/progress.hpp"
#include "viva/session/match.hpp"

namespace viva {

// plan: today's plan toward an interview, where there is one; then due, most forgotten first, then new ones
// in the bank's order, then the rest, most forgotten first. weakest: seen ones by expected recall, lowest
// first, then new ones.
enum class Order { plan, bank, random, weakest };
inline constexpr auto order_names = enum_names<Order>("plan", "bank", "random", "weakest");

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

// One way to narrow: an option of the command line, what it sets, and what it keeps. Options, completion,
// messages, commands to type and headings all read this.
struct FilterCriterion {
  using Texts = std::vector<std::string> Filter::*;  // repeatable
  using Text = std::string Filter::*;
  using Flag = bool Filter::*;

  // Is this item kept?
  using Keeps = std::function<bool(std::size_t item)>;
  struct Context {
    const Bank& bank;
    const Progress& progress;
    const Filter& filter;
    Day today;
    std::vector<std::string>& errors;
  };

  std::string_view name, type, help;  // "--tier"; "TIER", empty for a flag; a line
  std::variant<Texts, Text, Flag> sets;
  std::vector<Named> (*offers)(const Bank& bank);  // values to choose from; nullptr: anything can be typed
  Keeps (*rule)(const Context& context);           // values that mean nothing go to the context's errors
  // In a sheet's heading, by the items that are left: "Beginner, Advanced", "due". Safe to print.
  std::string (*heading)(const Bank& bank, const std::vector<std::size_t>& items, const Filter& filter);
};

// All there are, in the order in which help lists them and a selection applies them.
std::span<const FilterCriterion> filter_criteria();

// What the filter has for a criterion, as typed; for a flag that is set one empty text.
std::vector<std::string> values_of(const Filter& filter, const FilterCriterion& criterion);

// The ids of the bank's items, each with the beginning of its prompt.
std::vector<Named> ids_and_prompts(const Bank& bank);

struct Selection {
  std::vector<std::size_t> items;   // indices into Bank::items
  std::vector<std::string> errors;  // values that match nothing or too much, with what they might have meant
  std::string why_empty;            // where nothing is left: which filter emptied it
};

Selection select(const Bank& bank, const Progress& progress, const Filter& filter, Day today);

// The items with these ids, or with ids that begin so (unambiguously), in the order given, once each.
Selection find_items(const Bank& bank, const std::vector<std::string>& ids);

}  // namespace viva
