#include "viva/session/search.hpp"

#include <string.h>

#include <algorithm>

#include "viva/base/rich_text.hpp"

namespace viva {

std::string search_text(const Bank& bank, const Item& item) {
  auto text = item.id + '\n' + bank.tiers[item.tier].name + '\n' + bank.topics[item.topic].name;
  for (const auto& reference : item.references) text += '\n' + reference.title;
  const auto add = [&](std::string_view markdown) { text += '\n' + plain_text(read_markdown(markdown)); };
  for (const auto* one : {&item.prompt, &item.hint, &item.answer}) add(*one);
  for (const auto& point : item.points) add(point.text);
  for (const auto* list : {&item.follow_ups, &item.pitfalls})
    for (const auto& entry : *list) add(entry);
  return searchable(text);
}

bool has_words(std::string_view search_text, const std::vector<std::string>& words) {
  return std::ranges::all_of(words, [&](const auto& word) {  // faster than find() by far
    return ::memmem(search_text.data(), search_text.size(), word.data(), word.size()) != nullptr;
  });
}

}  // namespace viva
