#include "sim/item_plan.hpp"

#include <array>

namespace viva::sim {
namespace {

constexpr double least_gain = 0.01;

using Chances = std::array<double, 4>;
using Outcomes = std::array<fsrs::Memory, 4>;

// FSRS's own figures of how learners rate.
constexpr Chances first_chances{0.24, 0.094, 0.495, 0.171};
Chances next_chances(double recall) { return {1 - recall, recall * 0.224, recall * 0.631, recall * 0.145}; }

double on_the_day(const fsrs::Memory& memory, int days) {
  return fsrs::retrievability(std::max(0.5, static_cast<double>(days)), memory.stability);
}

double average(const Outcomes& outcomes, const Chances& chances, int days) {
  double sum = 0;
  for (std::size_t i = 0; i < outcomes.size(); ++i) sum += chances[i] * on_the_day(outcomes[i], days);
  return sum;
}

double first_gain(int days) {
  return average({fsrs::first(Rating::again), fsrs::first(Rating::hard), fsrs::first(Rating::good),
                  fsrs::first(Rating::easy)},
                 first_chances, days);
}

double gain(const ItemMemory& item, int day, int interview) {
  const auto outcomes = fsrs::after_each(item.memory, day - item.last);
  return average(outcomes, next_chances(item.recall(day)), interview - day) -
         on_the_day(item.memory, interview - item.last);
}

struct Offer {
  double rate;
  std::size_t item;
};

// What was asked before and gains enough, less what waiting for another day would add.
std::vector<Offer> offers(const ItemMemories& items, int day, int interview) {
  std::vector<Offer> made;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (!items[i] || items[i]->last >= day) continue;
    const double now = gain(*items[i], day, interview);
    if (now < least_gain) continue;
    const double later = day + 1 < interview ? gain(*items[i], day + 1, interview) : 0;
    made.push_back({now - std::max(0.0, later - now), i});
  }
  return made;
}

}  // namespace

std::vector<std::size_t> plan_items(const ItemMemories& items, int day, int interview, std::size_t room) {
  std::vector<std::size_t> unmet, taken;
  for (std::size_t i = 0; i < items.size(); ++i)
    if (!items[i]) unmet.push_back(i);
  const auto later = room * static_cast<std::size_t>(interview - day - 1);
  const auto urgent = std::min(room, unmet.size() > later ? unmet.size() - later : 0);
  taken.assign(unmet.begin(), unmet.begin() + static_cast<std::ptrdiff_t>(urgent));
  auto met = offers(items, day, interview);
  for (std::size_t i = urgent; i < unmet.size(); ++i) met.push_back({first_gain(interview - day), unmet[i]});
  std::ranges::stable_sort(met, [](const Offer& a, const Offer& b) { return a.rate > b.rate; });
  for (std::size_t i = 0; i < met.size() && taken.size() < room; ++i) taken.push_back(met[i].item);
  return taken;
}

}  // namespace viva::sim
