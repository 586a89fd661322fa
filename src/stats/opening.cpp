#include "viva/stats/opening.hpp"

#include <algorithm>

#include "viva/memory/progress.hpp"
#include "viva/plan/request.hpp"

namespace viva {
namespace {

std::optional<Interview> interview_that_counts(const std::vector<Interview>& interviews, Day today) {
  if (const auto* next = next_interview(interviews, today)) return *next;
  if (interviews.empty()) return std::nullopt;
  return *std::ranges::max_element(interviews, {}, &Interview::day);
}

std::optional<Opening::LastRound> last_round(const std::vector<RoundState>& rounds) {
  for (auto round = rounds.rbegin(); round != rounds.rend(); ++round) {
    if (round->phase != RoundPhase::finished || round->abandoned) continue;
    const auto card = score_round(*round);
    if (!card.verdict) continue;
    Opening::LastRound last{round->preset, round->day, card.mean, std::nullopt};
    if (const auto* before = round_before(rounds, *round))
      last.trend = compare(score_round(*before), card).whole.trend;
    return last;
  }
  return std::nullopt;
}

void count_days(Opening& opening, const std::vector<RatedAnswer>& answers) {
  std::vector<Day> studied;
  for (const auto& answer : answers) {
    if (studied.empty() || studied.back() != answer.day) studied.push_back(answer.day);
    if (answer.day == opening.today) ++opening.answered;
  }
  opening.seconds = seconds_spent(answers, opening.today);
  opening.habit = habit_of(std::move(studied), opening.today);
}

}  // namespace

Opening make_opening(const Bank& bank, const Standing& standing, const Today& work,
                     const std::vector<RatedAnswer>& answers, const std::vector<RoundState>& rounds,
                     const std::vector<Interview>& interviews) {
  Opening opening;
  opening.today = work.day;
  opening.no_history = answers.empty() && rounds.empty();
  opening.interview = interview_that_counts(interviews, work.day);
  const auto on = opening.has_interview_ahead() ? opening.interview->day : work.day;
  opening.readiness = assess_readiness(bank, standing.now, work.day, on);
  opening.work = work;
  opening.next = next_step(bank, work);
  count_days(opening, answers);
  opening.round = last_round(rounds);
  if (const auto* open = find_open_round(rounds)) opening.unfinished = *open;
  return opening;
}

}  // namespace viva
