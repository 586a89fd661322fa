// Setting, changing and clearing interviews, as `viva plan` is asked to.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/history.hpp"
#include "viva/base/random.hpp"

namespace viva {

// What was asked for; what is not given stays as it is.
struct InterviewWish {
  std::optional<Day> day;
  std::optional<std::string> title;
  std::optional<int> minutes;
  std::optional<Weekdays> off;

  bool empty() const { return !day && !title && !minutes && !off; }
};

struct InterviewChange {
  std::optional<InterviewSetting> before;  // none: a new interview
  std::optional<Interview> after;          // none: cleared
  std::string error;                       // why there is nothing to do; else empty
};

// Which interview is meant: the one of that title, else of that day, else (where it has no title) the one
// that has none, which is moved. Without a day and title the next. `interviews`: those ahead, by day.
InterviewChange change_interview(const std::vector<InterviewSetting>& interviews, const InterviewWish& wish);

// The same for taking one off the list: by its day and title, where they are given, else the next.
InterviewChange clear_interview(const std::vector<InterviewSetting>& interviews, const InterviewWish& wish);

// The change as an entry of the history. Later than what it replaces, even where the clock is not.
InterviewSetting setting_of(const InterviewChange& change, Random& ids, Instant now);

// "Set: Acme on Thu 10 Dec, 20 min a day.", "Moved: ...", "Cleared: ..."
std::string describe_change(const InterviewChange& change, Day today);

}  // namespace viva
