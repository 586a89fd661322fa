// What the memory model expects of a review that has not happened: the average over the ratings it may get.
// Ratings are expected as in the published defaults of the model's simulator (fsrs-rs, SimulatorConfig),
// which are not trained on anyone in particular.
#pragma once

#include <array>

#include "viva/memory/fsrs.hpp"

namespace viva {

// The chance of each rating, Again to Easy. Together they are 1.
using RatingChances = std::array<double, 4>;

inline constexpr RatingChances first_chances{0.24, 0.094, 0.495, 0.171};

// Of another review, where recall is this likely: what is remembered is Hard .224, Good .631, Easy .145.
RatingChances next_chances(double recall);

// Recall `days` whole days after a review. A review on the day itself counts as half a day old.
double recall_on_the_day(const fsrs::Memory& memory, int days);

// Expected recall `days` after a first review.
double expected_first(int days);

// Expected recall `days` after another review, which comes `waited` days (at least 1) after the last.
double expected_next(const fsrs::Memory& memory, int waited, int days);

// The one memory that stands for all that may follow from a review: its recall after `days` is `recall`, the
// expected one, and its difficulty the average.
fsrs::Memory first_memory(double recall, int days);
fsrs::Memory next_memory(const fsrs::Memory& memory, int waited, double recall, int days);

}  // namespace viva
