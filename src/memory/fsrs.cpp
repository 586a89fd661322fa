#include "viva/memory/fsrs.hpp"

#include <algorithm>
#include <cmath>

namespace viva::fsrs {
namespace {

double clamp_stability(double stability) { return std::clamp(stability, 0.001, 36500.0); }
double clamp_difficulty(double difficulty) { return std::clamp(difficulty, 1.0, 10.0); }

int grade(Rating rating) { return static_cast<int>(rating); }

double first_difficulty(Rating rating, const std::array<double, 21>& w) {
  return w[4] - std::exp(w[5] * (grade(rating) - 1)) + 1;
}

double next_difficulty(double difficulty, Rating rating, const Parameters& p) {
  const double changed = difficulty - p.w[6] * (grade(rating) - 3) * (10 - difficulty) / 9;
  return clamp_difficulty(p.w[7] * p.easy_difficulty + (1 - p.w[7]) * changed);
}

// By how much a success rated Good raises the stability: by this share of it.
double growth_of_success(Memory m, double recall, const Parameters& p) {
  return p.growth * (11 - m.difficulty) * std::pow(m.stability, -p.w[9]) *
         (std::exp(p.w[10] * (1 - recall)) - 1);
}

double after_success(double stability, double growth, Rating rating, const Parameters& p) {
  const double hard = rating == Rating::hard ? p.w[15] : 1;
  const double easy = rating == Rating::easy ? p.w[16] : 1;
  return stability * (1 + growth * hard * easy);
}

double after_lapse(Memory m, double recall, const Parameters& p) {
  const double relearned = p.w[11] * std::pow(m.difficulty, -p.w[12]) *
                           (std::pow(m.stability + 1, p.w[13]) - 1) * std::exp(p.w[14] * (1 - recall));
  return std::min(relearned, m.stability * p.lapse_ceiling);
}

double after_same_day(double stability, Rating rating, const Parameters& p) {
  const double increase = std::exp(p.w[17] * (grade(rating) - 3 + p.w[18])) * std::pow(stability, -p.w[19]);
  return stability * (rating == Rating::again ? increase : std::max(increase, 1.0));
}

Memory after_review(Memory before, double stability, Rating rating, const Parameters& p) {
  return {clamp_stability(stability), next_difficulty(before.difficulty, rating, p)};
}

}  // namespace

Parameters::Parameters(const std::array<double, 21>& weights)
    : w(weights),
      decay(-w[20]),
      factor(std::pow(0.9, 1 / decay) - 1),
      growth(std::exp(w[8])),
      lapse_ceiling(std::exp(-w[17] * w[18])),
      easy_difficulty(first_difficulty(Rating::easy, w)) {}

const Parameters& defaults() {
  static const Parameters parameters{{0.212,  1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194,
                                      0.001,  1.8722, 0.1666, 0.796,  1.4835, 0.0614, 0.2629,
                                      1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542}};
  return parameters;
}

Memory first(Rating rating, const Parameters& p) {
  return {clamp_stability(p.w[static_cast<std::size_t>(grade(rating) - 1)]),
          clamp_difficulty(first_difficulty(rating, p.w))};
}

Memory after(Memory memory, Rating rating, int days, const Parameters& p) {
  if (days == 0) return after_review(memory, after_same_day(memory.stability, rating, p), rating, p);
  const double recall = retrievability(days, memory.stability, p);
  const double stability =
      rating == Rating::again
          ? after_lapse(memory, recall, p)
          : after_success(memory.stability, growth_of_success(memory, recall, p), rating, p);
  return after_review(memory, stability, rating, p);
}

std::array<Memory, 4> after_each(Memory memory, int days, const Parameters& p) {
  if (days == 0)
    return {after(memory, Rating::again, 0, p), after(memory, Rating::hard, 0, p),
            after(memory, Rating::good, 0, p), after(memory, Rating::easy, 0, p)};
  const double recall = retrievability(days, memory.stability, p);
  const double growth = growth_of_success(memory, recall, p);
  const auto success = [&](Rating rating) {
    return after_review(memory, after_success(memory.stability, growth, rating, p), rating, p);
  };
  return {after_review(memory, after_lapse(memory, recall, p), Rating::again, p), success(Rating::hard),
          success(Rating::good), success(Rating::easy)};
}

double retrievability(double days, double stability, const Parameters& p) {
  return std::pow(1 + p.factor * days / stability, p.decay);
}

double stability_for(double recall, double days, const Parameters& p) {
  return clamp_stability(p.factor * days / (std::pow(recall, 1 / p.decay) - 1));
}

int interval(double stability, double wanted, int maximum, const Parameters& p) {
  const double days = std::round(stability / p.factor * (std::pow(wanted, 1 / p.decay) - 1));
  return static_cast<int>(std::clamp(days, 1.0, static_cast<double>(maximum)));
}

}  // namespace viva::fsrs
