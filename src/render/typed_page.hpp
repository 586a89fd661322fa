// What a candidate typed, as a part of pages.
#pragma once

#include <string_view>
#include <vector>

#include "render/page.hpp"
#include "viva/memory/review.hpp"

namespace viva {

// Each line behind a bar, so that it cannot be taken for anything else on the page.
void add_typed(Page& page, std::string_view text, int columns);

// The answers of `earlier`, each with its day and rating.
void add_earlier(Page& page, const std::vector<Review>& earlier, Day today, int columns);

}  // namespace viva
