#include "render/today_words.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "viva/base/amount.hpp"
#include "viva/base/date.hpp"

namespace viva {
namespace {

std::string kinds_of(const std::vector<PlanEntry>& left) {
  const auto fresh = count_new(left), seen = left.size() - fresh;
  if (fresh == 0 || seen == 0)
    return fmt::format("{}{}", left.size() == 1 ? "" : "all ", seen == 0 ? "new" : "due");
  return fmt::format("{} due, {} new", seen, fresh);
}

std::string question_words(const Today& today) {
  const auto all = today.work.entries.size();
  const auto left = today.work.left();
  if (left.empty()) return fmt::format("{} done", counted(all, "question"));
  const auto time = about_minutes(today.work.seconds_left());
  if (left.size() < all)
    return fmt::format("{} of {} done, {} to go", all - left.size(), counted(all, "question"), time);
  if (today.request) return fmt::format("{}, {}", counted(all, "question"), time);
  return fmt::format("{} ({}), {}", counted(all, "question"), kinds_of(left), time);
}

// Nothing is new then, unless nothing else is left.
std::string last_look_words(const PlanDay& work, const std::string& words) {
  const auto fresh = count_new(work.entries);
  if (fresh == 0) return "last look, " + words;
  return fmt::format("last look, {}; {} new, since nothing else is left", words,
                     fresh == work.entries.size() ? "all are"
                     : fresh == 1                 ? "1 is"
                                                  : fmt::format("{} are", fresh));
}

std::string nothing_words(const Today& today) {
  if (today.work.off) return "a day off";
  if (today.request) return "nothing more to gain";
  if (today.next_due) return fmt::format("nothing is due until {}", name_day(*today.next_due, today.day));
  return "nothing is left";
}

}  // namespace

std::string planned_words(const std::optional<Day>& planned, Day today) {
  if (!planned) return "not planned before the interview";
  const bool near = days_between(today, *planned) <= 1;
  return "planned for " + (near ? describe_day(*planned, today) : name_day(*planned, today));
}

std::string about_minutes(int seconds) {
  return fmt::format("about {} min", std::max(1, (seconds + 30) / 60));
}

std::string today_words(const Today& today) {
  const auto& work = today.work;
  if (work.entries.empty() && !work.round) return nothing_words(today);
  std::string words = work.entries.empty() ? "" : question_words(today);
  if (work.round)
    words += fmt::format(
        "{}{}", words.empty() ? "" : ", and ",
        work.round->done ? "a round done" : fmt::format("a round of {} min", work.round->minutes));
  if (work.last_look && !work.entries.empty()) words = last_look_words(work, words);
  if (!today.request && today.due_beyond > 0)
    words += fmt::format("; {} more {} due", today.due_beyond, today.due_beyond == 1 ? "is" : "are");
  return words;
}

}  // namespace viva
