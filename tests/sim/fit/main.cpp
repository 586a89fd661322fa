// The fit against the base, on learners of three kinds: `viva_fit_sim`, or `viva_fit_sim LEARNERS`; build it
// in release. A fit is made of a learner's first reviews and judged by the 200 that follow. Fails where it
// costs more than .002 nats an answer.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <map>
#include <utility>

#include "sim/fit/diary.hpp"
#include "viva/memory/score.hpp"

namespace viva::sim {
namespace {

using Diary = std::vector<DiaryEntry>;

constexpr std::size_t judged = 200;
constexpr std::array<std::size_t, 4> lengths{50, 100, 200, 1000};
constexpr double most_harm = 0.002;

// Mean over learners, and its standard error.
class Average {
 public:
  void add(double x) {
    ++count_;
    sum_ += x;
    squares_ += x * x;
  }
  double mean() const { return sum_ / count_; }
  double error() const {
    return std::sqrt(std::max(0.0, squares_ / count_ - mean() * mean()) / (count_ - 1));
  }

 private:
  double count_ = 0, sum_ = 0, squares_ = 0;
};

double loss(double chance, bool made) {
  chance = std::clamp(chance, 1e-4, 1 - 1e-4);
  return -std::log(made ? chance : 1 - chance);
}

struct Point {
  fsrs::Memory memory;
  bool ever_made = false;
};

struct Asked {
  int day = 0;
  std::vector<Point> points;
};

// Log loss an answer of the entries from `begin` on: of what `model` says.
double loss_of(const MemoryModel& model, const Diary& diary, std::size_t begin) {
  std::map<std::size_t, Asked> asked;
  Average losses;
  for (std::size_t i = 0; i < std::min(diary.size(), begin + judged); ++i) {
    const auto& [day, question, grades] = diary[i];
    const auto [found, first] = asked.try_emplace(question, Asked{day, std::vector<Point>(grades.size())});
    const int days = day - found->second.day;
    for (std::size_t k = 0; k < grades.size(); ++k) {
      auto& [memory, ever_made] = found->second.points[k];
      const bool made = grades[k] != Rating::again;
      if (i >= begin && days > 0)
        losses.add(loss(
            (ever_made ? 1 : model.credit) * fsrs::retrievability(days, memory.stability, model.parameters),
            made));
      memory = first ? fsrs::first(grades[k], model.parameters)
                     : fsrs::after(memory, grades[k], days, model.parameters);
      ever_made |= made;
    }
    found->second.day = day;
  }
  return losses.mean();
}

// The same of the share made up to the day before.
double loss_of_constant(const Diary& diary, std::size_t begin) {
  std::map<std::size_t, int> asked;
  Average losses;
  double made = 2, all = 3, made_today = 0, all_today = 0;
  for (std::size_t i = 0; i < std::min(diary.size(), begin + judged); ++i) {
    if (i > 0 && diary[i].day != diary[i - 1].day) {
      made += std::exchange(made_today, 0);
      all += std::exchange(all_today, 0);
    }
    const auto before = asked.find(diary[i].question);
    if (before != asked.end() && before->second < diary[i].day)
      for (const auto grade : diary[i].grades) {
        if (i >= begin) losses.add(loss(made / all, grade != Rating::again));
        made_today += grade != Rating::again;
        ++all_today;
      }
    asked[diary[i].question] = diary[i].day;
  }
  return losses.mean();
}

// The same of memory by questions, as schedulers of flashcards have it: one memory for all points of a
// question, by the rating that is proposed for the whole, where Hard is a pass.
double loss_by_questions(const Diary& diary, std::size_t begin) {
  std::map<std::size_t, std::pair<int, fsrs::Memory>> asked;
  Average losses;
  for (std::size_t i = 0; i < std::min(diary.size(), begin + judged); ++i) {
    const auto& [day, question, grades] = diary[i];
    const auto made = grades.size() - static_cast<std::size_t>(std::ranges::count(grades, Rating::again));
    const auto rating = propose_rating(static_cast<int>(made), static_cast<int>(grades.size()));
    const auto before = asked.find(question);
    if (before == asked.end()) {
      asked.emplace(question, std::pair{day, fsrs::first(rating)});
      continue;
    }
    auto& [last, memory] = before->second;
    const int days = day - last;
    if (i >= begin && days > 0)
      for (const auto grade : grades)
        losses.add(loss(fsrs::retrievability(days, memory.stability), grade != Rating::again));
    memory = fsrs::after(memory, rating, days);
    last = day;
  }
  return losses.mean();
}

MemoryModel found_by(const Fit& fit) {
  auto w = fsrs::defaults().w;
  for (std::size_t i = 0; i < 4; ++i) w[i] *= fit.first;
  w[8] += std::log(fit.growth);
  w[11] *= fit.lapse;
  w[20] *= fit.decay;
  return {fsrs::Parameters{w}, fit.credit};
}

struct Row {
  Average constant, questions, base, fit, gain, gain_unguarded, trust, answers;

  void add(const Diary& diary, std::size_t length) {
    const auto found = fit_memory(points_of(diary, length));
    const double at_base = loss_of({}, diary, length);
    const double fitted = loss_of(found.model, diary, length);
    constant.add(loss_of_constant(diary, length));
    questions.add(loss_by_questions(diary, length));
    base.add(at_base);
    fit.add(fitted);
    gain.add(at_base - fitted);
    gain_unguarded.add(at_base - loss_of(found_by(found), diary, length));
    trust.add(100 * found.trust);
    answers.add(static_cast<double>(found.answers));
  }
};

constexpr const char* table_head =
    "| learners | points | reviews | answers | constant | by questions | base | fit | gain | unguarded | "
    "trust |\n"
    "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n";

void print_row(const char* kind, std::size_t points, std::size_t length, const Row& row) {
  fmt::print(
      "| {} | {} | {} | {:.0f} | {:.4f} | {:.4f} | {:.4f} | {:.4f} | {:+.4f} ± {:.4f} | {:+.4f} | {:.0f} % "
      "|\n",
      kind, points, length, row.answers.mean(), row.constant.mean(), row.questions.mean(), row.base.mean(),
      row.fit.mean(), row.gain.mean(), row.gain.error(), row.gain_unguarded.mean(), row.trust.mean());
  std::fflush(stdout);
}

bool judge(Kind kind, const char* name, std::size_t points, std::uint64_t learners) {
  std::array<Row, lengths.size()> rows;
  for (std::uint64_t seed = 1; seed <= learners; ++seed) {
    const auto diary = write_diary(kind, seed, points, lengths.back() + judged);
    for (std::size_t i = 0; i < lengths.size(); ++i) rows[i].add(diary, lengths[i]);
  }
  bool harmless = true;
  for (std::size_t i = 0; i < lengths.size(); ++i) {
    print_row(name, points, lengths[i], rows[i]);
    harmless &= rows[i].gain.mean() > -most_harm;
  }
  return harmless;
}

int run(std::uint64_t learners) {
  bool harmless = true;
  fmt::print("{}", table_head);
  for (const std::size_t points : {7u, 1u}) {
    harmless &= judge(Kind::drawn, "drawn", points, learners);
    harmless &= judge(Kind::power_law, "power law", points, learners);
    harmless &= judge(Kind::as_base, "as the base", points, learners);
  }
  return harmless ? 0 : 1;
}

}  // namespace
}  // namespace viva::sim

int main(int argc, char** argv) {
  std::uint64_t learners = 100;
  if (argc > 1) std::from_chars(argv[1], argv[1] + std::strlen(argv[1]), learners);
  if (argc <= 2 && learners >= 2) return viva::sim::run(learners);
  fmt::print(stderr, "usage: viva_fit_sim [LEARNERS]\n");
  return 2;
}
