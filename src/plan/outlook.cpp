#include "plan/outlook.hpp"

#include <algorithm>

namespace viva {
Outlook::Outlook(const ItemProgress& progress, Day today, int days_left)
    : model_(progress.model), days_left_(days_left), last_(std::min(0, days_between(today, progress.last))) {
  for (const auto& point : progress.points)
    add({{point.memory, point.known}, std::min(0, days_between(today, point.last)), point.times > 0, 1});
  made_ = viva::share_made(progress) / 100.0;
  if (progress.rating == Rating::again) made_ = 0;
}

Outlook::Outlook(std::size_t points, int day, int days_left, const MemoryModel& model)
    : model_(&model), days_left_(days_left), last_(day) {
  const double expected = expected_first(days_left - day, model);
  add({first_memory(expected, days_left - day, model), day, true, static_cast<int>(points)});
  made_ = model.first_made;
}

void Outlook::add(const Group& group) {
  points_ += group.count;
  const auto same = std::ranges::find_if(groups_, [&](const Group& other) {
    return other.memory == group.memory && other.last == group.last && other.asked == group.asked;
  });
  if (same != groups_.end()) {
    same->count += group.count;
    sum_ += same->expected * group.count;
    return;
  }
  groups_.push_back(group);
  auto& added = groups_.back();
  if (added.asked) added.expected = recall_on_the_day(added.memory, days_left_ - added.last, *model_);
  sum_ += added.expected * added.count;
}

double Outlook::if_asked(const Group& group, int day) const {
  if (!group.asked) return expected_first(days_left_ - day, *model_);
  return expected_next(group.memory, day - group.last, days_left_ - day, *model_);
}

double Outlook::gain(int day) const {
  double gain = 0;
  for (const auto& group : groups_) gain += group.count * (if_asked(group, day) - group.expected);
  return gain;
}

void Outlook::ask(int day) {
  sum_ = made_ = 0;
  for (auto& group : groups_) {
    made_ += group.count *
             (group.asked ? chance_made(group.memory, day - group.last, *model_) : model_->first_made);
    group.expected = if_asked(group, day);
    group.memory =
        group.asked ? next_memory(group.memory, day - group.last, group.expected, days_left_ - day, *model_)
                    : first_memory(group.expected, days_left_ - day, *model_);
    group.asked = true;
    group.last = day;
    sum_ += group.expected * group.count;
  }
  made_ /= points_;
  last_ = day;
}

double Outlook::first_gain(std::size_t points, int day, int days_left, const MemoryModel& model) {
  return static_cast<double>(points) * expected_first(days_left - day, model);
}

}  // namespace viva
