// Policies: what to study today, and in which order. They see ratings, never the learner's memory.
// Simple ones order the whole bank, so that no minute of theirs is idle: what is due, then what is new in the
// bank's order, then the rest in the order in which it will be due.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "viva/plan/plan.hpp"

namespace viva::sim {

using Items = std::vector<std::size_t>;

struct Course {
  std::size_t items;
  int days;     // of study before the interview
  int minutes;  // a day
};

class Policy {
 public:
  virtual ~Policy() = default;
  // In the order to study them. `progress` is by the default parameters.
  virtual Items order(const Progress& progress, Day today) = 0;
  // The first answer to an item on a day.
  virtual void rated(std::size_t /*item*/, Rating /*rating*/, Day /*today*/) {}
};

struct NamedPolicy {
  std::string name;
  std::function<std::unique_ptr<Policy>(const PlanRequest&, std::uint64_t seed)> make;
};

// The simple ones, then viva's two: its plan alone, which may leave minutes unused, and at equal minutes.
const std::vector<NamedPolicy>& policies();
inline constexpr std::size_t own_policies = 2;

inline constexpr Day first_day = std::chrono::sys_days{std::chrono::year{2026} / 11 / 23};

// What viva is asked to plan: no mock rounds, since no other policy spends minutes on them.
PlanRequest make_request(const Course& course, int seconds_an_answer);

}  // namespace viva::sim
