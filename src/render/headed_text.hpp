// A text that has a heading of its own, such as a question: its first paragraph, and what stands below.
// Header only.
#pragma once

#include <variant>

#include "viva/base/rich_text.hpp"

namespace viva {

struct HeadedText {
  RichSpans heading{};  // empty: the text begins with another block than a paragraph or heading
  RichText rest{};
};

inline HeadedText headed_text(RichText text) {
  HeadedText made{{}, std::move(text)};
  if (made.rest.blocks.empty()) return made;
  auto& first = made.rest.blocks.front();
  if (auto* paragraph = std::get_if<Paragraph>(&first)) made.heading = std::move(paragraph->spans);
  if (auto* heading = std::get_if<Heading>(&first)) made.heading = std::move(heading->spans);
  if (!made.heading.empty()) made.rest.blocks.erase(made.rest.blocks.begin());
  return made;
}

inline bool is_one_paragraph(const RichText& text) {
  return text.blocks.size() == 1 && std::holds_alternative<Paragraph>(text.blocks.front());
}

}  // namespace viva
