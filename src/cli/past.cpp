#include "cli/past.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "viva/base/error.hpp"

namespace viva {
namespace {

std::vector<RoundState> latest_rounds(const History& history) {
  constexpr std::size_t most = 12;
  auto rounds = history.last_rounds(most);
  const auto open = history.open_round();
  if (open && std::ranges::find(rounds, open->id, &RoundState::id) == rounds.end())
    rounds.insert(rounds.begin(), *open);
  return rounds;
}

}  // namespace

Past load_past(const Shell& shell, PastRounds rounds) {
  Past past;
  const char* missing = "no question had been asked yet";
  try {
    const History history{shell.history_file(), History::Access::read};
    if (rounds == PastRounds::all) past.reviews = history.reviews();
    past.log = rounds == PastRounds::all ? log_of(past.reviews) : history.answers();
    missing = "there had been no round yet";
    if (rounds != PastRounds::none)
      past.rounds = rounds == PastRounds::all ? history.rounds() : latest_rounds(history);
    missing = "no interview were set";
    past.interviews = history.interview_settings();
  } catch (const Error& error) {
    shell.terminal().complain(fmt::format("{}\nGoing on as if {}.", error.what(), missing));
  }
  return past;
}

std::vector<Interview> interviews_of(const std::vector<InterviewSetting>& settings) {
  std::vector<Interview> interviews;
  for (const auto& setting : settings) interviews.push_back(setting.set.value());
  return interviews;
}

}  // namespace viva
