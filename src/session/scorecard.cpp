#include "viva/session/scorecard.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "viva/base/amount.hpp"
#include "viva/memory/score.hpp"
#include "viva/session/drill_command.hpp"

namespace viva {
namespace {

using Group = Scorecard::Group;

void add(std::vector<Group>& groups, const std::string& id, const std::string& name, int mark) {
  auto group = std::ranges::find(groups, id, &Group::id);
  if (group == groups.end()) group = groups.insert(groups.end(), {id, name});
  ++group->count;
  group->sum += mark;
}

Verdict judge(const Scorecard& card, int lowest) {
  const bool weak_tier =
      std::ranges::any_of(card.tiers, [](const Group& tier) { return tier.mean() < hire_tier_mean; });
  if (card.mean >= strong_hire_mean && lowest >= strong_hire_mark) return Verdict::strong_hire;
  if (card.mean >= hire_mean && !weak_tier) return Verdict::hire;
  return card.mean >= lean_no_mean ? Verdict::lean_no : Verdict::no;
}

Scorecard::Calibration calibrate(const RoundState& round) {
  Scorecard::Calibration calibration;
  std::vector<Group> excess;
  for (const auto& question : round.questions) {
    if (!question.predicted || !question.mark) continue;
    ++calibration.predictions;
    calibration.predicted += *question.predicted;
    calibration.given += *question.mark;
    add(excess, question.topic, question.topic_name, *question.predicted - *question.mark);
  }
  if (calibration.predictions > 0) {
    calibration.predicted /= calibration.predictions;
    calibration.given /= calibration.predictions;
  }
  std::ranges::stable_sort(excess, std::ranges::greater{}, &Group::mean);
  for (const auto& topic : excess)
    if (topic.mean() >= 0.5) calibration.overconfident.push_back(topic.name);
  return calibration;
}

// The questions that went badly, by themselves; then the weakest topics.
std::vector<std::string> what_next(const Scorecard& card, const RoundState& round) {
  auto weakest = card.topics;
  std::ranges::stable_sort(weakest, {}, &Group::mean);
  std::vector<std::string> commands;
  Filter missed;
  const auto is_new = [&](const std::string& id) {
    return std::ranges::find(missed.ids, id) == missed.ids.end();
  };
  for (const auto& question : round.questions)
    if (question.mark && *question.mark <= 2 && missed.ids.size() < 5 && is_new(question.item))
      missed.ids.push_back(question.item);
  if (!missed.ids.empty()) commands.push_back(drill_command(missed));
  for (const auto& topic : weakest) {
    if (topic.mean() >= hire_mean || commands.size() == 3) break;
    Filter filter;
    filter.topics = {topic.id};
    commands.push_back(drill_command(filter));
  }
  if (commands.empty()) commands.push_back("viva drill");
  return commands;
}

Comparison::Row row(const std::string& name, double before, double now) {
  constexpr double noticeable = 0.25 - 1e-9;  // means are rounded
  const double change = now - before;
  const auto trend = change >= noticeable    ? Trend::better
                     : change <= -noticeable ? Trend::worse
                                             : Trend::same;
  return {name, before, now, trend};
}

// How far predictions lie from marks.
std::string_view bias(double predicted, double given) {
  constexpr double noticeable = 0.25;
  if (predicted - given >= noticeable) return "too hopeful";
  if (given - predicted >= noticeable) return "too modest";
  return "well judged";
}

}  // namespace

std::string mean_words(double mean) { return fmt::format("{:.1f}", std::floor(mean * 10 + 1e-9) / 10); }

std::string describe_predictions(int predictions, double predicted, double given) {
  return fmt::format("Over {} you expected {} and then gave {}: {}.", counted(predictions, "answer"),
                     mean_words(predicted), mean_words(given), bias(predicted, given));
}

std::string_view verdict_name(Verdict verdict) { return mark_name(static_cast<int>(verdict)); }

Scorecard score_round(const RoundState& round) {
  Scorecard card;
  card.abandoned = round.abandoned;
  int sum = 0, lowest = 4;
  for (const auto& question : round.questions) {
    if (question.reach == Reach::gone) ++card.gone;
    if (question.reach == Reach::not_reached) ++card.not_reached;
    if (question.reach == Reach::reached) {
      card.used += question.used;
      card.budget += question.budget;
    }
    if (!question.mark) {
      if (question.reach != Reach::gone) ++card.unscored;
      continue;
    }
    ++card.marked;
    sum += *question.mark;
    lowest = std::min(lowest, *question.mark);
    add(card.tiers, question.tier, question.tier_name, *question.mark);
    add(card.topics, question.topic, question.topic_name, *question.mark);
  }
  card.calibration = calibrate(round);
  if (card.marked == 0) {
    card.next = {"viva drill"};
    return card;
  }
  card.mean = static_cast<double>(sum) / card.marked;
  card.verdict = judge(card, lowest);
  card.next = what_next(card, round);
  return card;
}

Comparison compare(const Scorecard& before, const Scorecard& now) {
  Comparison comparison{row("All", before.mean, now.mean), {}};
  for (const auto& tier : now.tiers)
    if (const auto same = std::ranges::find(before.tiers, tier.id, &Group::id); same != before.tiers.end())
      comparison.tiers.push_back(row(tier.name, same->mean(), tier.mean()));
  return comparison;
}

}  // namespace viva
