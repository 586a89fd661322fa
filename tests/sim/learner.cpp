#include "sim/learner.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace viva::sim {
namespace {

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

constexpr double just_read = 0.85;  // chance that a point is made on the day on which it was read
constexpr double wrong_ticks = 0.05, odd_ratings = 0.1;

enum Purpose : std::uint64_t { common_scale, first_scale, other_weight, traits, question, point, mood, tick };

// 0 to below 1, and as good as independent for each key.
double luck(std::uint64_t seed, std::uint64_t purpose, std::uint64_t key, std::uint64_t turn = 0) {
  std::uint64_t bits = seed * 0x9E3779B97F4A7C15 + purpose * 0xD1B54A32D192ED03 + key * 0x8CB92BA72F3D8DD7 +
                       turn * 0xA24BAED4963EE407;
  for (const int shift : {32, 29, 32}) {
    bits ^= bits >> shift;
    bits *= 0xD6E8FEB86659FD93;
  }
  return static_cast<double>((bits ^ bits >> 32) >> 11) * 0x1p-53;
}

// Nearly normal, of mean 0 and deviation 1, and the same with every library.
double normal(std::uint64_t seed, std::uint64_t purpose, std::uint64_t key) {
  double sum = -6;
  for (std::uint64_t i = 0; i < 12; ++i) sum += luck(seed, ~purpose, key, i);
  return sum;
}

double logistic(double x) { return 1 / (1 + std::exp(-x)); }
double logit(double chance) { return std::log(chance / (1 - chance)); }

}  // namespace

fsrs::Parameters draw_parameters(std::uint64_t seed, double spread) {
  auto w = fsrs::defaults().w;
  const double common = 0.5 * normal(seed, common_scale, 0);
  for (std::size_t i = 0; i < 4; ++i)
    w[i] *= std::exp(spread * (common + 0.5 * normal(seed, first_scale, i)));
  std::sort(w.begin(), w.begin() + 4);  // a better first rating never lasts shorter
  for (std::size_t i = 4; i < w.size(); ++i) {
    const auto& of = spreads[i - 4];
    w[i] = std::clamp(w[i] + spread * of.deviation * normal(seed, other_weight, i), of.low, of.high);
  }
  return fsrs::Parameters{w};
}

Learner::Learner(std::uint64_t seed, Hidden hidden, std::size_t questions)
    : seed_(seed),
      hidden_(hidden),
      parameters_(draw_parameters(seed)),
      scale_(std::exp(0.6 * normal(seed, traits, 0))),
      decay_(0.25 * std::exp(0.3 * normal(seed, traits, 1))),
      growth_(std::exp(0.3 * normal(seed, traits, 2))),
      interference_(0.01 * std::exp(0.5 * normal(seed, traits, 3))),
      traces_(questions * points_each),
      asked_(topics) {}

double Learner::untaught(std::size_t of, std::size_t which) const {
  return logistic(-0.1 + 0.5 * normal(seed_, traits, 4) + 0.9 * normal(seed_, question, of) +
                  0.9 * normal(seed_, point, of * points_each + which));
}

double Learner::recall(std::size_t of, const Trace& trace, int day) const {
  const int days = std::max(0, day - trace.last);
  if (hidden_ == Hidden::fsrs) return fsrs::retrievability(days, trace.memory.stability, parameters_);
  const double others = asked_[of % topics] - trace.others;
  const double disturbed = interference_ * std::sqrt(others) * (trace.known ? 0.5 : 1);
  return std::pow(1 + days / trace.lasts, -decay_) * std::exp(-disturbed);
}

double Learner::chance(std::size_t of, std::size_t which, int day, double mood) const {
  const auto& before = trace(of, which);
  if (before.times > 0 && before.last == day) return just_read;
  const double calm = before.times == 0 ? untaught(of, which) : recall(of, before, day);
  return logistic(logit(std::clamp(calm, 1e-6, 1 - 1e-6)) + mood);
}

void Learner::learn(std::size_t of, Trace& trace, bool made, int day) const {
  const auto rating = made ? Rating::good : Rating::again;
  const bool first = trace.times == 0, same_day = !first && trace.last == day;
  const double before = first ? 0 : recall(of, trace, day);
  trace.memory = first ? fsrs::first(rating, parameters_)
                       : fsrs::after(trace.memory, rating, day - trace.last, parameters_);
  if (first)
    trace.lasts = scale_ * (made ? 3 : 0.35);
  else if (same_day)
    trace.lasts *= 1.15;
  else
    trace.lasts = made ? trace.lasts * (1 + growth_ * (1.2 + 3 * (1 - before)))
                       : std::max(0.35 * scale_, 0.45 * trace.lasts);
  trace.known = trace.known || (made && !same_day);
  trace.last = day;
  ++trace.times;
  trace.others = asked_[of % topics];
}

Points Learner::answer(std::size_t of, const Points& asked, int day) {
  const double how = 0.7 * normal(seed_, mood, of * 1000 + static_cast<std::size_t>(day));
  ++asked_[of % topics];
  Points ticked;
  for (const auto which : asked) {
    auto& memory = trace(of, which);
    const auto key = of * points_each + which;
    const auto turn = static_cast<std::uint64_t>(2 * memory.times);
    const bool made = luck(seed_, tick, key, turn) < chance(of, which, day, how);
    const bool wrong = luck(seed_, tick, key, turn + 1) < wrong_ticks;
    if (made != wrong) ticked.push_back(which);
    learn(of, memory, made, day);
  }
  return ticked;
}

Rating Learner::rate(std::size_t of, Rating proposed, int day) const {
  const double drawn = luck(seed_, ~tick, of, static_cast<std::uint64_t>(day));
  if (drawn >= odd_ratings) return proposed;
  const int step = drawn < odd_ratings / 2 ? -1 : 1;
  return static_cast<Rating>(std::clamp(static_cast<int>(proposed) + step, 1, 4));
}

double Learner::sum_recalled(int day, bool with_untaught) const {
  double sum = 0;
  for (std::size_t i = 0; i < traces_.size(); ++i) {
    const auto of = i / points_each;
    if (traces_[i].times > 0)
      sum += recall(of, traces_[i], day);
    else if (with_untaught)
      sum += untaught(of, i % points_each);
  }
  return sum / static_cast<double>(traces_.size());
}

double Learner::recalled(int day) const { return sum_recalled(day, false); }
double Learner::recalled_with_untaught(int day) const { return sum_recalled(day, true); }

}  // namespace viva::sim
