// FSRS-6, the memory model: how long an item is remembered, from the ratings and the days between them.
// Formulas: the "The Algorithm" page of the Free Spaced Repetition Scheduler's project, version 6; where
// implementations differ, fsrs-rs is followed. Doubles throughout; only intervals are rounded.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "viva/memory/review.hpp"

namespace viva::fsrs {

// stability: days until recall falls to 90 %, 0.001 to 36500. difficulty: 1 to 10.
struct Memory {
  double stability = 0;
  double difficulty = 0;

  friend bool operator==(const Memory&, const Memory&) = default;
};

// The 21 parameters w0 to w20, with what follows from them alone.
struct Parameters {
  std::array<double, 21> w;
  double decay;            // -w20
  double factor;           // 0.9^(1/decay) - 1, so that recall is 0.9 when days equal stability
  double growth;           // e^w8
  double lapse_ceiling;    // e^(-w17 w18): a lapse leaves at most this share of the stability
  double easy_difficulty;  // difficulty of a first Easy before it is clamped: what reviews drift towards

  explicit Parameters(const std::array<double, 21>& weights);
};

// The 21 numbers as Anki shows them, separated by commas or spaces; the error says what is wrong.
struct ReadParameters {
  std::optional<Parameters> parameters;
  std::string error;
};
ReadParameters read_parameters(std::string_view text);

// The published defaults. They are not trained on anyone in particular.
const Parameters& defaults();

// Memory after a first review.
Memory first(Rating rating, const Parameters& parameters = defaults());

// Memory after another review, `days` whole study days later (0: the same day; never negative).
Memory after(Memory memory, Rating rating, int days, const Parameters& parameters = defaults());

// The same for each rating, Again to Easy; what they share is computed once.
std::array<Memory, 4> after_each(Memory memory, int days, const Parameters& parameters = defaults());

// Probability of recall after `days` (may be fractional, not negative).
double retrievability(double days, double stability, const Parameters& parameters = defaults());

// The stability at which recall after `days` (above 0) is `recall` (above 0, at most 1).
double stability_for(double recall, double days, const Parameters& parameters = defaults());

// Whole days until recall falls to `wanted` (above 0, below 1), 1 to `maximum`.
int interval(double stability, double wanted = 0.9, int maximum = 36500,
             const Parameters& parameters = defaults());

}  // namespace viva::fsrs
