// Progress: what a candidate remembers of each point of a bank, derived by replaying the history. Never
// stored, so it cannot disagree with the history.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "viva/bank/bank.hpp"
#include "viva/memory/evidence.hpp"
#include "viva/memory/memory_model.hpp"
#include "viva/memory/review.hpp"

namespace viva {

// Of a point that was asked. What comes again on the day on which it was missed was just read: it counts for
// the memory as FSRS-6 has it, and for nothing else here.
struct PointProgress {
  fsrs::Memory memory;
  Day last{};          // study day on which it was last asked
  bool made = false;   // when it was first asked on that day
  bool known = false;  // ever made on a day that did not begin with missing it
  int times = 0;       // asked; 0: never, and the rest means nothing

  // Asked once more; a day before `last` counts as the same day.
  void add(const PointGrade& graded, Day day, const MemoryModel& model);

  friend bool operator==(const PointProgress&, const PointProgress&) = default;
};

struct ItemProgress {
  std::vector<PointProgress> points;  // of the item; one where it has none
  const MemoryModel* model = &default_model();
  Day last{};       // study day of the last answer
  Rating rating{};  // of the first answer on that day
  int answers = 0;  // at least 1

  explicit ItemProgress(std::size_t remembered = 1, const MemoryModel& by = default_model())
      : points(remembered), model(&by) {}

  // Another answer; see grade_points().
  void add(Rating rated, Day day, std::span<const PointGrade> grades);

  friend bool operator==(const ItemProgress&, const ItemProgress&) = default;
};

// One entry an item of the bank, in its order; nullopt: never asked. An item none of whose points, as they
// are now, was asked counts as never asked.
using Progress = std::vector<std::optional<ItemProgress>>;

// `model` must outlive the progress.
void replay(const Bank& bank, const Evidence& evidence, const Evidence::Answer& answer, Progress& progress,
            const MemoryModel& model = default_model());  // one answer more
Progress replay(const Bank& bank, const Evidence& evidence, const MemoryModel& model = default_model());
Progress replay(const Bank& bank, const AnswerLog& log, const MemoryModel& model = default_model());

// What was known on the morning of a day, and what is known now.
struct Standing {
  Progress morning, now;
  const MemoryModel* model = &default_model();  // of both; of what was never asked, too
};
Standing stand(const Bank& bank, const Evidence& evidence, Day today,
               const MemoryModel& model = default_model());

inline constexpr double wanted_recall = 0.9;  // of an item
inline constexpr double lost_below = 0.8;     // a point that was made last time
inline constexpr int days_after_gaps = 3;     // an answer with less than `good_from` percent of its points

// The chance that a point is made when it is asked; 0 of one that was never asked.
double recall(const PointProgress& point, Day today, const MemoryModel& model);

// The share of its points that is expected to be made.
double recall(const ItemProgress& item, Day today);

// Points made when the item was last asked, as far as they were asked at all; percent, 0 to 100. None of one
// that was rated Again.
int share_made(const ItemProgress& item);

// When it should come back, at least a day after the last answer: when the points that were asked fall to
// 90 % on average, or one that was made falls to 80 %. After an answer with less than half of its points, or
// one rated Again, it is the next day, with less than four fifths three days later at most.
Day due(const ItemProgress& item);

// Seen, and either less than four fifths of its points were made last time, or it was rated Again or Hard, or
// expected recall is below 70 %.
bool is_weak(const ItemProgress& item, Day today);

}  // namespace viva
