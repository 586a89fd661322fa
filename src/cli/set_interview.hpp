// Setting, changing and clearing interviews, as `viva plan` does.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/history.hpp"
#include "viva/base/random.hpp"

namespace viva {

// What to change of an interview; the rest stays as it is.
struct InterviewEdit {
  std::optional<Day> day{};
  std::optional<std::string> title{};
  std::optional<int> minutes{};
  std::optional<Weekdays> off{};

  bool empty() const { return !day && !title && !minutes && !off; }
};

struct InterviewChange {
  std::optional<InterviewSetting> before;  // none: a new interview
  std::optional<Interview> after;          // none: cleared
  std::string error;                       // why there is nothing to do; else empty
};

// Which interview is meant, of those ahead, by day: the one of the title. Without a title, the one on the
// day, else the one without a title, which is moved to that day. Without both, the next. Where none is meant,
// a new one is made, if there is a day for it.
InterviewChange change_interview(const std::vector<InterviewSetting>& interviews, const InterviewEdit& edit);

// Clears the next interview, or the next of that day, title or both.
InterviewChange clear_interview(const std::vector<InterviewSetting>& interviews, const InterviewEdit& edit);

// The change as an entry of the history. It is later than what it replaces, even where the clock is not.
InterviewSetting setting_of(const InterviewChange& change, Random& ids, Instant now);

// "Set: Acme on Thu 10 Dec, 20 min a day.", "Moved: ...", "Cleared: ..."
std::string describe_change(const InterviewChange& change, Day today);

}  // namespace viva
