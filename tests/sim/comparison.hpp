// A comparison of all policies on the same learners, and the table that shows it.
#pragma once

#include <string>
#include <vector>

#include "sim/study.hpp"

namespace viva::sim {

// Of points, 0 to 100. The error is the standard error of the mean.
struct Estimate {
  double mean = 0, error = 0;

  bool below(double least) const { return mean < least - 2 * error; }
};

struct Result {
  std::vector<double> recalled;  // of each learner
  double late = 0;               // percent of what was failed, on average
};

struct Comparison {
  Course course{};
  std::vector<Result> results;  // one a policy
  std::size_t best = 0;         // of the simple ones
  bool within_budget = true;    // no policy studied longer than the minutes on any day

  Estimate mean(std::size_t policy) const;
  Estimate lead(std::size_t policy, std::size_t over) const;  // learner by learner

  // Within the minutes; neither the best simple policy nor the former plan better than viva by more than two
  // standard errors, where its promises cost nothing, and by more than `promises` where they do: there gain
  // alone must not be worse than those.
  bool holds(double promises) const;
};

Comparison compare(const Course& course, const Settings& settings);

// In Markdown. Every policy, or only what viva is judged by.
enum class Columns { all, headline };
std::string table_head(Columns columns);
std::string table_row(const Comparison& comparison, Columns columns);

}  // namespace viva::sim
