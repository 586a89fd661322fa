// The scorecard of a round, from its state alone: the bank may have changed since.
// The verdict is a gate, not an average: one weak tier or answer holds it back.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "viva/session/round_state.hpp"

namespace viva {

// Strong hire: mean 3.6 and no answer below 3. Hire: mean 3.0 and no tier's mean below 2.0. Lean no: mean
// 2.5. Else no.
enum class Verdict { no = 1, lean_no, hire, strong_hire };

inline constexpr double strong_hire_mean = 3.6, hire_mean = 3.0, hire_tier_mean = 2.0, lean_no_mean = 2.5;
inline constexpr int strong_hire_mark = 3;

struct Scorecard {
  // The marks of a tier or topic.
  struct Group {
    std::string id, name;
    int count = 0, sum = 0;
    double mean() const { return static_cast<double>(sum) / count; }
  };

  // How predictions compare with the marks given.
  struct Calibration {
    int predictions = 0;
    double predicted = 0, given = 0;         // means
    std::vector<std::string> overconfident;  // names of topics predicted half a mark too high, worst first
  };

  bool abandoned = false;
  int marked = 0, not_reached = 0, unscored = 0, gone = 0;
  std::optional<Verdict> verdict;  // where anything was marked
  double mean = 0;
  std::vector<Group> tiers, topics;  // in the order they were asked
  int used = 0, budget = 0;          // seconds, of the questions reached
  Calibration calibration;
  std::vector<std::string> next;  // commands: one to three things to drill
};

// Not reached counts as mark 1. Questions that are gone or not scored do not count.
Scorecard score_round(const RoundState& round);

std::string_view verdict_name(Verdict verdict);  // "Strong hire", "Hire", "Lean no", "No"

// "2.6". Cut, not rounded: what reads 3.0 has passed a gate of 3.0.
std::string mean_words(double mean);

// "Over 8 answers you expected 3.1 and then gave 2.6: too hopeful."
std::string describe_predictions(int predictions, double predicted, double given);

// A later round beside an earlier one of the same preset, by tier.
enum class Trend { better, same, worse };

struct Comparison {
  struct Row {
    std::string name;
    double before = 0, now = 0;
    Trend trend = Trend::same;
  };
  Row whole;
  std::vector<Row> tiers;  // those in both
};

// `same` where the means differ by less than a quarter of a mark. Both have marks.
Comparison compare(const Scorecard& before, const Scorecard& now);

}  // namespace viva
