// A bank while its text is read. Tiers and topics may be defined after the items that name them: an item's
// tier and topic, and the tiers a round draws from, are indexes into `names` until the draft is resolved.
// Header only: read_bank is in reader.cpp, resolve in resolve.cpp.
#pragma once

#include <array>
#include <cstddef>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "bank/faults.hpp"
#include "viva/bank/bank.hpp"

namespace viva {

// Each distinct name once, numbered from 0.
class Names {
 public:
  std::size_t index_of(std::string_view name) {
    if (const auto known = indexes_.find(name); known != indexes_.end()) return known->second;
    const auto index = names_.size();
    indexes_.emplace(names_.emplace_back(name), index);
    return index;
  }
  const std::string& operator[](std::size_t index) const { return names_[index]; }
  std::size_t size() const { return names_.size(); }

 private:
  std::deque<std::string> names_;  // never moves its elements
  std::unordered_map<std::string_view, std::size_t> indexes_;
};

// What is known of all tiers, of all topics, rounds or items. Places are offsets into the text.
struct Register {
  std::vector<std::size_t> ids;   // where the id of each is; nowhere: it has none
  bool complete = false;          // the list was read to its end
  Names names;                    // of tiers and topics: the ids by which items and rounds name them
  std::vector<std::size_t> uses;  // of tiers and topics: where each item names one; nowhere: it does not
};

struct Draft {
  Bank bank;
  std::array<Register, Subject::kind_count> registers;
  std::vector<std::size_t> points;  // where each point is, or its id where it has one, over all items
  std::vector<std::size_t> draws;   // where the key of each draw is, over all rounds
  bool whole = false;               // the text was read to its end

  Register& of(Subject::Kind kind) { return registers[static_cast<std::size_t>(kind)]; }
};

// Reads what `text` holds of a bank, and adds every fault that one place shows. What is not UTF-8 is a syntax
// error. Nothing after a syntax error is read.
Draft read_bank(std::string_view text, Faults& faults);

// Makes the bank of a draft, and adds every fault that two places make: ids used twice, tiers and topics that
// do not exist.
Bank resolve(Draft draft, Faults& faults);

}  // namespace viva
