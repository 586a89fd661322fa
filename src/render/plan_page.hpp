// The plan toward an interview as pages. Readiness is always called an estimate.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "render/page.hpp"
#include "viva/bank/bank.hpp"
#include "viva/plan/today.hpp"

namespace viva {

// "Acme on Thu 10 Dec", "the interview on Thu 10 Dec"
std::string describe_interview(const Interview& interview, Day today);

// "20 min a day, off sat,sun"
std::string describe_habits(const Interview& interview);

// "new: 7 points", "missed 4 of 7, yesterday", "+1.2 points on the day": why an item is planned. `morning`:
// its progress then.
std::string reason(const PlanEntry& entry, const Item& item, const std::optional<ItemProgress>& morning,
                   Day today);

// "at 10 min a day 38 of 50 can be met; 12 are left out; 14 min would cover all"; empty where none is.
std::string describe_left_out(const Plan& plan);

// The days up to the interview, and what may be expected. Plans here have at least one day. `places` ends
// each command, as Shell::command() does.
Page plan_page(const Bank& bank, const Plan& plan, const Today& today, int columns,
               std::string_view places = {});

// Today's items with the reason of each. Today is that of the plan.
Page plan_day_page(const Bank& bank, const Today& today, const Progress& morning, int columns,
                   std::string_view places = {});

// None is set, or all have passed: what to type. `interviews` by day.
Page no_plan_page(const std::vector<Interview>& interviews, Day today, int columns,
                  std::string_view places = {});

// How far a day is.
struct DayDone {
  std::size_t answered = 0;  // questions
  int seconds = 0;           // studied
};

// Nothing more is to be done today: why, and what else there is to do.
Page day_done_page(const Bank& bank, const Today& today, const DayDone& done, int columns,
                   std::string_view places = {});

}  // namespace viva
