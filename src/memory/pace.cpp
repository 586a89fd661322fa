#include "viva/memory/pace.hpp"

#include <algorithm>
#include <cmath>
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

Sittings find_sittings(const Bank& bank, const std::vector<RatedAnswer>& answers, Day today) {
  const ItemIndex index{bank};
  Sittings sittings(bank.items.size());
  std::vector<std::vector<Day>> days(bank.items.size());  // of the sittings
  for (const auto& answer : answers) {
    if (answer.mode == Mode::round || answer.seconds <= 0 || answer.day >= today) continue;
    const auto item = index.find(answer.bank, answer.item);
    if (!item) continue;
    const auto known = std::find(days[*item].rbegin(), days[*item].rend(), answer.day);
    if (known == days[*item].rend()) {
      days[*item].push_back(answer.day);
      sittings[*item].push_back(answer.seconds);
    } else {
      sittings[*item][static_cast<std::size_t>(days[*item].rend() - known) - 1] += answer.seconds;
    }
  }
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

std::vector<int> seconds_each(const Bank& bank, const std::vector<RatedAnswer>& answers, Day today) {
  const auto sittings = find_sittings(bank, answers, today);
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
