// Statistics: what the history says of one's memory, judgement and time. Derived by replay from the reviews
// and rounds of the banks in use, never stored; the same history and day give the same statistics.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "viva/bank/bank.hpp"
#include "viva/memory/fit.hpp"
#include "viva/memory/habit.hpp"
#include "viva/memory/progress.hpp"
#include "viva/memory/review.hpp"
#include "viva/session/round_state.hpp"
#include "viva/session/scorecard.hpp"

namespace viva {

struct Stats {
  // A day with answers. An answer counts as half an hour at most.
  struct StudyDay {
    Day day{};
    int answers = 0, seconds = 0;
  };

  // True retention. Tested: points that were asked again, at least a day after the last time. Recalled: those
  // of them that were made.
  struct Retention {
    std::string id, name;
    int tested = 0, recalled = 0;
    double share() const { return tested == 0 ? 0 : static_cast<double>(recalled) / tested; }
  };

  // Tested points of which the memory model expected about the same recall.
  struct RecallBin {
    int tested = 0, recalled = 0;
    double expected = 0;  // mean chance of recall; 0 where nothing was tested
    double share() const { return tested == 0 ? 0 : static_cast<double>(recalled) / tested; }
  };

  // Answers of rounds, by the mark one predicted.
  struct Predictions {
    int answers = 0;
    double given = 0;  // mean mark; 0 without answers
  };

  struct Round {
    std::string id, name;
    Day day{};
    bool abandoned = false;
    Verdict verdict{};
    double mean = 0;
  };

  // A point that was missed on some of the last days on which it was asked.
  struct MissedPoint {
    std::size_t item = 0, point = 0;  // indexes into Bank::items and Item::points
    int missed = 0, asked = 0;        // days
  };

  Day today{};
  std::size_t items = 0, seen = 0;  // of the bank
  Progress progress;                // as replay() has it
  int answers = 0;                  // also to items that the bank no longer has
  std::int64_t seconds = 0;
  Habit habit;
  std::vector<StudyDay> days;              // with answers, ascending, up to today
  Retention retention;                     // of all items; without id and name
  std::vector<Retention> tiers, topics;    // in the bank's order
  std::array<int, 4> ratings{};            // answers rated Again to Easy
  std::array<RecallBin, 10> forecasts;     // by expected recall: below 10 %, from 10 %, ... from 90 %
  std::array<Predictions, 4> predictions;  // by predicted mark, 1 to 4
  std::array<int, 14> due{};               // items due today (or before), tomorrow, ...
  std::vector<Round> rounds;               // finished, with a verdict, in the order they were begun
  std::vector<MissedPoint> missed;         // most missed first
  MemoryModel model;                       // in use
  std::optional<Fit> fit;                  // how it came about; none: its parameters are one's own

  StudyDay on(Day day) const;  // without answers where it is none of `days`
};

inline constexpr int askings_remembered = 5;    // of a point, to tell how often it was missed
inline constexpr std::size_t most_missed = 10;  // of Stats::missed

// Answers of other banks do not count, nor rounds that asked nothing of these. `model` outlives the
// statistics.
Stats make_stats(const Bank& bank, AnswerLog log, const std::vector<RoundState>& rounds, Day today,
                 const MemoryModel& model = default_model(), const std::optional<Fit>& fit = Fit{});

}  // namespace viva
