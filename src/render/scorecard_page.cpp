#include "render/scorecard_page.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "render/chart.hpp"
#include "render/keys.hpp"
#include "render/scorecard_words.hpp"
#include "viva/base/amount.hpp"
#include "viva/base/text.hpp"

namespace viva {
namespace {

using Group = Scorecard::Group;

// Below so many columns a row of a table takes two lines.
constexpr int narrow_card = 64;

// Columns of the bars of a scorecard, which all stand below each other.
struct CardChart {
  int label, bar;
};

Style style_of(double mark) { return mark >= 3 ? Style::good : mark >= 2 ? Style::warn : Style::bad; }

std::string verdict_words(const Scorecard& card) {
  if (!card.verdict) return "NO VERDICT";
  std::string text{verdict_name(*card.verdict)};
  for (char& c : text)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return text;
}

CardChart lay_out(const Scorecard& card, int columns) {
  constexpr int gaps = 6, longest_bar = 28;
  int label = width(verdict_words(card));
  for (const auto* groups : {&card.tiers, &card.topics})
    for (const auto& group : *groups) label = std::max(label, width(printable(group.name)));
  const int numbers = width("2.6") + (columns < narrow_card ? width(" of 4") : width("   12 questions"));
  const int room = std::max(columns - gaps - numbers, 20);
  label = std::min(label, room - std::min(room / 3, longest_bar));
  const int bar = std::min(room - label, longest_bar);
  return {label, bar - bar % 4};  // so that a mark is a whole number of blocks
}

void add_sentence(Page& page, std::string_view sentence, int columns, Style style = Style::plain) {
  add_wrapped(page, {{"  "}}, sentence, columns, style);
}

void add_title(Page& page, const RoundState& round, Day today, int columns) {
  add_wrapped(page, {}, round.name, columns, Style::strong);
  add_wrapped(page, {}, round_words(round, today), columns, Style::dim);
}

void add_verdict(Page& page, const RoundState& round, const Scorecard& card, const CardChart& chart,
                 int columns) {
  page.push_back({});
  Line line{{"  "}, {verdict_words(card), Style::strong}};
  if (card.verdict) {
    const auto padding = static_cast<std::size_t>(std::max(chart.label - width(line.back().text), 0) + 2);
    line.push_back({std::string(padding, ' ')});
    line.push_back({share_bar(card.mean / 4, chart.bar), style_of(static_cast<int>(*card.verdict))});
    line.push_back({fmt::format("  {} of 4", mean_words(card.mean)), Style::strong});
  }
  page.push_back(std::move(line));
  page.push_back({});
  if (round.questions.empty()) add_sentence(page, "The round has no questions.", columns);
  if (card.verdict) add_sentence(page, gate_words(card), columns);
  for (const auto& exception : exceptions(round, card)) add_sentence(page, exception, columns);
}

void add_groups(Page& page, std::string_view heading, const std::vector<Group>& groups,
                const CardChart& chart, int columns) {
  if (groups.empty()) return;
  add_heading(page, heading);
  for (const auto& group : groups)
    page.push_back({{fmt::format("  {}  ", fit(group.name, chart.label))},
                    {share_bar(group.mean() / 4, chart.bar), style_of(group.mean())},
                    {fmt::format("  {}", mean_words(group.mean()))},
                    {columns < narrow_card ? "" : "   " + counted(group.count, "question"), Style::dim}});
}

Span mark_span(const RoundQuestion& question, int columns) {
  const bool counts = question.mark && question.reach != Reach::gone;
  return {fit(mark_words(question), columns), counts ? style_of(*question.mark) : Style::dim};
}

// One line, or two where that is too long.
void add_question(Page& page, const RoundQuestion& question, std::size_t number, int id, int columns) {
  constexpr int mark = 11, time = 14;
  const bool wide = columns >= narrow_card;
  Line row{{fmt::format("  {:>2}  ", number), Style::dim}};
  if (wide) {
    row.push_back({fit(question.item, id)});
  } else {
    row.push_back({clip(question.item, id)});
    page.push_back(std::move(row));
    row = {{"    "}};
  }
  row.push_back({"  "});
  row.push_back(mark_span(question, mark));
  const auto spent = time_words(question);
  row.push_back({"  " + (wide && over(question) > 0 ? fit(spent, time) : spent)});
  if (over(question) > 0)
    row.push_back(
        {"  " + (wide ? over_words(question) : "+" + minutes_and_seconds(over(question))), Style::warn});
  page.push_back(std::move(row));
}

void add_questions(Page& page, const RoundState& round, const Scorecard& card, int columns) {
  if (round.questions.empty()) return;
  add_heading(page, "Questions");
  int id = 0;
  for (const auto& question : round.questions) id = std::max(id, width(printable(question.item)));
  id = std::min(id, columns >= narrow_card ? columns - 47 : columns - 6);
  std::size_t number = 0;
  for (const auto& question : round.questions) add_question(page, question, ++number, id, columns);
  page.push_back({});
  add_sentence(page, time_words(round, card), columns);
}

std::string verdict_change(const RoundState& before, const RoundState& now) {
  const auto word = [](const RoundState& round) {
    const auto verdict = score_round(round).verdict;
    return verdict ? verdict_name(*verdict) : "no verdict";
  };
  if (word(before) == word(now)) return fmt::format("{} then and now.", word(now));
  return fmt::format("{} then, {} now.", word(before), word(now));
}

Style style_of(Trend trend) {
  return trend == Trend::better ? Style::good : trend == Trend::worse ? Style::bad : Style::dim;
}

}  // namespace

Page scorecard_page(const RoundState& round, const Scorecard& card, Day today, int columns) {
  const auto chart = lay_out(card, columns);
  Page page;
  page.push_back({});
  add_title(page, round, today, columns);
  add_verdict(page, round, card, chart, columns);
  add_groups(page, "Tiers", card.tiers, chart, columns);
  add_groups(page, "Topics", card.topics, chart, columns);
  add_questions(page, round, card, columns);
  if (card.marked > 0) add_heading(page, "Calibration");
  for (const auto& sentence : calibration_words(card)) add_sentence(page, sentence, columns);
  add_heading(page, "Next");
  for (const auto& command : card.next) add_command(page, command, columns);
  return page;
}

Page comparison_page(const RoundState& before, const RoundState& now, const Comparison& comparison, Day today,
                     int columns) {
  Page page;
  page.push_back({});
  add_wrapped(
      page, {},
      fmt::format("Compared with {}, {}", name_day(before.day, today), describe_day(before.day, today)),
      columns, Style::strong);
  add_sentence(page, verdict_change(before, now), columns);
  page.push_back({});
  int label = width("All");
  for (const auto& tier : comparison.tiers) label = std::max(label, width(printable(tier.name)));
  label = std::min(label, columns - 23);
  page.push_back({{fmt::format("  {}  then   now", fit("", label)), Style::dim}});
  const auto add = [&](const Comparison::Row& row) {
    page.push_back({{fmt::format("  {}   {}   {}   ", fit(row.name, label), mean_words(row.before),
                                 mean_words(row.now))},
                    {std::string{trend_words(row.trend)}, style_of(row.trend)}});
  };
  add(comparison.whole);
  for (const auto& tier : comparison.tiers) add(tier);
  return page;
}

Page outcome_page(const RoundState& round, const std::vector<RoundState>& past, std::string_view places,
                  Day today, int columns) {
  auto card = score_round(round);
  for (auto& command : card.next) command += places;
  auto page = scorecard_page(round, card, today, columns);
  if (const auto* before = round_before(past, round))
    for (auto& line : comparison_page(*before, round, compare(score_round(*before), card), today, columns))
      page.push_back(std::move(line));
  return page;
}

}  // namespace viva
