// A comparison of all policies on the same learners, and the table that shows it.
#pragma once

#include <string>
#include <vector>

#include "sim/study.hpp"

namespace viva::sim {

// Of points, 0 to 100. The error is the standard error of the mean.
struct Estimate {
  double mean = 0, error = 0;
};

struct Comparison {
  Course course{};
  std::vector<Estimate> recall;   // on the day; one a policy
  std::size_t best = 0;           // of the simple ones
  Estimate lead;                  // of viva over that one, learner by learner
  std::vector<Estimate> answers;  // asked, in percent of those there was time for
  bool within_budget = true;      // no policy studied longer than the minutes on any day

  // Within the minutes, and viva not below by more than two standard errors.
  bool holds() const { return within_budget && lead.mean >= -2 * lead.error; }
};

Comparison compare(const Course& course, const Settings& settings);

// In Markdown.
std::string table_head();
std::string table_row(const Comparison& comparison);

}  // namespace viva::sim
