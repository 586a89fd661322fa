#include "sim/fit/diary.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>

#include "sim/learner.hpp"
#include "viva/base/random.hpp"

namespace viva::sim {
namespace {

constexpr std::size_t questions = 150;

double uniform(Random& random) { return static_cast<double>(random() >> 11) * 0x1p-53; }

double normal(Random& random) {
  double sum = -6;
  for (int i = 0; i < 12; ++i) sum += uniform(random);
  return sum;
}

double logistic(double x) { return 1 / (1 + std::exp(-x)); }

// Hidden state of a point once it was asked.
struct Trace {
  fsrs::Memory memory;  // of the power law: its stability alone
  int last = 0;
  int misses = 0;
  bool ever_made = false;
};

class Mind {
 public:
  virtual ~Mind() = default;
  virtual double recall(const Trace& trace, int days) const = 0;
  virtual void first(Trace& trace, Rating grade, double ease) = 0;
  virtual void after(Trace& trace, Rating grade, int days, double ease) = 0;
};

class FsrsMind : public Mind {
 public:
  explicit FsrsMind(MemoryModel model) : model_{std::move(model)} {}

  double recall(const Trace& trace, int days) const override {
    if (days == 0) return trace.ever_made ? 0.95 : 0.8;
    const double recall = fsrs::retrievability(days, trace.memory.stability, model_.parameters);
    return trace.ever_made ? recall : model_.credit * recall;
  }
  void first(Trace& trace, Rating grade, double) override {
    trace.memory = fsrs::first(grade, model_.parameters);
  }
  void after(Trace& trace, Rating grade, int days, double) override {
    trace.memory = fsrs::after(trace.memory, grade, days, model_.parameters);
  }

 private:
  MemoryModel model_;
};

class PowerLawMind : public Mind {
 public:
  explicit PowerLawMind(Random& random)
      : first_{std::log(2.5) + 0.7 * normal(random)},
        power_{0.3 * std::exp(0.35 * normal(random))},
        growth_{3.75 * std::exp(0.4 * normal(random))},
        lapse_{0.35 * std::exp(0.4 * normal(random))},
        interference_{0.6 * uniform(random)},
        credit_{0.45 + 0.45 * uniform(random)} {}

  double recall(const Trace& trace, int days) const override {
    const double waited = days == 0 ? 0.02 : days;
    const double crowd = 1 + interference_ * std::min(3.0, learned_ / 300);
    const double kept = std::pow(1 + waited * crowd / trace.memory.stability, -power_);
    return 0.02 + 0.94 * (trace.ever_made || days == 0 ? kept : credit_ * kept);
  }
  void first(Trace& trace, Rating grade, double ease) override {
    trace.memory.stability = std::exp(first_ + ease) * (grade == Rating::again ? 0.5 : 4 * of(grade));
    ++learned_;
  }
  void after(Trace& trace, Rating grade, int days, double ease) override {
    double& stability = trace.memory.stability;
    const double kept = std::pow(1 + days / stability, -power_);
    if (grade == Rating::again)
      stability = std::max(std::exp(first_ + ease) * 0.5 * std::pow(1.15, std::min(++trace.misses, 6)),
                           stability * lapse_);
    else if (days > 0)
      stability *= 1 + growth_ * (1.1 - kept) * std::pow(std::max(stability, 1.0), -0.12) * of(grade);
    else
      stability *= 1.1;
    stability = std::min(stability, 3000.0);
  }

 private:
  static double of(Rating grade) { return grade == Rating::hard ? 0.6 : grade == Rating::easy ? 1.7 : 1; }

  double first_, power_, growth_, lapse_, interference_, credit_;
  double learned_ = 0;
};

std::unique_ptr<Mind> make_mind(Kind kind, std::uint64_t seed, Random& random) {
  if (kind == Kind::power_law) return std::make_unique<PowerLawMind>(random);
  if (kind == Kind::as_base) return std::make_unique<FsrsMind>(MemoryModel{});
  return std::make_unique<FsrsMind>(MemoryModel{draw_parameters(seed, 1), logistic(0.8 * normal(random))});
}

// One question: what is hidden of its points, and what viva's own memory says of them.
struct Question {
  double known = 0;  // chance that a point is known when first asked
  std::vector<double> ease;
  std::vector<Trace> hidden, seen;
};

class Student {
 public:
  Student(Kind kind, std::uint64_t seed, std::size_t points)
      : exact_{kind == Kind::as_base},
        random_{seed * 3 + static_cast<std::uint64_t>(kind)},
        mind_{make_mind(kind, seed, random_)},
        questions_(questions) {
    const double known = 0.25 + 0.35 * uniform(random_);
    for (auto& question : questions_) {
      question.known = logistic(std::log(known / (1 - known)) + normal(random_));
      const double ease = 0.5 * normal(random_);
      for (std::size_t i = 0; i < points; ++i) question.ease.push_back(ease + 0.3 * normal(random_));
      question.hidden.resize(points);
    }
  }

  std::vector<DiaryEntry> study(std::size_t entries) {
    for (int day = 0; diary_.size() < entries; day += next_day()) study_on(day);
    diary_.resize(entries);
    return std::move(diary_);
  }

 private:
  int next_day() {
    int days = 1;
    while (uniform(random_) < 0.15) ++days;
    return uniform(random_) < 0.02 ? days + 5 + static_cast<int>(below(random_, 15)) : days;
  }

  // 8 to 15 questions: a third of them new, the others those that viva's memory has the lowest. One answered
  // badly is asked again on the same day, or not.
  void study_on(int day) {
    const auto due = due_on(day);
    std::vector<std::size_t> again;
    std::size_t taken = 0;
    for (auto left = 8 + below(random_, 8); left > 0; --left) {
      const bool fresh = met_ < questions && (taken == due.size() || uniform(random_) < 0.35);
      if (!fresh && taken == due.size()) break;
      const auto question = fresh ? met_++ : due[taken++];
      if (ask(question, day) < 0.5 && uniform(random_) < 0.5) again.push_back(question);
    }
    for (const auto question : again) ask(question, day);
  }

  std::vector<std::size_t> due_on(int day) {
    std::vector<std::pair<double, std::size_t>> due;
    for (std::size_t i = 0; i < met_; ++i) {
      const double recall = expected(questions_[i], day) + 0.05 * normal(random_);
      if (questions_[i].seen[0].last < day && recall < 0.88) due.push_back({recall, i});
    }
    std::ranges::sort(due);
    std::vector<std::size_t> order;
    for (const auto& [recall, question] : due) order.push_back(question);
    return order;
  }

  static double expected(const Question& question, int day) {
    double sum = 0;
    for (const auto& point : question.seen)
      sum += (point.ever_made ? 1 : 0.5) * fsrs::retrievability(day - point.last, point.memory.stability);
    return sum / static_cast<double>(question.seen.size());
  }

  // The share of points made.
  double ask(std::size_t number, int day) {
    auto& question = questions_[number];
    const bool first = question.seen.empty();
    if (first) question.seen.resize(question.hidden.size());
    const auto made = points_made(question, first, day);
    const double share =
        static_cast<double>(std::ranges::count(made, true)) / static_cast<double>(made.size());
    const auto grade = grade_of(made.size(), share), told = told_grade(grade);
    DiaryEntry entry{day, number, {}};
    for (std::size_t i = 0; i < made.size(); ++i) {
      learn(question.hidden[i], made[i] ? grade : Rating::again, first, day, question.ease[i]);
      entry.grades.push_back(made[i] ? told : Rating::again);
      auto& seen = question.seen[i];
      seen.memory = first ? fsrs::first(entry.grades.back())
                          : fsrs::after(seen.memory, entry.grades.back(), day - seen.last);
      seen.last = day;
      seen.ever_made |= made[i];
    }
    diary_.push_back(std::move(entry));
    return share;
  }

  // A common cause explains three tenths of the variance of what decides each point.
  std::vector<bool> points_made(const Question& question, bool first, int day) {
    const double common = std::sqrt(0.3) * normal(random_);
    std::vector<bool> made;
    for (const auto& trace : question.hidden) {
      const double chance = first ? question.known : mind_->recall(trace, day - trace.last);
      const double luck = common + std::sqrt(0.7) * normal(random_);
      made.push_back(0.5 * std::erfc(-luck / std::sqrt(2.0)) < chance);
    }
    return made;
  }

  Rating grade_of(std::size_t points, double share) {
    const double luck = uniform(random_);
    if (points == 1) return luck < 0.18 ? Rating::hard : luck < 0.85 ? Rating::good : Rating::easy;
    if (luck < 0.3 && share < 0.6) return Rating::hard;
    return luck < 0.3 && share == 1 ? Rating::easy : Rating::good;
  }

  Rating told_grade(Rating grade) {
    if (exact_ || uniform(random_) >= 0.2) return grade;
    return uniform(random_) < 0.5 ? Rating::good : uniform(random_) < 0.5 ? Rating::hard : Rating::easy;
  }

  void learn(Trace& trace, Rating grade, bool first, int day, double ease) {
    if (first)
      mind_->first(trace, grade, ease);
    else
      mind_->after(trace, grade, day - trace.last, ease);
    trace.last = day;
    trace.ever_made |= grade != Rating::again;
  }

  bool exact_;
  Random random_;
  std::unique_ptr<Mind> mind_;
  std::vector<Question> questions_;
  std::size_t met_ = 0;
  std::vector<DiaryEntry> diary_;
};

}  // namespace

std::vector<DiaryEntry> write_diary(Kind kind, std::uint64_t seed, std::size_t points, std::size_t entries) {
  return Student{kind, seed, points}.study(entries);
}

std::vector<PointTrials> points_of(const std::vector<DiaryEntry>& diary, std::size_t entries) {
  std::map<std::size_t, std::vector<PointTrials>> of_questions;
  for (std::size_t i = 0; i < entries; ++i) {
    auto& points = of_questions[diary[i].question];
    points.resize(diary[i].grades.size());
    for (std::size_t k = 0; k < points.size(); ++k)
      points[k].push_back({Day{std::chrono::days{20'000 + diary[i].day}}, diary[i].grades[k]});
  }
  std::vector<PointTrials> all;
  for (auto& [question, points] : of_questions) std::ranges::move(points, std::back_inserter(all));
  return all;
}

}  // namespace viva::sim
