#include "render/scorecard_markdown.hpp"

#include <fmt/format.h>

#include <string_view>

#include "base/escape.hpp"
#include "render/markdown_parts.hpp"
#include "render/scorecard_words.hpp"
#include "viva/base/amount.hpp"
#include "viva/base/text.hpp"
#include "viva/memory/score.hpp"

namespace viva {
namespace {

using Group = Scorecard::Group;

std::string md(std::string_view text) { return escape_markdown(text); }

std::string head(const RoundState& round) {
  return fmt::format("# {}\n\n{} · {} · {} · seed {} · round {}\n", md(round.name), format_day(round.day),
                     length_in_minutes(round.seconds), counted(round.questions.size(), "question"),
                     round.seed, md(round.id));
}

std::string verdict(const RoundState& round, const Scorecard& card) {
  auto text = card.verdict ? fmt::format("\n**{}**: {} of 4. {}\n", verdict_name(*card.verdict),
                                         mean_words(card.mean), md(gate_words(card)))
                           : std::string{"\n**No verdict**\n"};
  const auto said = exceptions(round, card);
  if (!said.empty()) text += '\n';
  for (const auto& exception : said) text += fmt::format("- {}\n", md(exception));
  return text;
}

std::string groups(std::string_view heading, std::string_view what, const std::vector<Group>& groups) {
  if (groups.empty()) return {};
  auto text = fmt::format("\n## {}\n\n| {} | Mean | Questions |\n|---|--:|--:|\n", heading, what);
  for (const auto& group : groups)
    text += fmt::format("| {} | {} | {} |\n", md(group.name), mean_words(group.mean()), group.count);
  return text;
}

std::string points_words(const RoundQuestion& question) {
  if (question.reach != Reach::reached || !question.mark || question.points == 0) return "";
  return fmt::format("{} of {}", question.ticked.size(), question.points);
}

std::string questions(const RoundState& round, const Scorecard& card) {
  if (round.questions.empty()) return {};
  std::string text =
      "\n## Questions\n\n"
      "| | Question | Tier | Topic | Mark | Expected | Points | Time | |\n"
      "|--:|---|---|---|---|---|---|---|---|\n";
  std::size_t number = 0;
  for (const auto& question : round.questions)
    text += fmt::format("| {} | {} | {} | {} | {} | {} | {} | {} | {} |\n", ++number, md(question.item),
                        md(question.tier_name), md(question.topic_name), mark_words(question),
                        question.predicted ? mark_name(*question.predicted) : "", points_words(question),
                        time_words(question), over_words(question));
  return text + fmt::format("\n{}\n", time_words(round, card));
}

std::string calibration(const Scorecard& card) {
  if (card.marked == 0) return {};
  std::string text = "\n## Calibration\n\n";
  for (const auto& sentence : calibration_words(card)) text += fmt::format("- {}\n", md(sentence));
  return text;
}

std::string comparison_table(const Comparison& comparison) {
  std::string text = "\n## Since the last time\n\n| | Then | Now | |\n|---|--:|--:|---|\n";
  const auto add = [&](const Comparison::Row& row) {
    text += fmt::format("| {} | {} | {} | {} |\n", md(row.name), mean_words(row.before), mean_words(row.now),
                        trend_words(row.trend));
  };
  add(comparison.whole);
  for (const auto& tier : comparison.tiers) add(tier);
  return text;
}

// As code by indentation: nothing in a command can end it.
std::string next_steps(const Scorecard& card) {
  std::string text = "\n## Next\n\n";
  for (const auto& command : card.next) text += fmt::format("    {}\n", printable(command));
  return text;
}

std::string quote_of(std::string_view typed) { return write_markdown({{Quote{read_markdown(typed)}}}); }

std::string answers(const RoundState& round) {
  std::string text;
  int number = 0;
  for (const auto& question : round.questions) {
    text += '\n' + markdown_question(++number, question.prompt);
    if (!question.answer.empty()) text += '\n' + quote_of(question.answer);
    if (!question.reply.empty()) text += "\nTo the follow-up:\n\n" + quote_of(question.reply);
  }
  return text.empty() ? text : "\n## Answers\n" + text;
}

}  // namespace

std::string scorecard_markdown(const RoundState& round, const Scorecard& card,
                               const std::optional<Comparison>& comparison) {
  return head(round) + verdict(round, card) + groups("Tiers", "Tier", card.tiers) +
         groups("Topics", "Topic", card.topics) + questions(round, card) + calibration(card) +
         (comparison ? comparison_table(*comparison) : "") + next_steps(card) + answers(round);
}

}  // namespace viva
