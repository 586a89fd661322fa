// The statistics as a page for a browser.
#pragma once

#include <string>

#include "viva/stats/stats.hpp"

namespace viva {

// One file without scripts that takes nothing from elsewhere. Each chart has a title, a text alternative and
// its data in a table. Whatever text a bank holds, it cannot break out.
std::string stats_html(const Bank& bank, const Stats& stats);

}  // namespace viva
