#include "viva/memory/fit.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

namespace viva {
namespace {

constexpr std::size_t most_trials = 3000;
constexpr std::size_t fewest_answers = 50;
constexpr double width_first = 0.6;
constexpr double width_growth = 0.4;
constexpr double width_lapse = 0.4;
constexpr double width_credit = 0.6;
constexpr double temper = 0.5;
constexpr double margin = 0.002;
constexpr double margin_sum = 1;
constexpr double rounds = 1;

// The fitted numbers: logarithms of the multipliers of first stability, growth and lapse, and a shift of the
// credit's logit. All are 0 at the base.
enum : std::size_t { first_stability, growth, lapse, credit, numbers };
using Vector = std::array<double, numbers>;
using Matrix = std::array<Vector, numbers>;

double dot(const Vector& a, const Vector& b) {
  double sum = 0;
  for (std::size_t i = 0; i < numbers; ++i) sum += a[i] * b[i];
  return sum;
}

double logistic(double x) { return 1 / (1 + std::exp(-x)); }

MemoryModel changed(const MemoryModel& base, const Vector& by) {
  auto w = base.parameters.w;
  for (std::size_t i = 0; i < 4; ++i) w[i] *= std::exp(by[first_stability]);
  w[8] += by[growth];
  w[11] *= std::exp(by[lapse]);
  return {fsrs::Parameters{w}, logistic(std::log(base.credit / (1 - base.credit)) + by[credit])};
}

// An answer at least a day after the one before.
struct Answer {
  Day day{};
  double days = 0, stability = 0;  // since the one before; as it was left by that
  Vector slope{};                  // of the stability's logarithm
  bool ever_made = false, made = false;
};

// What is known of a point as its trials go by.
struct Trace {
  fsrs::Memory memory;
  Vector slope{};  // of the stability's logarithm
  Day last{};
  bool ever_made = false;
};

// Slope of recall by the stability's logarithm.
double recall_slope(double recall, double days, double stability, const fsrs::Parameters& p) {
  const double u = p.factor * days / stability;
  return -p.decay * recall * u / (1 + u);
}

// Slope of the stability's logarithm after a trial: by what it was before, and by the numbers themselves.
Vector next_slope(const Trace& before, const fsrs::Memory& after, Rating grade, int days,
                  const fsrs::Parameters& p) {
  const double s = before.memory.stability;
  const double ratio = after.stability / s;
  double by_before = 1;
  Vector own{};
  if (after.stability <= 0.001 || after.stability >= 36500) {
    by_before = 0;
  } else if (days == 0) {
    if (ratio != 1) by_before = 1 - p.w[19];
  } else {
    const double recall = fsrs::retrievability(days, s, p);
    const double change = recall_slope(recall, days, s, p);
    if (grade != Rating::again) {
      const double e = std::exp(p.w[10] * (1 - recall));
      const double share = 1 - 1 / ratio;
      own[growth] = share;
      by_before = 1 + share * (-p.w[9] - p.w[10] * e / (e - 1) * change);
    } else if (ratio < p.lapse_ceiling * (1 - 1e-9)) {
      const double q = std::pow(s + 1, p.w[13]);
      own[lapse] = 1;
      by_before = p.w[13] * s / (s + 1) * q / (q - 1) - p.w[14] * change;
    }
  }
  for (std::size_t i = 0; i < numbers; ++i) own[i] += by_before * before.slope[i];
  return own;
}

void follow(const PointTrials& trials, std::size_t count, const fsrs::Parameters& p,
            std::vector<Answer>& answers) {
  Trace trace{fsrs::first(trials[0].grade, p), {1}, trials[0].day, trials[0].grade != Rating::again};
  for (std::size_t i = 1; i < count; ++i) {
    const auto [day, grade] = trials[i];
    const int days = std::max(0, static_cast<int>((day - trace.last).count()));
    const bool made = grade != Rating::again;
    if (days > 0)
      answers.push_back(
          {day, static_cast<double>(days), trace.memory.stability, trace.slope, trace.ever_made, made});
    const auto after = fsrs::after(trace.memory, grade, days, p);
    trace.slope = next_slope(trace, after, grade, days, p);
    trace.memory = after;
    trace.last = std::max(trace.last, day);
    trace.ever_made |= made;
  }
}

std::vector<Answer> answers_of(const std::vector<PointTrials>& points, const fsrs::Parameters& p) {
  std::size_t all = 0;
  for (const auto& trials : points) all += trials.size();
  const auto stride = std::max<std::size_t>(1, (all + most_trials - 1) / most_trials);
  std::vector<Answer> answers;
  answers.reserve(std::min(all, most_trials));
  std::size_t left = most_trials;
  for (std::size_t i = 0; i < points.size() && left > 0; i += stride) {
    const auto count = std::min(points[i].size(), left);
    if (count > 0) follow(points[i], count, p, answers);
    left -= count;
  }
  return answers;
}

std::vector<std::uint32_t> by_day(const std::vector<Answer>& answers) {
  std::vector<std::uint32_t> order(answers.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  std::ranges::stable_sort(order, {}, [&](std::uint32_t i) { return answers[i].day; });
  return order;
}

struct Prediction {
  double chance = 0;
  Vector slope{};
};

Prediction predict(const Answer& answer, const Vector& by, const MemoryModel& model) {
  const double shift = std::clamp(dot(answer.slope, by), -4.0, 4.0);
  const double stability = answer.stability * std::exp(shift);
  const double recall = fsrs::retrievability(answer.days, stability, model.parameters);
  const double share =
      answer.ever_made ? 1 : logistic(std::log(model.credit / (1 - model.credit)) + by[credit]);
  Prediction p{std::clamp(share * recall, 1e-4, 1 - 1e-4), {}};
  const double change = share * recall_slope(recall, answer.days, stability, model.parameters);
  for (std::size_t i = 0; i < numbers; ++i) p.slope[i] = change * answer.slope[i];
  if (!answer.ever_made) p.slope[credit] = share * (1 - share) * recall;
  return p;
}

// What answers say of the numbers: gradient of their log likelihood, and its (expected) curvature.
struct Evidence {
  Vector pull{};
  Matrix weight{};

  void add(const Prediction& p, bool made) {
    const double weigh = temper / (p.chance * (1 - p.chance));
    const double surprise = ((made ? 1 : 0) - p.chance) * weigh;
    for (std::size_t i = 0; i < numbers; ++i) {
      pull[i] += surprise * p.slope[i];
      for (std::size_t j = 0; j <= i; ++j) weight[i][j] += weigh * p.slope[i] * p.slope[j];
    }
  }
};

Matrix prior() {
  Matrix m{};
  const Vector width{width_first, width_growth, width_lapse, width_credit};
  for (std::size_t i = 0; i < numbers; ++i) m[i][i] = 1 / (width[i] * width[i]);
  return m;
}

// Solves `m` x = v, where m is symmetric and positive; its lower half is read.
Vector solve(Matrix m, Vector v) {
  for (std::size_t i = 0; i < numbers; ++i) {  // Cholesky
    for (std::size_t j = 0; j <= i; ++j) {
      for (std::size_t k = 0; k < j; ++k) m[i][j] -= m[i][k] * m[j][k];
      m[i][j] = i == j ? std::sqrt(m[i][i]) : m[i][j] / m[j][j];
    }
    for (std::size_t k = 0; k < i; ++k) v[i] -= m[i][k] * v[k];
    v[i] /= m[i][i];
  }
  for (std::size_t i = numbers; i-- > 0;) {
    for (std::size_t k = i + 1; k < numbers; ++k) v[i] -= m[k][i] * v[k];
    v[i] /= m[i][i];
  }
  return v;
}

double loss(double chance, bool made) { return -std::log(made ? chance : 1 - chance); }

struct Learned {
  Vector by{};
  double gain = 0;  // sum
};

Learned learn(const std::vector<Answer>& answers, const MemoryModel& base) {
  Learned learned;
  auto weight = prior();
  const auto order = by_day(answers);
  for (std::size_t i = 0; i < order.size();) {
    Evidence day;
    const auto today = answers[order[i]].day;
    for (; i < order.size() && answers[order[i]].day == today; ++i) {
      const auto& answer = answers[order[i]];
      const auto p = predict(answer, learned.by, base);
      learned.gain += loss(predict(answer, {}, base).chance, answer.made) - loss(p.chance, answer.made);
      day.add(p, answer.made);
    }
    for (std::size_t r = 0; r < numbers; ++r)
      for (std::size_t c = 0; c <= r; ++c) weight[r][c] += day.weight[r][c];
    const auto step = solve(weight, day.pull);
    for (std::size_t r = 0; r < numbers; ++r) learned.by[r] += step[r];
  }
  return learned;
}

// One more Newton step, from what has been learned
void refine(Vector& by, const std::vector<PointTrials>& points, const MemoryModel& base) {
  const auto model = changed(base, by);
  Evidence all;
  for (const auto& answer : answers_of(points, model.parameters))
    all.add(predict(answer, {}, model), answer.made);
  const auto before = prior();
  for (std::size_t r = 0; r < numbers; ++r) {
    all.pull[r] -= before[r][r] * by[r];
    all.weight[r][r] += before[r][r];
  }
  const auto step = solve(all.weight, all.pull);
  for (std::size_t r = 0; r < numbers; ++r) by[r] += step[r];
}

}  // namespace

Fit fit_memory(const std::vector<PointTrials>& points, const MemoryModel& base) {
  const auto answers = answers_of(points, base.parameters);
  auto learned = learn(answers, base);
  for (int i = 0; i < rounds; ++i) refine(learned.by, points, base);
  const auto model = changed(base, learned.by);
  Fit fit{base,
          false,
          std::exp(learned.by[first_stability]),
          std::exp(learned.by[growth]),
          std::exp(learned.by[lapse]),
          model.credit,
          answers.size(),
          answers.empty() ? 0 : learned.gain / static_cast<double>(answers.size())};
  fit.fitted = answers.size() >= fewest_answers && learned.gain > margin_sum && fit.gain > margin;
  if (fit.fitted) fit.model = model;
  return fit;
}

}  // namespace viva
