#include "viva/stats/stats.hpp"

#include <algorithm>
#include <deque>
#include <map>
#include <optional>
#include <string_view>
#include <unordered_set>

#include "bank/item_index.hpp"

namespace viva {
namespace {

using Banks = std::unordered_set<std::string_view>;

Banks banks_of(const Bank& bank) {
  Banks banks{bank.id};
  for (const auto& item : bank.items) banks.insert(item.bank);
  return banks;
}

// Replays the reviews, each added once and in order.
class Replay {
 public:
  Replay(const Bank& bank, Stats& stats)
      : bank_(bank), stats_(stats), missed_(bank.items.size()), index_(bank) {}

  void add(const Review& review);
  void finish();

 private:
  using Missed = std::deque<std::vector<int>>;  // points, of the last answers whose ticks tell

  void add_day(const Review& review);
  void add_test(const Item& item, const ItemProgress& before, const Review& review);
  void add_ticks(std::size_t item, const Review& review);
  void add_due(const ItemProgress& progress);
  void add_missed(std::size_t item);

  const Bank& bank_;
  Stats& stats_;
  std::vector<Missed> missed_;  // of each item
  ItemIndex index_;
};

void Replay::add(const Review& review) {
  ++stats_.answers;
  ++stats_.ratings[static_cast<std::size_t>(review.rating) - 1];
  add_day(review);
  const auto item = index_.find(review.bank, review.item);
  if (!item) return;
  auto& progress = stats_.progress[*item];
  if (progress)
    add_test(bank_.items[*item], *progress, review);
  else
    progress.emplace();
  progress->add(review.rating, review.day);
  add_ticks(*item, review);
}

// Days come nearly in order, so the right one is nearly always the last.
void Replay::add_day(const Review& review) {
  const int seconds = std::min(review.seconds, longest_answer);
  stats_.seconds += seconds;
  auto& days = stats_.days;
  auto day = days.end();
  while (day != days.begin() && (day - 1)->day >= review.day) --day;
  if (day == days.end() || day->day != review.day) day = days.insert(day, {review.day, 0, 0});
  ++day->answers;
  day->seconds += seconds;
}

void Replay::add_test(const Item& item, const ItemProgress& before, const Review& review) {
  if (review.day <= before.last) return;
  const int recalled = review.rating == Rating::again ? 0 : 1;
  for (auto* group : {&stats_.retention, &stats_.tiers[item.tier], &stats_.topics[item.topic]}) {
    ++group->tested;
    group->recalled += recalled;
  }
  const double expected = recall(before, review.day);
  const auto bin = static_cast<std::size_t>(std::clamp(static_cast<int>(expected * 10), 0, 9));
  auto& forecasts = stats_.forecasts[bin];
  ++forecasts.tested;
  forecasts.recalled += recalled;
  forecasts.expected += expected;
}

void Replay::add_ticks(std::size_t item, const Review& review) {
  if (!ticks_tell(review, bank_.items[item].points.size())) return;
  missed_[item].push_back(missed_points(review));
  if (missed_[item].size() > answers_remembered) missed_[item].pop_front();
}

void Replay::add_due(const ItemProgress& progress) {
  const auto days = std::max<std::int64_t>((due(progress) - stats_.today).count(), 0);
  if (days < static_cast<std::int64_t>(stats_.due.size())) ++stats_.due[static_cast<std::size_t>(days)];
}

void Replay::add_missed(std::size_t item) {
  const auto answers = static_cast<int>(missed_[item].size());
  std::map<int, int> times;  // of each point
  for (const auto& points : missed_[item])
    for (const int point : points) ++times[point];
  for (const auto& [point, missed] : times) stats_.missed.push_back({item, point, missed, answers});
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
  // More often first; of those, the greater part of the answers.
  std::ranges::stable_sort(stats_.missed, [](const auto& a, const auto& b) {
    return a.missed != b.missed ? a.missed > b.missed : a.answers < b.answers;
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

Stats make_stats(const Bank& bank, const std::vector<Review>& reviews, const std::vector<RoundState>& rounds,
                 Day today) {
  Stats stats;
  stats.today = today;
  stats.items = bank.items.size();
  stats.progress.resize(stats.items);
  for (const auto& tier : bank.tiers) stats.tiers.push_back({tier.id, tier.name});
  for (const auto& topic : bank.topics) stats.topics.push_back({topic.id, topic.name});
  const auto banks = banks_of(bank);
  Replay replay{bank, stats};
  for (const auto& review : reviews)
    if (banks.contains(review.bank)) replay.add(review);
  replay.finish();
  std::erase_if(stats.days, [&](const auto& day) { return day.day > today; });
  std::vector<Day> studied;
  for (const auto& day : stats.days) studied.push_back(day.day);
  stats.habit = habit_of(std::move(studied), today);
  add_rounds(stats, rounds, banks);
  return stats;
}

}  // namespace viva
