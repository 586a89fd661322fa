// The method is an online Laplace approximation (an extended Kalman filter of constants). The history is
// replayed once, at the base; each stability is carried with its slopes by the fitted numbers, so that it is
// known, in first order, for all of them. Then each study day is predicted before anything is learned from
// it, which also says by how much the fit is better; then one Newton step takes the day in.
#include "viva/memory/fit.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <numeric>

#include "viva/memory/evidence.hpp"

namespace viva {
namespace {

// The fitted numbers: logarithms of four multipliers, and a shift of the credit's logit. All 0 is the base.
enum : std::size_t { first_stability, growth, lapse, decay, credit, numbers };
using Vector = std::array<double, numbers>;
using Matrix = std::array<Vector, numbers>;

// Chosen by simulation (tests/sim/fit). Widths are standard deviations of the prior: half as wide costs .0004
// to .0013 nats an answer on average, twice as wide changes less than that. Points of a question are made or
// missed together, so each tells less than an answer of its own would: `weight` of it. `full_trust` keeps
// what the fit costs learners who are just as the base says below .001 nats an answer.
constexpr Vector widths{0.6, 0.7, 0.5, 0.3, 0.6};
constexpr double farthest = 4;  // widths
constexpr double weight = 0.6;
constexpr std::size_t fewest_answers = 50;
constexpr double full_trust = 2;  // nats, of all answers
constexpr std::size_t most_trials = 3000;

// An answer at least a day after the one before, as the base has it. `waited`: days over stability.
struct Answer {
  Day day{};
  double waited = 0, recall = 0;
  Vector slope{};  // of the stability's logarithm
  bool ever_made = false, made = false;
};

// What is known of a point after some of its trials.
struct Trace {
  fsrs::Memory memory;
  Vector slope{};  // of the stability's logarithm
  Day last{};
  bool ever_made = false;
};

// Recall, and its slopes by the logarithms of stability and decay. `waited`: days over stability.
struct Recall {
  double chance = 0, by_stability = 0, by_decay = 0;
};

Recall recall_after(double waited, const fsrs::Parameters& p) {
  const double grown = 1 + p.factor * waited, log_chance = p.decay * std::log(grown);
  const double chance = std::exp(log_chance), slope = chance * waited / grown;
  return {chance, -p.decay * p.factor * slope, chance * log_chance - std::log(0.9) * (1 + p.factor) * slope};
}

// Slopes of the stability's logarithm after a trial: by what it was, by recall, and by two of the numbers.
struct Slopes {
  double by_before = 1, by_recall = 0, by_growth = 0, by_lapse = 0;
};

// `ratio`: stability after over before.
Slopes slopes_on_the_day(double ratio, const fsrs::Parameters& p) {
  return {ratio == 1 ? 1 : 1 - p.w[19]};  // 1: a pass that would have lowered it
}

Slopes slopes_of_success(double ratio, double recall, const fsrs::Parameters& p) {
  const double grown = 1 - 1 / ratio, spacing = std::exp(p.w[10] * (1 - recall));
  return {1 - grown * p.w[9], -grown * p.w[10] * spacing / (spacing - 1), grown};
}

Slopes slopes_of_lapse(double before, double ratio, const fsrs::Parameters& p) {
  if (ratio >= p.lapse_ceiling * (1 - 1e-9)) return {};
  const double power = std::pow(before + 1, p.w[13]);
  return {p.w[13] * before / (before + 1) * power / (power - 1), -p.w[14], 0, 1};
}

void carry(Vector& slope, const Slopes& by, const Recall& recall) {
  for (auto& number : slope) number *= by.by_before + by.by_recall * recall.by_stability;
  slope[growth] += by.by_growth;
  slope[lapse] += by.by_lapse;
  slope[decay] += by.by_recall * recall.by_decay;
}

void add_trial(Trace& trace, const Trial& trial, const fsrs::Parameters& p, std::vector<Answer>& answers) {
  const int days = std::max(0, days_between(trace.last, trial.day));
  const bool made = trial.grade != Rating::again;
  const double before = trace.memory.stability;
  trace.memory = fsrs::after(trace.memory, trial.grade, days, p);
  const double ratio = trace.memory.stability / before;
  if (days == 0) {
    carry(trace.slope, slopes_on_the_day(ratio, p), {});
  } else {
    const auto recall = recall_after(days / before, p);
    answers.push_back({trial.day, days / before, recall.chance, trace.slope, trace.ever_made, made});
    const auto slopes = made ? slopes_of_success(ratio, recall.chance, p) : slopes_of_lapse(before, ratio, p);
    carry(trace.slope, slopes, recall);
  }
  trace.last = std::max(trace.last, trial.day);
  trace.ever_made |= made;
}

std::vector<Answer> replay_at(const fsrs::Parameters& p, const std::vector<PointTrials>& points) {
  std::size_t all = 0;
  for (const auto& trials : points) all += trials.size();
  const auto stride = 1 + all / most_trials;
  auto left = std::min(all, most_trials);
  std::vector<Answer> answers;
  answers.reserve(left);
  for (std::size_t i = 0; i < points.size(); i += stride) {
    const auto& trials = points[i];
    const auto count = std::min(trials.size(), left);
    if (count == 0) continue;
    left -= count;
    Trace trace{fsrs::first(trials[0].grade, p), {1}, trials[0].day, trials[0].grade != Rating::again};
    for (std::size_t k = 1; k < count; ++k) add_trial(trace, trials[k], p, answers);
  }
  return answers;
}

// The trials of every so many-th point, and how many points were made of all that were asked for the first
// time.
struct Sample {
  std::vector<PointTrials> points;
  std::size_t first_asked = 0, first_made = 0;
};

Sample take_sample(const Bank& bank, const Evidence& evidence, Day today) {
  std::vector<std::size_t> begins;  // of each item's points among all
  std::size_t all = 0;
  for (const auto& item : bank.items) {
    begins.push_back(all);
    all += remembered_points(item);
  }
  const auto stride = 1 + evidence.grades.size() / most_trials;
  std::vector<bool> asked(all);
  Sample sample;
  sample.points.resize(1 + all / stride);
  for (const auto& answer : evidence.answers) {
    if (answer.day >= today) continue;
    for (const auto& [point, grade, made] : evidence.of(answer)) {
      const auto place = begins[answer.item] + point;
      if (!asked[place]) {
        asked[place] = true;
        ++sample.first_asked;
        if (made) ++sample.first_made;
      }
      if (place % stride == 0) sample.points[place / stride].push_back({answer.day, grade});
    }
  }
  return sample;
}

std::vector<std::uint32_t> order_by_day(const std::vector<Answer>& answers) {
  std::vector<std::uint32_t> order(answers.size());
  std::iota(order.begin(), order.end(), 0u);
  std::ranges::stable_sort(order, {}, [&](std::uint32_t i) { return answers[i].day; });
  return order;
}

double chance_of(double share, double recall) { return std::clamp(share * recall, 1e-4, 1 - 1e-4); }
double loss(double chance, bool made) { return -std::log(made ? chance : 1 - chance); }

MemoryModel changed(const MemoryModel& base, const Vector& by) {
  auto w = base.parameters.w;
  for (std::size_t i = 0; i < 4; ++i) w[i] *= std::exp(by[first_stability]);
  w[8] += by[growth];
  w[11] *= std::exp(by[lapse]);
  w[20] *= std::exp(by[decay]);
  const double odds = base.credit / (1 - base.credit) * std::exp(by[credit]);
  return {fsrs::Parameters{w}, odds / (1 + odds), base.first_made};
}

Vector times(Vector by, double share) {
  for (auto& number : by) number *= share;
  return by;
}

// The chance that an answer is made, and its slopes by the numbers.
struct Prediction {
  double chance = 0;
  Vector slope{};
};

Prediction predict(const Answer& answer, const Vector& by, const MemoryModel& model) {
  const double moved = std::inner_product(by.begin(), by.end(), answer.slope.begin(), 0.0);
  const auto recall = recall_after(answer.waited * std::exp(-moved), model.parameters);
  const double share = answer.ever_made ? 1 : model.credit;
  Prediction prediction{chance_of(share, recall.chance), {}};
  for (std::size_t i = 0; i < numbers; ++i)
    prediction.slope[i] = share * recall.by_stability * answer.slope[i];
  prediction.slope[decay] += share * recall.by_decay;
  prediction.slope[credit] = share * (1 - share) * recall.chance;
  return prediction;
}

// What is believed of the numbers: the likeliest, and the inverse of their covariance (its lower half).
class Belief {
 public:
  Belief() {
    for (std::size_t i = 0; i < numbers; ++i) precision_[i][i] = 1 / (widths[i] * widths[i]);
  }

  const Vector& likeliest() const { return likeliest_; }

  void see(const Prediction& p, bool made) {
    const double information = weight / (p.chance * (1 - p.chance));
    const double surprise = ((made ? 1 : 0) - p.chance) * information;
    for (std::size_t i = 0; i < numbers; ++i) {
      pull_[i] += surprise * p.slope[i];
      const double part = information * p.slope[i];
      for (std::size_t j = 0; j <= i; ++j) precision_[i][j] += part * p.slope[j];
    }
  }

  // Learns from all that was seen since the last time.
  void take_in() {
    const auto step = solved();
    for (std::size_t i = 0; i < numbers; ++i)
      likeliest_[i] = std::clamp(likeliest_[i] + step[i], -farthest * widths[i], farthest * widths[i]);
    pull_ = {};
  }

 private:
  // x of precision x = pull, by Cholesky's decomposition.
  Vector solved() const {
    auto m = precision_;
    auto x = pull_;
    for (std::size_t i = 0; i < numbers; ++i) {
      for (std::size_t j = 0; j <= i; ++j) {
        for (std::size_t k = 0; k < j; ++k) m[i][j] -= m[i][k] * m[j][k];
        m[i][j] = i == j ? std::sqrt(m[i][i]) : m[i][j] / m[j][j];
      }
      for (std::size_t k = 0; k < i; ++k) x[i] -= m[i][k] * x[k];
      x[i] /= m[i][i];
    }
    for (std::size_t i = numbers; i-- > 0;) {
      for (std::size_t k = i + 1; k < numbers; ++k) x[i] -= m[k][i] * x[k];
      x[i] /= m[i][i];
    }
    return x;
  }

  Vector likeliest_{}, pull_{};
  Matrix precision_{};
};

struct Learned {
  Vector numbers{};
  double gain = 0;  // nats, of all answers
};

Learned learn(const std::vector<Answer>& answers, const MemoryModel& base) {
  Belief belief;
  double gain = 0;
  const auto order = order_by_day(answers);
  for (std::size_t i = 0; i < order.size(); belief.take_in()) {
    const auto today = answers[order[i]].day;
    const auto model = changed(base, belief.likeliest());
    for (; i < order.size() && answers[order[i]].day == today; ++i) {
      const auto& answer = answers[order[i]];
      const auto prediction = predict(answer, belief.likeliest(), model);
      const double at_base = chance_of(answer.ever_made ? 1 : base.credit, answer.recall);
      gain += loss(at_base, answer.made) - loss(prediction.chance, answer.made);
      belief.see(prediction, answer.made);
    }
  }
  return {belief.likeliest(), gain};
}

}  // namespace

Fit fit_memory(const Bank& bank, const Evidence& evidence, Day today, const MemoryModel& base) {
  constexpr double as_if_asked = 20;  // points, of which the base's part was made
  const auto sample = take_sample(bank, evidence, today);
  auto begun = base;
  begun.first_made = (as_if_asked * base.first_made + static_cast<double>(sample.first_made)) /
                     (as_if_asked + static_cast<double>(sample.first_asked));
  return fit_memory(sample.points, begun);
}

Fit fit_memory(const std::vector<PointTrials>& points, const MemoryModel& base) {
  const auto answers = replay_at(base.parameters, points);
  const auto [by, gain] = learn(answers, base);
  Fit fit{base};
  fit.first = std::exp(by[first_stability]);
  fit.growth = std::exp(by[growth]);
  fit.lapse = std::exp(by[lapse]);
  fit.decay = std::exp(by[decay]);
  fit.credit = changed(base, by).credit;
  fit.answers = answers.size();
  if (!answers.empty()) fit.gain = gain / static_cast<double>(answers.size());
  if (answers.size() >= fewest_answers) fit.trust = std::clamp(gain / full_trust, 0.0, 1.0);
  if (fit.fitted()) fit.model = changed(base, times(by, fit.trust));
  return fit;
}

}  // namespace viva
