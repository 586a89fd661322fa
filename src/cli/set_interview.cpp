#include "cli/set_interview.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "render/plan_page.hpp"
#include "viva/base/text.hpp"

namespace viva {
namespace {

using Settings = std::vector<InterviewSetting>;
using Found = std::optional<InterviewSetting>;

template <typename Match>
Found find_setting(const Settings& interviews, const Match& matches) {
  const auto found = std::ranges::find_if(
      interviews, [&](const InterviewSetting& setting) { return matches(setting.set.value()); });
  return found == interviews.end() ? std::nullopt : Found{*found};
}

bool has_title(const Interview& interview, std::string_view title) {
  return fold_case(interview.title) == fold_case(title);
}

Found find_next(const Settings& interviews) {
  return find_setting(interviews, [](const Interview&) { return true; });
}

// Of that title, else one on that day that has no title yet.
Found find_titled(const Settings& interviews, const InterviewWish& wish) {
  if (auto found = find_setting(interviews, [&](const auto& one) { return has_title(one, *wish.title); }))
    return found;
  if (!wish.day) return find_next(interviews);
  return find_setting(interviews, [&](const auto& one) { return one.day == *wish.day && one.title.empty(); });
}

Found find_meant(const Settings& interviews, const InterviewWish& wish) {
  if (wish.title) return find_titled(interviews, wish);
  if (!wish.day) return find_next(interviews);
  if (auto found = find_setting(interviews, [&](const auto& one) { return one.day == *wish.day; }))
    return found;
  return find_setting(interviews, [](const auto& one) { return one.title.empty(); });
}

}  // namespace

InterviewChange change_interview(const Settings& interviews, const InterviewWish& wish) {
  InterviewChange change;
  change.before = find_meant(interviews, wish);
  if (!change.before && !wish.day) {
    change.error = "no interview is set yet; say when it is, such as --interview '10 Dec'";
    return change;
  }
  auto after = change.before ? change.before->set.value() : Interview{};
  after.day = wish.day.value_or(after.day);
  after.title = wish.title.value_or(after.title);
  after.minutes = wish.minutes.value_or(after.minutes);
  after.off = wish.off.value_or(after.off);
  change.after = after;
  return change;
}

InterviewChange clear_interview(const Settings& interviews, const InterviewWish& wish) {
  InterviewChange change;
  change.before = find_setting(interviews, [&](const Interview& one) {
    return (!wish.day || one.day == *wish.day) && (!wish.title || has_title(one, *wish.title));
  });
  if (interviews.empty())
    change.error = "no interview is ahead, so there is none to clear";
  else if (!change.before)
    change.error = "there is no such interview to clear; `viva plan` shows those ahead";
  return change;
}

InterviewSetting setting_of(const InterviewChange& change, Random& ids, Instant now) {
  InterviewSetting setting{random_id(ids), {}, now, change.after};
  setting.interview = change.before ? change.before->interview : random_id(ids);
  if (change.before) setting.at = std::max(now, change.before->at + std::chrono::milliseconds{1});
  return setting;
}

std::string describe_change(const InterviewChange& change, Day today) {
  if (!change.after) return fmt::format("Cleared: {}.", describe_interview(*change.before->set, today));
  const auto now =
      fmt::format("{}, {}", describe_interview(*change.after, today), describe_habits(*change.after));
  if (!change.before) return fmt::format("Set: {}.", now);
  const auto& before = *change.before->set;
  if (before == *change.after) return fmt::format("As it was: {}.", now);
  if (before.day == change.after->day) return fmt::format("Changed: {}.", now);
  return fmt::format("Moved from {}: {}.", name_day(before.day, today), now);
}

}  // namespace viva
