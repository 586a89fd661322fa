#include "viva/memory/pace.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "bank/item_index.hpp"

namespace viva {
namespace {

using Sittings = std::vector<std::vector<double>>;  // seconds a day, of each item

double median(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

Sittings find_sittings(const Bank& bank, const std::vector<Timing>& timings, Day today) {
  const ItemIndex index{bank};
  std::vector<std::map<Day, double>> days(bank.items.size());
  for (const auto& timing : timings) {
    if (timing.seconds <= 0 || timing.day >= today) continue;
    if (const auto item = index.find(timing.bank, timing.item)) days[*item][timing.day] += timing.seconds;
  }
  Sittings sittings(bank.items.size());
  for (std::size_t i = 0; i < days.size(); ++i)
    for (const auto& day : days[i]) sittings[i].push_back(day.second);
  return sittings;
}

// How one's own days compare with the bank's minutes: 1.2 is a fifth slower.
double own_factor(const Bank& bank, const Sittings& sittings) {
  std::vector<double> ratios;
  for (std::size_t i = 0; i < sittings.size(); ++i)
    for (const auto seconds : sittings[i]) ratios.push_back(seconds / (60.0 * bank.items[i].minutes));
  return ratios.size() < enough_overall ? 1 : std::clamp(median(std::move(ratios)), 0.25, 4.0);
}

}  // namespace

std::vector<int> seconds_each(const Bank& bank, const std::vector<Timing>& timings, Day today) {
  const auto sittings = find_sittings(bank, timings, today);
  const double factor = own_factor(bank, sittings);
  std::vector<int> each;
  for (std::size_t i = 0; i < bank.items.size(); ++i) {
    const double seconds =
        sittings[i].size() < enough_of_an_item ? factor * 60 * bank.items[i].minutes : median(sittings[i]);
    each.push_back(static_cast<int>(std::lround(std::clamp(seconds, 15.0, 1800.0))));
  }
  return each;
}

}  // namespace viva
