#include "viva/session/search.hpp"

#include <string.h>

#include <algorithm>

#include "viva/base/rich_text.hpp"

namespace viva {
namespace {

void add_pairs(BytePairs& pairs, std::string_view text) {
  for (std::size_t i = 1; i < text.size(); ++i) {
    const unsigned first = static_cast<unsigned char>(text[i - 1]),
                   second = static_cast<unsigned char>(text[i]);
    pairs.set((first * 31 + second * 67) % pairs.size());
  }
}

std::string text_of(const Bank& bank, const Item& item) {
  auto text = item.id + '\n' + bank.tiers[item.tier].name + '\n' + bank.topics[item.topic].name;
  for (const auto& reference : item.references) text += '\n' + reference.title;
  const auto add = [&](std::string_view markdown) { text += '\n' + plain_text(read_markdown(markdown)); };
  for (const auto* one : {&item.prompt, &item.hint, &item.answer}) add(*one);
  for (const auto& point : item.points) add(point.text);
  for (const auto* list : {&item.follow_ups, &item.pitfalls})
    for (const auto& entry : *list) add(entry);
  return searchable(text);
}

}  // namespace

SearchWords::SearchWords(std::string_view typed) : words_{search_words(typed)} {
  for (const auto& word : words_) add_pairs(pairs_, word);
}

SearchedText::SearchedText(const Bank& bank, const Item& item) : text_{text_of(bank, item)} {
  add_pairs(pairs_, text_);
}

bool SearchedText::has(const SearchWords& words) const {
  if ((words.pairs_ & ~pairs_).any()) return false;
  return std::ranges::all_of(words.words_, [&](const auto& word) {  // faster than find() by far
    return ::memmem(text_.data(), text_.size(), word.data(), word.size()) != nullptr;
  });
}

}  // namespace viva
