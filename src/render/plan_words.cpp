#include "render/plan_words.hpp"

#include <fmt/format.h>

#include <cmath>

namespace viva {

std::string reason(const PlanEntry& entry) {
  const auto points = std::lround(100 * entry.gain);
  return fmt::format("{}{:+} {} on the day", entry.fresh ? "new: " : "", points,
                     points == 1 ? "point" : "points");
}

std::string describe_left_out(const Plan& plan) {
  if (plan.left_out.empty()) return {};
  const auto all = plan.readiness.all.items, out = plan.left_out.size();
  const auto met = all - out;
  const auto enough = plan.enough_minutes ? fmt::format("{} min would cover all", *plan.enough_minutes)
                                          : std::string{"no daily time would cover all"};
  return fmt::format("at {} min a day {} of {} can be met; {} {} left out; {}", plan.interview.minutes,
                     met == 0 ? "none" : std::to_string(met), all, out, out == 1 ? "is" : "are", enough);
}

}  // namespace viva
