// Policies: what to study today, and in which order. They see ticks and ratings, never the learner's memory.
// All but the plan alone order the whole bank, so that no minute is idle.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "plan/promises.hpp"
#include "sim/item_memory.hpp"
#include "viva/plan/plan.hpp"

namespace viva::sim {

using Items = std::vector<std::size_t>;

struct Course {
  std::size_t items;
  int days;     // of study before the interview
  int minutes;  // a day
};

inline constexpr Day first_day = std::chrono::sys_days{std::chrono::year{2026} / 11 / 23};
inline Day day_of(int day) { return first_day + std::chrono::days{day}; }

// What is known on a morning, by the default parameters.
struct Knowledge {
  const Bank& bank;
  Standing standing;   // of points
  ItemMemories items;  // of whole questions
  std::vector<Day> rounds;
};

struct Work {
  Items items;  // in the order to study them
  std::optional<PlannedRound> round;
};

class Policy {
 public:
  virtual ~Policy() = default;
  virtual Work plan(const Knowledge& known, int day) = 0;
  // The first answer to a question on a day.
  virtual void rated(std::size_t /*item*/, Rating /*rating*/, int /*day*/) {}
};

// simple: names of common methods. items: the plan by whole questions. viva: as it is, but for mock rounds,
// on which no other policy spends minutes. variant: viva with something changed.
enum class Kind { simple, items, viva, variant };

struct NamedPolicy {
  std::string name;
  Kind kind;
  std::function<std::unique_ptr<Policy>(const PlanRequest&, std::uint64_t seed)> make;
};

const std::vector<NamedPolicy>& policies();

// What viva is asked to plan.
PlanRequest make_request(const Course& course, int seconds_an_answer);

}  // namespace viva::sim
