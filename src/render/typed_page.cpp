#include "render/typed_page.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "render/rich_page.hpp"
#include "viva/base/text.hpp"

namespace viva {

void add_typed(Page& page, std::string_view text, int columns) {
  const Span lead{"  | ", Style::dim};
  for (auto& line : rich_page(read_markdown(text), std::max(columns - width(lead.text), 8))) {
    line.insert(line.begin(), lead);
    page.push_back(std::move(line));
  }
}

void add_earlier(Page& page, const std::vector<Review>& earlier, Day today, int columns) {
  for (const auto& review : earlier) {
    page.push_back({});
    add_wrapped(page, {{"  "}},
                fmt::format("{}, {} · {}", name_day(review.day, today), describe_day(review.day, today),
                            name(review.rating)),
                columns, Style::dim);
    add_typed(page, review.answer, columns);
  }
}

}  // namespace viva
