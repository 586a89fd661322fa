#include "render/rounds_page.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "render/keys.hpp"
#include "render/rich_page.hpp"
#include "render/scorecard_words.hpp"
#include "render/typed_page.hpp"
#include "viva/base/amount.hpp"
#include "viva/base/text.hpp"

namespace viva {
namespace {

// Below so many columns a round takes three lines.
constexpr int narrow_list = 72;

// What the list says of a round.
struct RoundRow {
  std::string date, id, name, outcome, mean, time;
  Style style = Style::plain;
};

RoundRow describe(const RoundState& round, Day today) {
  const auto card = score_round(round);
  RoundRow row{name_day(round.day, today), short_id(round), round.name, "no verdict", "", "", Style::dim};
  row.time = fmt::format("{} of {}", minutes_and_seconds(card.used), minutes_and_seconds(round.seconds));
  if (is_open(round)) {
    row.outcome = "unfinished";
    row.style = Style::warn;
    return row;
  }
  if (!card.verdict) {
    if (card.abandoned) row.outcome = "abandoned";
    return row;
  }
  row.mean = mean_words(card.mean);
  row.outcome = card.abandoned ? "abandoned" : verdict_name(*card.verdict);
  if (!card.abandoned) row.style = *card.verdict >= Verdict::hire ? Style::good : Style::plain;
  return row;
}

void add_table(Page& page, const std::vector<RoundRow>& rows, int columns) {
  constexpr int id = 8, outcome = 11, mean = 4, time = 14, gaps = 10;
  int date = 0;
  for (const auto& row : rows) date = std::max(date, width(row.date));
  const int name = std::max(columns - date - id - outcome - mean - time - gaps, 8);
  const auto start = [&](const RoundRow& row) {
    return fmt::format("{}  {}  {}  ", fit(row.date, date), fit(row.id, id), fit(row.name, name));
  };
  const RoundRow heads{"Date", "Round", "", "Verdict", "Mean", "Time", {}};
  page.push_back({{fmt::format("{}{}  {}  {}", start(heads), fit(heads.outcome, outcome),
                               fit(heads.mean, mean), heads.time),
                   Style::dim}});
  for (const auto& row : rows)
    page.push_back({{start(row)},
                    {fit(row.outcome, outcome), row.style},
                    {fmt::format("  {}  {}", fit(row.mean, mean), row.time)}});
}

void add_stacked(Page& page, const std::vector<RoundRow>& rows, int columns) {
  for (const auto& row : rows) {
    add_wrapped(page, {}, row.name, columns);
    add_wrapped(page, {{"  "}}, fmt::format("{} · {}", row.date, row.id), columns);
    page.push_back({{"  "},
                    {row.outcome, row.style},
                    {row.mean.empty() ? "" : fmt::format(" · {} of 4", row.mean)},
                    {fmt::format(" · {}", row.time), Style::dim}});
  }
}

void add_offer(Page& page, std::string_view what, std::string_view command, std::string_view places,
               int columns) {
  page.push_back({});
  add_wrapped(page, {}, what, columns, Style::dim);
  add_command(page, fmt::format("{}{}", command, places), columns);
}

void add_answer(Page& page, const RoundState& round, std::size_t i, const std::vector<Review>& reviews,
                Day today, int columns) {
  const auto& question = round.questions[i];
  page.push_back({});
  add_wrapped(page, {{fmt::format("{}/{}  ", i + 1, round.questions.size()), Style::strong}},
              fmt::format("{} · {} · {} · {}", question.tier_name, question.topic_name, mark_words(question),
                          time_words(question)),
              columns, Style::dim);
  page.push_back({});
  add_text(page, {{"  "}}, question.prompt, columns, Style::strong);
  page.push_back({});
  if (!question.answer.empty())
    add_typed(page, question.answer, columns);
  else if (question.reach == Reach::reached)
    add_wrapped(page, {{"  "}}, "Nothing was typed.", columns, Style::dim);
  if (!question.reply.empty()) {
    page.push_back({});
    add_wrapped(page, {{"  "}}, "To the follow-up", columns, Style::dim);
    add_typed(page, question.reply, columns);
  }
  add_earlier(page, earlier_answers(reviews, round, question), today, columns);
}

}  // namespace

std::string short_id(const RoundState& round) { return round.id.substr(0, 8); }

Page rounds_page(const std::vector<RoundState>& rounds, Day today, int columns, std::string_view places) {
  Page page;
  if (rounds.empty()) {
    add_wrapped(page, {}, "No mock round yet.", columns);
    add_offer(page, "The first:", "viva mock", places, columns);
    return page;
  }
  auto newest_first = rounds;
  std::ranges::stable_sort(newest_first, std::ranges::greater{}, &RoundState::begun);
  std::vector<RoundRow> rows;
  for (const auto& round : newest_first) rows.push_back(describe(round, today));
  if (columns < narrow_list)
    add_stacked(page, rows, columns);
  else
    add_table(page, rows, columns);
  if (std::ranges::any_of(rounds, is_open))
    add_offer(page, "To go on with the unfinished one:", "viva mock --resume", places, columns);
  if (const auto over = std::ranges::find_if_not(newest_first, is_open); over != newest_first.end())
    add_offer(page, "One in full:", "viva rounds " + short_id(*over), places, columns);
  return page;
}

Page answers_page(const RoundState& round, const std::vector<Review>& reviews, Day today, int columns) {
  Page page;
  page.push_back({});
  add_wrapped(page, {}, round.name, columns, Style::strong);
  add_wrapped(page, {}, round_words(round, today), columns, Style::dim);
  for (std::size_t i = 0; i < round.questions.size(); ++i)
    add_answer(page, round, i, reviews, today, columns);
  return page;
}

}  // namespace viva
