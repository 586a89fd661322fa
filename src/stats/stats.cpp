#include "viva/stats/stats.hpp"

#include <algorithm>
#include <deque>
#include <optional>
#include <string_view>
#include <unordered_set>

namespace viva {
namespace {

using Banks = std::unordered_set<std::string_view>;

Banks banks_of(const Bank& bank) {
  Banks banks{bank.id};
  for (const auto& item : bank.items) banks.insert(item.bank);
  return banks;
}

// Days come nearly in order, so the right one is nearly always the last.
void add_day(Stats& stats, const RatedAnswer& answer) {
  const int seconds = std::min(answer.seconds, longest_answer);
  stats.seconds += seconds;
  auto& days = stats.days;
  auto day = days.end();
  while (day != days.begin() && (day - 1)->day >= answer.day) --day;
  if (day == days.end() || day->day != answer.day) day = days.insert(day, {answer.day, 0, 0});
  ++day->answers;
  day->seconds += seconds;
}

// Replays the evidence, each answer once and in order.
class Replay {
 public:
  Replay(const Bank& bank, Stats& stats, const MemoryModel& model)
      : bank_(bank), stats_(stats), model_(model), made_(bank.items.size()) {}

  void add(const Evidence& evidence, const Evidence::Answer& answer);
  void finish();

 private:
  using Made = std::deque<bool>;  // on the last days on which a point was asked

  void add_test(const Item& item, const PointProgress& before, bool made, Day day);
  void add_asking(std::size_t item, std::size_t point, bool made);
  void add_due(const ItemProgress& progress);
  void add_missed(std::size_t item);

  const Bank& bank_;
  Stats& stats_;
  const MemoryModel& model_;
  std::vector<std::vector<Made>> made_;  // of each item's points
};

void Replay::add(const Evidence& evidence, const Evidence::Answer& answer) {
  const auto& progress = stats_.progress[answer.item];
  for (const auto& [point, grade, made] : evidence.of(answer)) {
    const auto before = progress ? progress->points[point] : PointProgress{};
    if (before.times > 0 && answer.day <= before.last) continue;
    if (before.times > 0) add_test(bank_.items[answer.item], before, made, answer.day);
    add_asking(answer.item, point, made);
  }
  replay(bank_, evidence, answer, stats_.progress, model_);
}

void Replay::add_test(const Item& item, const PointProgress& before, bool made, Day day) {
  const int recalled = made ? 1 : 0;
  for (auto* group : {&stats_.retention, &stats_.tiers[item.tier], &stats_.topics[item.topic]}) {
    ++group->tested;
    group->recalled += recalled;
  }
  const double expected = recall(before, day, model_);
  const auto bin = static_cast<std::size_t>(std::clamp(static_cast<int>(expected * 10), 0, 9));
  auto& forecasts = stats_.forecasts[bin];
  ++forecasts.tested;
  forecasts.recalled += recalled;
  forecasts.expected += expected;
}

void Replay::add_asking(std::size_t item, std::size_t point, bool made) {
  auto& points = made_[item];
  points.resize(remembered_points(bank_.items[item]));
  points[point].push_back(made);
  if (points[point].size() > askings_remembered) points[point].pop_front();
}

void Replay::add_due(const ItemProgress& progress) {
  const auto days = std::max<std::int64_t>((due(progress) - stats_.today).count(), 0);
  if (days < static_cast<std::int64_t>(stats_.due.size())) ++stats_.due[static_cast<std::size_t>(days)];
}

void Replay::add_missed(std::size_t item) {
  for (std::size_t point = 0; point < bank_.items[item].points.size(); ++point) {
    const auto& made = made_[item][point];
    const auto missed = static_cast<int>(std::ranges::count(made, false));
    if (missed > 0) stats_.missed.push_back({item, point, missed, static_cast<int>(made.size())});
  }
}

void Replay::finish() {
  for (std::size_t i = 0; i < bank_.items.size(); ++i) {
    if (!stats_.progress[i]) continue;
    ++stats_.seen;
    add_due(*stats_.progress[i]);
    add_missed(i);
  }
  for (auto& forecasts : stats_.forecasts)
    if (forecasts.tested > 0) forecasts.expected /= forecasts.tested;
  // More often first; of those, the greater part of the times.
  std::ranges::stable_sort(stats_.missed, [](const auto& a, const auto& b) {
    return a.missed != b.missed ? a.missed > b.missed : a.asked < b.asked;
  });
  if (stats_.missed.size() > most_missed) stats_.missed.resize(most_missed);
}

void add_predictions(Stats& stats, const RoundState& round, const Banks& banks) {
  for (const auto& question : round.questions) {
    if (!question.predicted || !question.mark || !banks.contains(question.bank)) continue;
    auto& predictions = stats.predictions[static_cast<std::size_t>(*question.predicted) - 1];
    ++predictions.answers;
    predictions.given += *question.mark;
  }
}

void add_rounds(Stats& stats, const std::vector<RoundState>& rounds, const Banks& banks) {
  for (const auto& round : rounds) {
    const bool ours = std::ranges::any_of(
        round.questions, [&](const auto& question) { return banks.contains(question.bank); });
    if (!ours || round.phase != RoundPhase::finished) continue;
    add_predictions(stats, round, banks);
    const auto card = score_round(round);
    if (!card.verdict) continue;
    stats.rounds.push_back({round.id, round.name, round.day, card.abandoned, *card.verdict, card.mean});
  }
  for (auto& predictions : stats.predictions)
    if (predictions.answers > 0) predictions.given /= predictions.answers;
}

}  // namespace

Stats::StudyDay Stats::on(Day day) const {
  const auto found = std::ranges::lower_bound(days, day, {}, &StudyDay::day);
  return found != days.end() && found->day == day ? *found : StudyDay{day, 0, 0};
}

Stats make_stats(const Bank& bank, AnswerLog log, const std::vector<RoundState>& rounds, Day today,
                 const MemoryModel& model, const std::optional<Fit>& fit) {
  Stats stats;
  stats.today = today;
  stats.model = model;
  stats.fit = fit;
  stats.items = bank.items.size();
  stats.progress.resize(stats.items);
  for (const auto& tier : bank.tiers) stats.tiers.push_back({tier.id, tier.name});
  for (const auto& topic : bank.topics) stats.topics.push_back({topic.id, topic.name});
  const auto banks = banks_of(bank);
  std::erase_if(log.answers, [&](const RatedAnswer& answer) { return !banks.contains(answer.bank); });
  for (const auto& answer : log.answers) {
    ++stats.answers;
    ++stats.ratings[static_cast<std::size_t>(answer.rating) - 1];
    add_day(stats, answer);
  }
  const auto evidence = find_evidence(bank, log);
  Replay replay{bank, stats, model};
  for (const auto& answer : evidence.answers) replay.add(evidence, answer);
  replay.finish();
  std::erase_if(stats.days, [&](const auto& day) { return day.day > today; });
  std::vector<Day> studied;
  for (const auto& day : stats.days) studied.push_back(day.day);
  stats.habit = habit_of(std::move(studied), today);
  add_rounds(stats, rounds, banks);
  return stats;
}

}  // namespace viva
