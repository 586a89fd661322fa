#include "viva/memory/readiness.hpp"

#include <algorithm>

#include "viva/memory/forecast.hpp"

namespace viva {
namespace {

// Points that are expected to be made on a day to come.
double points_on(const ItemProgress& item, Day on) {
  double sum = 0;
  for (const auto& point : item.points) {
    const auto days = std::max(0, days_between(point.last, on));
    if (point.times > 0) sum += recall_on_the_day({point.memory, point.known}, days, *item.model);
  }
  return sum;
}

void add(Readiness& group, const Item& item, const std::optional<ItemProgress>& progress, Day today, Day on) {
  ++group.items;
  group.points += remembered_points(item);
  if (!progress) return;
  ++group.seen;
  group.now += recall(*progress, today) * static_cast<double>(progress->points.size());
  group.left_alone += points_on(*progress, on);
}

void average(Readiness& group) {
  if (group.points == 0) return;
  group.now /= static_cast<double>(group.points);
  group.left_alone /= static_cast<double>(group.points);
  group.planned = group.left_alone;
}

}  // namespace

ReadinessReport assess_readiness(const Bank& bank, const Progress& progress, Day today, Day on) {
  ReadinessReport report;
  report.tiers.resize(bank.tiers.size());
  for (std::size_t i = 0; i < bank.items.size(); ++i) {
    const auto& item = bank.items[i];
    add(report.all, item, progress[i], today, on);
    add(report.tiers[item.tier], item, progress[i], today, on);
  }
  average(report.all);
  for (auto& tier : report.tiers) average(tier);
  return report;
}

}  // namespace viva
