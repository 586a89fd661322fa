// The past: what the history holds, read once at the beginning of a command. Where it cannot be read, a
// message says so and the command goes on as if what is missing had never been. Commands that show the
// history itself open it themselves, and fail.
#pragma once

#include <vector>

#include "cli/shell.hpp"
#include "store/history.hpp"

namespace viva {

// latest: some, which are enough to find the last verdict, the round of its preset before it, and the
// unfinished round. all: and the reviews in full, since a round shows what was typed in earlier ones.
enum class PastRounds { none, latest, all };

struct Past {
  AnswerLog log;
  std::vector<Review> reviews;               // the same in full; with PastRounds::all
  std::vector<RoundState> rounds;            // by when they were begun
  std::vector<InterviewSetting> interviews;  // by day, past ones too
};

Past load_past(const Shell& shell, PastRounds rounds = PastRounds::all);

std::vector<Interview> interviews_of(const std::vector<InterviewSetting>& settings);

}  // namespace viva
