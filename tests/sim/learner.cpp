#include "sim/learner.hpp"

#include <algorithm>
#include <cmath>

#include "viva/memory/forecast.hpp"

namespace viva::sim {
namespace {

// How an item is rated that was rated Again a moment ago, when it was new and when it was not: the published
// defaults of the model's simulator (fsrs-rs, learning and relearning steps).
constexpr RatingChances again_of_new{0.3686, 0.0628, 0.5108, 0.0578};
constexpr RatingChances again_of_known{0.2157, 0.0643, 0.6595, 0.0605};

struct Spread {
  double deviation, low, high;
};

// Of w4 to w20: standard deviations over learners and bounds, as fsrs-rs has them.
constexpr std::array<Spread, 17> spreads{{{0.57, 1, 10},
                                          {0.28, 0.001, 4},
                                          {0.6, 0.001, 4},
                                          {0.12, 0.001, 0.75},
                                          {0.39, 0, 4.5},
                                          {0.18, 0, 0.8},
                                          {0.33, 0.001, 3.5},
                                          {0.3, 0.001, 5},
                                          {0.09, 0.001, 0.25},
                                          {0.16, 0.001, 0.9},
                                          {0.57, 0, 4},
                                          {0.25, 0, 1},
                                          {1.03, 1, 6},
                                          {0.31, 0, 2},
                                          {0.32, 0, 2},
                                          {0.14, 0.01, 0.8},
                                          {0.27, 0.1, 0.8}}};

// Those of w0 to w3 are of a long tail; a factor of about two either way has no such.
constexpr double common_factor = 0.5, own_factor = 0.5;  // standard deviations of their logarithms

// 0 to below 1, and as good as independent for each key.
double luck(std::uint64_t seed, std::uint64_t item, std::uint64_t turn) {
  std::uint64_t bits = seed * 0x9E3779B97F4A7C15 + item * 0xD1B54A32D192ED03 + turn * 0x8CB92BA72F3D8DD7;
  for (const int shift : {32, 29, 32}) {
    bits ^= bits >> shift;
    bits *= 0xD6E8FEB86659FD93;
  }
  return static_cast<double>((bits ^ bits >> 32) >> 11) * 0x1p-53;
}

// Nearly normal, of mean 0 and deviation 1, and the same with every library.
double normal(std::uint64_t seed, std::uint64_t key) {
  double sum = -6;
  for (std::uint64_t i = 0; i < 12; ++i) sum += luck(seed, ~key, i);
  return sum;
}

Rating draw(const RatingChances& chances, double luck) {
  for (int rating = 1; rating < 4; ++rating) {
    luck -= chances[static_cast<std::size_t>(rating - 1)];
    if (luck < 0) return static_cast<Rating>(rating);
  }
  return Rating::easy;
}

}  // namespace

fsrs::Parameters draw_parameters(std::uint64_t seed, double spread) {
  auto w = fsrs::defaults().w;
  const double common = common_factor * normal(seed, w.size());
  for (std::size_t i = 0; i < 4; ++i) w[i] *= std::exp(spread * (common + own_factor * normal(seed, i)));
  std::sort(w.begin(), w.begin() + 4);  // a better first rating never lasts shorter
  for (std::size_t i = 4; i < w.size(); ++i) {
    const auto& of = spreads[i - 4];
    w[i] = std::clamp(w[i] + spread * of.deviation * normal(seed, i), of.low, of.high);
  }
  return fsrs::Parameters{w};
}

Learner::Learner(std::uint64_t seed, double spread, std::size_t items)
    : seed_(seed), parameters_(draw_parameters(seed, spread)), traces_(items) {}

RatingChances Learner::chances(const std::optional<Trace>& trace, double recall, int day) const {
  if (!trace) return first_chances;
  if (trace->last < day) return next_chances(recall);
  return trace->answers == 1 ? again_of_new : again_of_known;
}

Rating Learner::answer(std::size_t item, int day) {
  auto& trace = traces_[item];
  const auto turn = static_cast<std::uint64_t>(trace ? trace->answers : 0);
  const auto rating = draw(chances(trace, recall(item, day), day), luck(seed_, item, turn));
  if (trace)
    trace->memory = fsrs::after(trace->memory, rating, day - trace->last, parameters_);
  else
    trace.emplace().memory = fsrs::first(rating, parameters_);
  trace->last = day;
  ++trace->answers;
  return rating;
}

double Learner::recall(std::size_t item, int day) const {
  const auto& trace = traces_[item];
  return trace ? fsrs::retrievability(day - trace->last, trace->memory.stability, parameters_) : 0;
}

double Learner::recall(int day) const {
  double sum = 0;
  for (std::size_t i = 0; i < traces_.size(); ++i) sum += recall(i, day);
  return sum / static_cast<double>(traces_.size());
}

}  // namespace viva::sim
