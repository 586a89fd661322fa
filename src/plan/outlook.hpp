// The outlook of an item: what a plan expects of its points on the day of the interview, as they were asked
// in truth and as it is planned so far. Days count from the plan's first.
#pragma once

#include <vector>

#include "viva/memory/forecast.hpp"
#include "viva/memory/progress.hpp"

namespace viva {

class Outlook {
 public:
  // Of an item that was asked. `days_left`: from the plan's first day to the interview.
  Outlook(const ItemProgress& progress, Day today, int days_left);

  // Of one that is met first on that day.
  Outlook(std::size_t points, int day, int days_left, const MemoryModel& model);

  int points() const { return points_; }
  int last() const { return last_; }        // day on which it was last asked
  double expected() const { return sum_; }  // points made at the interview, if it is left alone

  // The share of its points that was made when it was last asked; in a plan, that is expected.
  double share_made() const { return made_; }

  // How many more points are made at the interview if it is asked on that day, which is after `last`.
  double gain(int day) const;

  void ask(int day);

  // Points that one who never saw the item is expected to make at the interview if it is met on that day.
  static double first_gain(std::size_t points, int day, int days_left, const MemoryModel& model);

 private:
  // Points that are remembered alike. Once they are asked in a plan, so many are expected to be.
  struct Group {
    PointMemory memory;
    int last;  // below 0: before the plan
    bool asked;
    double count;
    double expected = 0;  // recall of each at the interview
  };

  void add(const Group& group);
  double if_asked(const Group& group, int day) const;
  fsrs::Memory after(const Group& group, Rating rating, int day) const;

  const MemoryModel* model_;
  int days_left_;
  std::vector<Group> groups_;
  int points_ = 0, last_ = 0;
  double sum_ = 0, made_ = 0;
};

}  // namespace viva
