#include "viva/session/next_step.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/escape.hpp"

namespace viva {

std::string with_value(std::string_view option, std::string_view value) {
  return fmt::format(" {}{}{}", option, value.starts_with('-') ? '=' : ' ', shell_word(value));
}

NextStep next_step(const Bank& bank, const Progress& progress, Day today) {
  if (bank.items.empty()) return {"viva bank init my-bank.json", "the bank has no questions; begin one"};
  std::size_t ready = 0, fresh = 0, weak = 0;
  auto next = Day::max();
  for (std::size_t i = 0; i < bank.items.size(); ++i) {
    const auto& item = progress[i];
    if (!item) {
      ++fresh;
      continue;
    }
    if (due(*item) <= today) ++ready;
    if (is_weak(*item, today)) ++weak;
    next = std::min(next, due(*item));
  }
  if (ready > 0 && fresh > 0) return {"viva drill", fmt::format("{} due, {} new", ready, fresh)};
  if (ready > 0) return {"viva drill", fmt::format("{} due", ready)};
  if (fresh > 0) return {"viva drill", fmt::format("{} new", fresh)};
  const auto nothing = fmt::format("nothing is due until {}", name_day(next, today));
  if (weak > 0) return {"viva drill --weak", fmt::format("{}; {} went badly", nothing, weak)};
  return {"viva drill --order weakest --count 5", nothing};
}

std::string filter_arguments(const Filter& filter) {
  std::string words;
  for (const auto& criterion : filter_criteria())
    for (const auto& value : values_of(filter, criterion))
      words +=
          criterion.type.empty() ? fmt::format(" {}", criterion.name) : with_value(criterion.name, value);
  return words;
}

std::string drill_command(const Filter& filter) { return "viva drill" + filter_arguments(filter); }

}  // namespace viva
