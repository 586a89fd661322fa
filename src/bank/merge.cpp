// Part of viva/bank/bank.hpp: several banks as one.
#include <fmt/format.h>

#include <algorithm>

#include "base/json_tokens.hpp"
#include "viva/bank/bank.hpp"

namespace viva {
namespace {

// Adds the parts of `from` whose ids are new to `to`. Returns where each part of `from` now is.
template <class Part>
std::vector<std::size_t> unite(std::vector<Part>& to, std::vector<Part>& from) {
  std::vector<std::size_t> moved;
  for (auto& part : from) {
    const auto known = std::ranges::find(to, part.id, &Part::id);
    moved.push_back(static_cast<std::size_t>(known - to.begin()));
    if (known == to.end()) to.push_back(std::move(part));
  }
  return moved;
}

Diagnostic about(Severity severity, std::string message) {
  Diagnostic diagnostic;
  diagnostic.severity = severity;
  diagnostic.message = std::move(message);
  return diagnostic;
}

void add_rounds(ParsedBank& merged, Bank& bank, const std::vector<std::size_t>& tiers) {
  for (auto& round : bank.rounds) {
    for (auto& [tier, count] : round.draw) tier = tiers[tier];
    if (std::ranges::find(merged.bank.rounds, round.id, &RoundPreset::id) == merged.bank.rounds.end())
      merged.bank.rounds.push_back(std::move(round));
    else
      merged.diagnostics.push_back(about(
          Severity::warning,
          fmt::format("round {} of bank {} is left out, since a bank before it has one of that id; rename "
                      "one to have both",
                      quote(round.id), quote(bank.id))));
  }
}

void add_bank(ParsedBank& merged, Bank& bank) {
  const auto tiers = unite(merged.bank.tiers, bank.tiers);
  const auto topics = unite(merged.bank.topics, bank.topics);
  add_rounds(merged, bank, tiers);
  for (auto& item : bank.items) {
    item.tier = tiers[item.tier];
    item.topic = topics[item.topic];
    merged.bank.items.push_back(std::move(item));
  }
  merged.bank.title += ", " + bank.title;
  merged.bank.reviewed = std::min(merged.bank.reviewed, bank.reviewed);  // the older; none where one has none
}

}  // namespace

ParsedBank merge_banks(std::vector<Bank> banks) {
  ParsedBank merged;
  merged.bank = std::move(banks.front());
  std::vector<std::string> ids{merged.bank.id};
  for (auto bank = banks.begin() + 1; bank != banks.end(); ++bank) {
    if (std::ranges::find(ids, bank->id) != ids.end())
      merged.diagnostics.push_back(about(
          Severity::error, fmt::format("two banks have the id {}; give one of them another, or load only one",
                                       quote(bank->id))));
    ids.push_back(bank->id);
    add_bank(merged, *bank);
  }
  return merged;
}

}  // namespace viva
