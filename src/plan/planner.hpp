// The planner works out the days of a plan, one after the other; see viva/plan/plan.hpp for what it promises.
// It begins with what was known this morning. Once today is planned, what was done of it today takes the
// place of what was expected.
#pragma once

#include <cstddef>
#include <limits>
#include <optional>
#include <vector>

#include "plan/calendar.hpp"
#include "plan/outlook.hpp"
#include "plan/promises.hpp"
#include "viva/plan/plan.hpp"

namespace viva {

class Planner {
 public:
  // All must outlive it.
  Planner(const Bank& bank, const Standing& standing, const PlanRequest& request,
          const Promises& promises = {});

  bool done() const { return next_ == calendar_.size(); }
  PlanDay plan_day();

  // Points of each item expected on the interview's day, after the days planned so far.
  std::vector<double> expected() const;
  std::vector<std::size_t> unmet() const;

 private:
  static constexpr auto nothing = std::numeric_limits<std::size_t>::max();

  // An item that was met, in truth or as planned so far.
  struct Met {
    std::size_t item;
    Outlook outlook;
  };

  // An item never asked, and the latest day on which it can be met; -1: there is no room for it.
  struct Unmet {
    std::size_t item;
    int latest;
  };

  // A met item that may be studied on a day. Its rate is at first an upper bound; the true one is worked out
  // only once no other candidate promises more.
  struct Candidate {
    double rate;  // points a second, less what waiting for the next day of study would add
    std::size_t met;
    double gain;
    bool exact;
  };

  void settle();
  void begin_day();
  bool may_be_new(const CalendarDay& day) const { return !day.last_look || !promises_.nothing_new_at_last; }
  double share_for_failed() const;
  double share_for_gaps() const;
  int study_days_since(int day) const;
  void take_returns();
  void take_urgent();
  void take_best();
  void catch_up();
  std::vector<std::size_t> returns() const;
  std::vector<Candidate> candidates() const;
  void sharpen(std::vector<Candidate>& open, double rate) const;
  std::optional<int> next_study() const;
  std::size_t best_unmet() const;
  std::size_t best_in_turn() const;
  double rate_of(const Unmet& unmet) const;
  double gain_by_waiting(const Outlook& outlook, double gained) const;
  void take_met(std::size_t index, double gain, PlanReason reason);
  void take_unmet(std::size_t index);
  void add_entry(std::size_t item, double gain, PlanReason reason);
  bool fits(std::size_t item) const { return seconds(item) <= room_; }
  int seconds(std::size_t item) const { return request_.seconds[item]; }
  int today() const { return static_cast<int>(next_); }
  std::size_t points(std::size_t item) const { return remembered_points(bank_.items[item]); }
  static bool later(const Candidate& a, const Candidate& b);
  static Candidate pop(std::vector<Candidate>& open);

  const Bank& bank_;
  const Standing& standing_;
  const PlanRequest& request_;
  Promises promises_;
  int days_left_;  // from today to the interview
  int shortest_ = std::numeric_limits<int>::max();
  int all_seconds_ = 0;  // of every item once
  double all_points_ = 0;
  std::vector<CalendarDay> calendar_;
  std::size_t next_ = 0;  // the day that is planned
  std::vector<Met> met_;
  std::vector<Unmet> unmet_;       // what gains most a second first
  bool short_of_time_ = false;     // not all of them can be met
  std::vector<double> tiers_;      // items of each tier
  std::vector<double> tiers_met_;  // and those that were met
  double expected_ = 0;            // points on the interview's day
  PlanDay day_;
  std::optional<int> next_study_;  // the next day with room for an item
  int room_ = 0;                   // seconds left of the day
  double room_ahead_ = 0;          // seconds for items before the last look, the day's with them
};

}  // namespace viva
