#include "render/typed_page.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "viva/base/text.hpp"

namespace viva {

void add_typed(Page& page, std::string_view text, int columns) {
  constexpr std::string_view lead = "  | ";
  text = text.substr(0, text.find_last_not_of(" \t\n") + 1);
  for (auto& line : wrap(text, std::max(columns - width(lead), 8)))
    page.push_back({{std::string{lead}, Style::dim}, {std::move(line)}});
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
