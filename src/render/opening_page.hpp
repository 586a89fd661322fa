// The opening screen: where one stands, and what to do next. It never scolds.
#pragma once

#include <string_view>

#include "render/page.hpp"
#include "viva/stats/opening.hpp"

namespace viva {

// `places` ends each command, as Shell::command() does.
Page opening_page(const Bank& bank, const Opening& opening, int columns, std::string_view places = {});

}  // namespace viva
