#include "viva/memory/readiness.hpp"

#include <algorithm>

#include "viva/memory/forecast.hpp"

namespace viva {
namespace {

void add(Readiness& group, const std::optional<ItemProgress>& item, Day today, Day on) {
  ++group.items;
  if (!item) return;
  ++group.seen;
  group.now += recall(*item, today);
  const auto days = std::max(0, static_cast<int>((on - item->last).count()));
  group.left_alone += recall_on_the_day(item->memory, days);
}

void average(Readiness& group) {
  if (group.items == 0) return;
  group.now /= static_cast<double>(group.items);
  group.left_alone /= static_cast<double>(group.items);
  group.planned = group.left_alone;
}

}  // namespace

ReadinessReport assess_readiness(const Bank& bank, const Progress& progress, Day today, Day on) {
  ReadinessReport report;
  report.tiers.resize(bank.tiers.size());
  for (std::size_t i = 0; i < bank.items.size(); ++i) {
    add(report.all, progress[i], today, on);
    add(report.tiers[bank.items[i].tier], progress[i], today, on);
  }
  average(report.all);
  for (auto& tier : report.tiers) average(tier);
  return report;
}

}  // namespace viva
