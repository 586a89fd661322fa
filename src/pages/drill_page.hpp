// A drill's views as pages, for line mode.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "viva/drill.hpp"
#include "viva/next_step.hpp"
#include "viva/page.hpp"

namespace viva {

// "10 questions: 4 due, 6 new, about 31 min"
std::string describe_plan(const Bank& bank, const DrillPlan& plan);

Page question_page(const Bank& bank, const Drill::View& view, int columns);

// What can be done now, with the keys; `typing` says that an answer is being typed.
Page keys_page(const Item& item, const Drill::View& view, Day today, int columns);

// "Back in 2 days."
std::string describe_return(const Drill::Rated& rated, Day today);

Page summary_page(const Bank& bank, const Drill::Summary& summary, const NextStep& next, Day today,
                  int columns);

}  // namespace viva
