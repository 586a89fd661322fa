#include "plan/outlook.hpp"

#include <algorithm>

namespace viva {
namespace {

// Points that become one kind: as many, as well recalled on a day and as difficult on average.
struct Blend {
  double count = 0, recall = 0, difficulty = 0;  // sums

  void add(double of, double recall_of_each, double difficulty_of_each) {
    count += of;
    recall += of * recall_of_each;
    difficulty += of * difficulty_of_each;
  }
  PointMemory memory(int days, const MemoryModel& model) const {
    return {memory_for(recall / count, difficulty / count, days, model), true};
  }
};

}  // namespace

Outlook::Outlook(const ItemProgress& progress, Day today, int days_left)
    : model_(progress.model), days_left_(days_left), last_(std::min(0, days_between(today, progress.last))) {
  for (const auto& point : progress.points)
    add({{point.memory, point.known}, std::min(0, days_between(today, point.last)), point.times > 0, 1});
  points_ = static_cast<int>(progress.points.size());
  made_ = viva::share_made(progress) / 100.0;
}

Outlook::Outlook(std::size_t points, int day, int days_left, const MemoryModel& model)
    : model_(&model), days_left_(days_left), points_(static_cast<int>(points)) {
  add({{}, day, false, static_cast<double>(points)});
  ask(day);
}

void Outlook::add(const Group& group) {
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

fsrs::Memory Outlook::after(const Group& group, Rating rating, int day) const {
  return group.asked ? fsrs::after(group.memory.memory, rating, day - group.last, model_->parameters)
                     : fsrs::first(rating, model_->parameters);
}

// What was never made and is expected to be missed again stays so. All that is known by then becomes one
// kind: were the others blended with it, they would seem to be half known, and known soon.
void Outlook::ask(int day) {
  const int left = days_left_ - day;
  Blend known;
  std::vector<Group> missed;
  double made = 0;
  for (const auto& group : groups_) {
    const double chance =
        group.asked ? chance_made(group.memory, day - group.last, *model_) : model_->first_made;
    made += group.count * chance;
    if (group.asked && group.memory.known) {
      known.add(group.count, if_asked(group, day),
                expected_difficulty(group.memory, day - group.last, *model_));
      continue;
    }
    const PointMemory now{after(group, Rating::good, day), true};
    known.add(group.count * chance, recall_on_the_day(now, left, *model_), now.memory.difficulty);
    missed.push_back({{after(group, Rating::again, day), false}, day, true, group.count * (1 - chance)});
  }
  groups_.clear();
  sum_ = 0;
  if (known.count > 0) add({known.memory(left, *model_), day, true, known.count});
  for (const auto& group : missed) add(group);
  made_ = made / points_;
  last_ = day;
}

double Outlook::first_gain(std::size_t points, int day, int days_left, const MemoryModel& model) {
  return static_cast<double>(points) * expected_first(days_left - day, model);
}

}  // namespace viva
