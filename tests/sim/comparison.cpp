#include "sim/comparison.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace viva::sim {
namespace {

Estimate estimate(const std::vector<double>& samples) {
  const auto count = static_cast<double>(samples.size());
  double mean = 0, squares = 0;
  for (const double sample : samples) mean += sample / count;
  for (const double sample : samples) squares += (sample - mean) * (sample - mean);
  return {100 * mean, 100 * std::sqrt(squares / std::max(1.0, count - 1) / count)};
}

std::size_t find(Kind kind) {
  return static_cast<std::size_t>(std::ranges::find(policies(), kind, &NamedPolicy::kind) -
                                  policies().begin());
}

std::size_t best_simple(const Comparison& comparison) {
  std::size_t best = 0;
  for (std::size_t i = 0; i < policies().size(); ++i)
    if (policies()[i].kind == Kind::simple && comparison.mean(i).mean > comparison.mean(best).mean) best = i;
  return best;
}

std::string words(const Estimate& estimate) {
  return fmt::format("{:+.1f} ±{:.1f}", estimate.mean, estimate.error);
}

}  // namespace

Estimate Comparison::mean(std::size_t policy) const { return estimate(results[policy].recalled); }

Estimate Comparison::lead(std::size_t policy, std::size_t over) const {
  auto samples = results[policy].recalled;
  for (std::size_t i = 0; i < samples.size(); ++i) samples[i] -= results[over].recalled[i];
  return estimate(samples);
}

bool Comparison::holds(double promises) const {
  const auto viva = find(Kind::viva), alone = find(Kind::variant);
  const auto better = mean(viva).mean < mean(alone).mean ? alone : viva;
  return within_budget && std::ranges::all_of(std::array{best, find(Kind::items)}, [&](std::size_t other) {
           return !lead(better, other).below(0) && !lead(viva, other).below(-promises);
         });
}

Comparison compare(const Course& course, const Settings& settings) {
  Comparison made;
  made.course = course;
  for (const auto& policy : policies()) {
    made.results.emplace_back();
    auto& result = made.results.back();
    for (int learner = 1; learner <= settings.learners; ++learner) {
      const auto outcome = study(course, policy, static_cast<std::uint64_t>(learner), settings);
      result.recalled.push_back(outcome.recalled);
      result.late += 100 * outcome.late / settings.learners;
      made.within_budget &= outcome.most_seconds <= 60 * course.minutes;
    }
  }
  made.best = best_simple(made);
  return made;
}

std::string table_head(Columns columns) {
  std::string
      names =
          "| items | days | min | viva | item plan | best simple policy | lead over items | over simple |",
      rule = "|--:|--:|--:|--:|--:|---|--:|--:|";
  for (const auto& policy : policies()) {
    if (columns == Columns::headline && policy.kind != Kind::variant) continue;
    names += fmt::format(" {} |", policy.name);
    rule += "--:|";
  }
  return names + " late |\n" + rule + "--:|\n";
}

std::string table_row(const Comparison& comparison, Columns columns) {
  const auto& course = comparison.course;
  const auto viva = find(Kind::viva), items = find(Kind::items), best = comparison.best;
  auto row = fmt::format("| {} | {} | {} | {:.1f} | {:.1f} | {:.1f} {} | {} | {} |", course.items,
                         course.days, course.minutes, comparison.mean(viva).mean, comparison.mean(items).mean,
                         comparison.mean(best).mean, policies()[best].name,
                         words(comparison.lead(viva, items)), words(comparison.lead(viva, best)));
  for (std::size_t i = 0; i < policies().size(); ++i)
    if (policies()[i].kind == Kind::variant)
      row += fmt::format(" {} |", words(comparison.lead(i, viva)));
    else if (columns == Columns::all)
      row += fmt::format(" {:.1f} |", comparison.mean(i).mean);
  return row + fmt::format(" {:.0f} %{} |\n", comparison.results[viva].late,
                           comparison.within_budget ? "" : ", over the minutes");
}

}  // namespace viva::sim
