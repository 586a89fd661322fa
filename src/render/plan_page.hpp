// The plan toward an interview as pages. Readiness is always called an estimate.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "render/page.hpp"
#include "viva/bank/bank.hpp"
#include "viva/plan/plan.hpp"

namespace viva {

// "Acme on Thu 10 Dec", "the interview on Thu 10 Dec"
std::string describe_interview(const Interview& interview, Day today);

// "20 min a day, off sat,sun"
std::string describe_habits(const Interview& interview);

// "+14 points on the day", "new: +58 points on the day": why an item is planned.
std::string reason(const PlanEntry& entry);

// "at 10 min a day 38 of 50 can be met; 12 are left out; 14 min would cover all"; empty where none is.
std::string describe_left_out(const Plan& plan);

// The days up to the interview, and what may be expected. Plans here have at least one day. `places` ends
// each command, as Shell::command() does.
Page plan_page(const Bank& bank, const Plan& plan, int columns, std::string_view places = {});

// Today's items with the reason of each.
Page plan_day_page(const Bank& bank, const Plan& plan, int columns, std::string_view places = {});

// None is set, or all have passed: what to type. `interviews` by day.
Page no_plan_page(const std::vector<Interview>& interviews, Day today, int columns,
                  std::string_view places = {});

// How far a day is.
struct DayDone {
  std::size_t answered = 0;  // questions
  int seconds = 0;           // studied
};

// "Today's plan: 9 of 20 min and 4 questions done, 6 to go."
std::string describe_today(const Interview& interview, const PlanDay& left, const DayDone& done);

// Nothing more is planned for today: why, and what else there is to do. `weak`: are there weak questions?
Page day_done_page(const Bank& bank, const Interview& interview, const PlanDay& left, const DayDone& done,
                   bool weak, int columns, std::string_view places = {});

}  // namespace viva
