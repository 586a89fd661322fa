// The statistics as a page of charts.
#pragma once

#include "render/page.hpp"
#include "viva/plan/today.hpp"
#include "viva/stats/stats.hpp"

namespace viva {

// `next`: what to do now, its command to be typed as it stands. `columns` is at least 20.
Page stats_page(const Bank& bank, const Stats& stats, const NextStep& next, int columns);

}  // namespace viva
