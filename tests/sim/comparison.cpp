#include "sim/comparison.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace viva::sim {
namespace {

using Samples = std::vector<double>;  // one a learner

Estimate estimate(const Samples& samples) {
  const auto count = static_cast<double>(samples.size());
  double mean = 0, squares = 0;
  for (const double sample : samples) mean += sample / count;
  for (const double sample : samples) squares += (sample - mean) * (sample - mean);
  return {100 * mean, 100 * std::sqrt(squares / std::max(1.0, count - 1) / count)};
}

Samples minus(Samples samples, const Samples& others) {
  for (std::size_t i = 0; i < samples.size(); ++i) samples[i] -= others[i];
  return samples;
}

std::size_t best_simple(const std::vector<Estimate>& recall) {
  const auto best = std::max_element(recall.begin(), recall.end() - own_policies,
                                     [](const auto& a, const auto& b) { return a.mean < b.mean; });
  return static_cast<std::size_t>(best - recall.begin());
}

}  // namespace

Comparison compare(const Course& course, const Settings& settings) {
  Comparison made;
  made.course = course;
  std::vector<Samples> recall;
  for (const auto& policy : policies()) {
    recall.emplace_back();
    Samples answers;
    for (int learner = 1; learner <= settings.learners; ++learner) {
      const auto outcome = study(course, policy, static_cast<std::uint64_t>(learner), settings);
      recall.back().push_back(outcome.recall);
      answers.push_back(outcome.answers /
                        (course.days * std::floor(60.0 * course.minutes / settings.seconds)));
      made.within_budget &= outcome.most_seconds <= 60 * course.minutes;
    }
    made.recall.push_back(estimate(recall.back()));
    made.answers.push_back(estimate(answers));
  }
  made.best = best_simple(made.recall);
  made.lead = estimate(minus(recall.back(), recall[made.best]));
  return made;
}

std::string table_head() {
  std::string names = "| items | days | min |", rule = "|--:|--:|--:|";
  for (const auto& policy : policies()) {
    names += fmt::format(" {} |", policy.name);
    rule += "--:|";
  }
  return names + " plan's answers | best simple one | viva's lead | |\n" + rule + "--:|---|--:|---|\n";
}

std::string table_row(const Comparison& comparison) {
  const auto& course = comparison.course;
  auto row = fmt::format("| {} | {} | {} |", course.items, course.days, course.minutes);
  for (const auto& recall : comparison.recall)
    row += fmt::format(" {:.1f} ±{:.1f} |", recall.mean, recall.error);
  row += fmt::format(" {:.0f} % | {} | {:+.2f} ±{:.2f} |", (comparison.answers.end() - own_policies)->mean,
                     policies()[comparison.best].name, comparison.lead.mean, comparison.lead.error);
  const auto verdict = !comparison.within_budget ? "over the minutes" : comparison.holds() ? "" : "below";
  return row + fmt::format(" {} |\n", verdict);
}

}  // namespace viva::sim
