#include "render/scorecard_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "viva/base/amount.hpp"
#include "viva/memory/score.hpp"

namespace viva {
namespace {

std::string weak_tiers(const Scorecard& card) {
  std::vector<std::string> weak;
  for (const auto& tier : card.tiers)
    if (tier.mean() < hire_tier_mean)
      weak.push_back(fmt::format("{} is at {}", tier.name, mean_words(tier.mean())));
  return weak.empty() ? "" : "; " + listed(weak);
}

}  // namespace

int over(const RoundQuestion& question) {
  return question.reach == Reach::reached ? std::max(question.used - question.budget, 0) : 0;
}

std::string listed(const std::vector<std::string>& words) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i)
    text += fmt::format("{}{}", i == 0 ? "" : i + 1 == words.size() ? " and " : ", ", words[i]);
  return text;
}

std::string round_words(const RoundState& round, Day today) {
  return fmt::format("{} · {} · {}", name_day(round.day, today), length_in_minutes(round.seconds),
                     counted(round.questions.size(), "question"));
}

std::string gate_words(const Scorecard& card) {
  if (!card.verdict) return {};
  switch (*card.verdict) {
    case Verdict::strong_hire:
      return fmt::format("A mean of {:.1f} or more, and no answer below {}.", strong_hire_mean,
                         mark_name(strong_hire_mark));
    case Verdict::hire:
      return fmt::format("Strong hire takes a mean of {:.1f} and no answer below {}.", strong_hire_mean,
                         mark_name(strong_hire_mark));
    case Verdict::lean_no:
    case Verdict::no: break;
  }
  return fmt::format("Hire takes a mean of {:.1f} and no tier below {:.1f}{}.", hire_mean, hire_tier_mean,
                     weak_tiers(card));
}

std::vector<std::string> exceptions(const RoundState& round, const Scorecard& card) {
  std::vector<std::string> said;
  const auto say = [&](int count, std::string_view one, std::string_view many) {
    if (count > 0) said.push_back(fmt::format("{} {}", counted(count, "question"), count == 1 ? one : many));
  };
  if (card.abandoned) said.emplace_back("The round was abandoned; what was scored until then counts.");
  if (round.phase != RoundPhase::finished) said.emplace_back("The round is not over yet.");
  say(card.not_reached, "was not reached: it counts as No.", "were not reached: each counts as No.");
  say(card.unscored, "was not scored and does not count.", "were not scored and do not count.");
  say(card.gone, "is no longer in the bank and does not count.",
      "are no longer in the bank and do not count.");
  return said;
}

std::string time_words(const RoundState& round, const Scorecard& card) {
  const auto late = std::ranges::count_if(round.questions, [](const auto& q) { return over(q) > 0; });
  return fmt::format("Answers took {} of their {}; {} went over.", minutes_and_seconds(card.used),
                     minutes_and_seconds(card.budget), late == 0 ? "none" : fmt::format("{}", late));
}

std::vector<std::string> calibration_words(const Scorecard& card) {
  const auto& [predictions, predicted, given, overconfident] = card.calibration;
  if (card.marked == 0) return {};
  if (predictions == 0) return {"No mark was predicted, so there is nothing to compare."};
  std::vector<std::string> said{describe_predictions(predictions, predicted, given)};
  if (!overconfident.empty()) said.push_back(fmt::format("Over-confident in {}.", listed(overconfident)));
  return said;
}

std::string mark_words(const RoundQuestion& question) {
  if (question.reach == Reach::gone) return "left out";
  return question.mark ? std::string{mark_name(*question.mark)} : "not scored";
}

std::string time_words(const RoundQuestion& question) {
  switch (question.reach) {
    case Reach::reached: break;
    case Reach::waiting: return "not asked";
    case Reach::not_reached: return "not reached";
    case Reach::gone: return "no longer in the bank";
  }
  return fmt::format("{} of {}", minutes_and_seconds(question.used), minutes_and_seconds(question.budget));
}

std::string over_words(const RoundQuestion& question) {
  return over(question) > 0 ? minutes_and_seconds(over(question)) + " over" : "";
}

std::string_view trend_words(Trend trend) {
  switch (trend) {
    case Trend::better: return "better";
    case Trend::same: return "same";
    case Trend::worse: return "worse";
  }
  return "";
}

std::string tiers_words(const RoundState& round) {
  std::vector<std::pair<std::string, int>> tiers;
  for (const auto& question : round.questions) {
    auto found = std::ranges::find(tiers, question.tier_name, &std::pair<std::string, int>::first);
    if (found == tiers.end()) found = tiers.insert(found, {question.tier_name, 0});
    ++found->second;
  }
  std::string text;
  for (const auto& [name, count] : tiers)
    text += fmt::format("{}{} {}", text.empty() ? "" : ", ", count, name);
  return text;
}

}  // namespace viva
