// A learner who remembers points, in one of two ways that no policy knows. What happens depends on the seed
// alone: the same learner has the same luck with the n-th time a point is asked whatever the policy, so that
// policies are compared on the same people.
//
// Of both: what is known of a point before it is first asked differs between learners, questions and points;
// points of a question that is asked go well or badly together; a point that is missed is read again; one
// tick in twenty is wrong.
#pragma once

#include <cstdint>
#include <vector>

#include "viva/memory/fsrs.hpp"

namespace viva::sim {

inline constexpr std::size_t points_each = 7;  // of every question
inline constexpr std::size_t topics = 6;       // by turns

using Points = std::vector<std::size_t>;  // numbers from 0, ascending

// The 21 parameters of FSRS-6, drawn around its defaults. The first four (days a point lasts after it was
// first asked) are multiplied by a factor of the learner and one each; the others have the standard
// deviations published with the model's optimizer, times `spread`, and are kept within its bounds.
fsrs::Parameters draw_parameters(std::uint64_t seed, double spread = 1);  // 0: the defaults

// fsrs: as FSRS-6 says, with parameters drawn so.
// power: recall falls as a power of the days, and the more so the more other questions of the topic come
// between; what was never once recalled fades twice as fast by those.
enum class Hidden { fsrs, power };

class Learner {
 public:
  Learner(std::uint64_t seed, Hidden hidden, std::size_t questions);

  // Which of these points are ticked. Days count from the first of study and never fall.
  Points answer(std::size_t question, const Points& asked, int day);

  // The rating given where this one is proposed: one in ten is one better or worse.
  Rating rate(std::size_t question, Rating proposed, int day) const;

  // The share of all points that is truly recalled on that day; what was never asked counts as nothing, or as
  // what is known of it without any study.
  double recalled(int day) const;
  double recalled_with_untaught(int day) const;

 private:
  struct Trace {
    fsrs::Memory memory;  // of the first kind
    double lasts = 0;     // of the second: days
    bool known = false;   // ever made, without having just been read
    int last = 0;         // day
    int times = 0;        // 0: never asked
    int others = 0;       // questions of its topic asked by then
  };

  double untaught(std::size_t question, std::size_t point) const;
  double recall(std::size_t question, const Trace& trace, int day) const;
  double chance(std::size_t question, std::size_t point, int day, double mood) const;
  void learn(std::size_t question, Trace& trace, bool made, int day) const;
  Trace& trace(std::size_t question, std::size_t point) { return traces_[question * points_each + point]; }
  const Trace& trace(std::size_t question, std::size_t point) const {
    return traces_[question * points_each + point];
  }
  double sum_recalled(int day, bool with_untaught) const;

  std::uint64_t seed_;
  Hidden hidden_;
  fsrs::Parameters parameters_;
  double scale_, decay_, growth_, interference_;  // of the second kind
  std::vector<Trace> traces_;
  std::vector<int> asked_;  // of each topic
};

}  // namespace viva::sim
