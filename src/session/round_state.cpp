#include "viva/session/round_state.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace viva {
namespace {

RoundQuestion make_question(const Bank& bank, const Item& item) {
  RoundQuestion question;
  question.bank = item.bank;
  question.item = item.id;
  question.tier = bank.tiers[item.tier].id;
  question.tier_name = bank.tiers[item.tier].name;
  question.topic = bank.topics[item.topic].id;
  question.topic_name = bank.topics[item.topic].name;
  question.prompt = item.prompt;
  question.points = static_cast<int>(item.points.size());
  question.asked = point_keys(item.points);
  return question;
}

}  // namespace

bool is_asking(RoundPhase phase) {
  return phase == RoundPhase::answering || phase == RoundPhase::follow_up || phase == RoundPhase::predicting;
}

bool is_open(const RoundState& round) {
  return round.phase != RoundPhase::ready && round.phase != RoundPhase::finished;
}

const RoundState* find_open_round(const std::vector<RoundState>& rounds) {
  const auto open = std::find_if(rounds.rbegin(), rounds.rend(), is_open);
  return open == rounds.rend() ? nullptr : &*open;
}

std::chrono::seconds time_left(const RoundState& round) {
  return std::chrono::floor<std::chrono::seconds>(round.deadline - round.saved);
}

int time_used(const RoundState& round) {
  const auto spent = std::min(round.seen, round.deadline) - round.shown;
  return static_cast<int>(std::max(std::chrono::floor<std::chrono::seconds>(spent).count(), std::int64_t{0}));
}

void close_round(RoundState& round) {
  if (round.phase == RoundPhase::answering) round.questions[round.current].used = time_used(round);
  round.abandoned = true;
  round.paused = false;
  round.phase = RoundPhase::finished;
}

std::vector<int> times_asked(const Bank& bank, const std::vector<RoundState>& rounds) {
  std::map<std::pair<std::string_view, std::string_view>, int> asked;
  for (const auto& round : rounds)
    for (const auto& question : round.questions)
      if (question.reach == Reach::reached) ++asked[{question.bank, question.item}];
  std::vector<int> times;
  for (const auto& item : bank.items) {
    const auto found = asked.find({item.bank, item.id});
    times.push_back(found == asked.end() ? 0 : found->second);
  }
  return times;
}

const RoundState* round_before(const std::vector<RoundState>& rounds, const RoundState& round) {
  const RoundState* last = nullptr;
  for (const auto& other : rounds)
    if (other.phase == RoundPhase::finished && !other.abandoned && other.preset == round.preset &&
        other.name == round.name && other.begun < round.begun && (!last || other.begun > last->begun))
      last = &other;
  return last;
}

RoundState new_round(const Bank& bank, const Draw& draw, std::uint64_t seed, bool relaxed, bool follow_ups,
                     Random& ids, Now now) {
  RoundState state;
  state.id = random_id(ids);
  state.preset = draw.preset;
  state.name = draw.name;
  state.seed = seed;
  state.seconds = draw.seconds;
  state.relaxed = relaxed;
  state.day = now.day;
  state.begun = state.seen = state.saved = now.at;
  int planned = 0;
  for (const auto i : draw.items) planned += bank.items[i].minutes;
  Random probes{seed};
  for (const auto i : draw.items) {
    const auto& item = bank.items[i];
    auto question = make_question(bank, item);
    question.budget = std::max(1, static_cast<int>(std::int64_t{draw.seconds} * item.minutes / planned));
    if (follow_ups && !item.follow_ups.empty())
      question.follow_up = static_cast<int>(below(probes, item.follow_ups.size()));
    state.questions.push_back(std::move(question));
  }
  return state;
}

std::vector<Review> earlier_answers(const std::vector<Review>& reviews, const RoundState& round,
                                    const RoundQuestion& question) {
  std::vector<Review> found;
  for (const auto& review : reviews)
    if (review.mode == Mode::round && !review.answer.empty() && review.round != round.id &&
        review.item == question.item && review.bank == question.bank && review.at < round.begun)
      found.push_back(review);
  std::ranges::stable_sort(found, std::ranges::greater{}, &Review::at);
  return found;
}

}  // namespace viva
