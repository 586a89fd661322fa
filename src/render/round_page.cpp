#include "render/round_page.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "render/drill_page.hpp"
#include "render/item_page.hpp"
#include "render/keys.hpp"
#include "render/rich_page.hpp"
#include "render/scorecard_words.hpp"
#include "render/typed_page.hpp"
#include "viva/base/amount.hpp"
#include "viva/base/text.hpp"
#include "viva/memory/score.hpp"

namespace viva {
namespace {

// "3:45" from `now` to `deadline`; a second begun counts.
std::string time_left(Instant deadline, Instant now) {
  const auto left = std::chrono::ceil<std::chrono::seconds>(deadline - now);
  return minutes_and_seconds(static_cast<int>(std::max(left.count(), std::int64_t{0})));
}

std::string draw_words(const Bank& bank, const RoundPreset& preset) {
  std::string text;
  for (const auto& [tier, count] : preset.draw)
    text += fmt::format("{}{} {}", text.empty() ? "" : ", ", count, bank.tiers[tier].name);
  return text;
}

void add_preset(Page& page, const Bank& bank, const RoundPreset& preset, int columns,
                std::string_view places) {
  page.push_back({});
  add_wrapped(page, {}, preset.name, columns, Style::strong);
  add_wrapped(page, {{"  "}}, fmt::format("{} min: {}", preset.minutes, draw_words(bank, preset)), columns);
  add_command(page, fmt::format("viva mock {}{}", preset.id, places), columns);
}

std::vector<std::string> rules(const RoundState& round, std::string_view how_to_answer) {
  const bool probes = std::ranges::any_of(round.questions, [](const auto& q) { return q.follow_up >= 0; });
  return {std::string{how_to_answer},
          fmt::format("{} Each question has its share of the time; going over takes from the rest.",
                      round.relaxed ? "The clock runs, and p stops it." : "The clock does not stop."),
          probes ? "After each answer comes a follow-up; then you say how it went."
                 : "After each answer you say how it went.",
          "No hints until the end. Then you score yourself, point by point.",
          "Everything is saved as you go: viva mock --resume picks it up again."};
}

std::vector<Key> mark_keys() {
  std::vector<Key> keys;
  for (int mark = 1; mark <= 4; ++mark)
    keys.push_back({fmt::format("{}", mark), std::string{mark_name(mark)}});
  return keys;
}

std::string clock_words(const Round::View& view, Instant now) {
  std::string text;
  const auto budget = minutes_and_seconds(view.question.budget);
  if (view.question_deadline) {
    const auto left = time_left(*view.question_deadline, now);
    text += left == budget ? fmt::format(" · {} for this one", budget)
                           : fmt::format(" · {} left of {}", left, budget);
  }
  if (view.deadline) text += fmt::format(" · {} left in all", time_left(*view.deadline, now));
  return text + (view.paused ? " · paused" : "");
}

std::string note_words(Round::Note note, const Round::View& view, Instant now) {
  const auto budget = minutes_and_seconds(view.question.budget);
  const auto left = [&](const std::optional<Instant>& deadline) {
    return deadline ? time_left(*deadline, now) : "1:00";
  };
  switch (note) {
    case Round::Note::half: return fmt::format("half of {} gone", budget);
    case Round::Note::minute_left: return fmt::format("{} left of {}", left(view.question_deadline), budget);
    case Round::Note::over: break;
    case Round::Note::round_minute_left:
    case Round::Note::round_over: return fmt::format("{} left in the round", left(view.deadline));
  }
  return view.deadline ? fmt::format("{} is up; {} left in all", budget, time_left(*view.deadline, now))
                       : fmt::format("{} is up", budget);
}

}  // namespace

Page presets_page(const Bank& bank, int columns, std::string_view places) {
  Page page;
  add_wrapped(page, {}, fmt::format("Mock rounds of {}", bank.title), columns, Style::strong);
  for (const auto& preset : bank.rounds) add_preset(page, bank, preset, columns, places);
  page.push_back({});
  add_wrapped(page, {},
              bank.rounds.empty() ? "There are none yet. One of your own:" : "One of your own:", columns,
              Style::dim);
  add_command(page, fmt::format("viva mock --minutes 20 --questions 5{}", places), columns);
  return page;
}

Page briefing_page(const Bank& bank, const RoundState& round, std::string_view how_to_answer, int columns) {
  Page page;
  page.push_back({});
  add_wrapped(page, {}, round.name, columns, Style::strong);
  add_wrapped(page, {}, bank.title, columns, Style::dim);
  page.push_back({});
  add_wrapped(page, {{"  "}},
              fmt::format("{} in {}: {}", counted(round.questions.size(), "question"),
                          length_in_minutes(round.seconds), tiers_words(round)),
              columns);
  page.push_back({});
  for (const auto& rule : rules(round, how_to_answer)) add_wrapped(page, {{"  - "}}, rule, columns);
  page.push_back({});
  add_wrapped(page, {{"  "}}, fmt::format("Drawn with --seed {}.", round.seed), columns, Style::dim);
  page.push_back({});
  return page;
}

Page begin_page(int columns) {
  Page page;
  add_keys(page, "Press Enter to begin.", {{"q", "not now"}}, columns);
  return page;
}

Page asked_page(const Bank& bank, const Round::View& view, Instant now, int columns) {
  const auto& prompt = view.item ? bank.items[*view.item].prompt : view.question.prompt;
  Page page;
  page.push_back({});
  add_wrapped(
      page, {{fmt::format("{}/{}  ", view.number, view.total), Style::strong}},
      fmt::format("{} · {}{}", view.question.tier_name, view.question.topic_name, clock_words(view, now)),
      columns, Style::dim);
  page.push_back({});
  add_text(page, {{"  "}}, prompt, columns, Style::strong);
  page.push_back({});
  return page;
}

Span note_span(Round::Note note, const Round::View& view, Instant now) {
  if (note == Round::Note::round_over) return {"Time. The round is over; your answer is kept.", Style::warn};
  return {note_words(note, view, now), note == Round::Note::half ? Style::plain : Style::warn};
}

Page clock_page(Round::Note note, const Round::View& view, Instant now, int columns) {
  const auto said = note_span(note, view, now);
  Page page;
  if (note == Round::Note::round_over)
    add_wrapped(page, {}, said.text, columns, said.style);
  else
    add_wrapped(page, {{"  "}}, fmt::format("[{}]", said.text), columns,
                note == Round::Note::over ? Style::warn : Style::dim);
  return page;
}

void add_own_words(Page& page, const Item& item, const RoundQuestion& question, int columns) {
  if (!question.answer.empty()) {
    add_heading(page, "Your answer");
    add_typed(page, question.answer, columns);
  }
  if (question.reply.empty()) return;
  const auto which = static_cast<std::size_t>(std::max(question.follow_up, 0));
  page.push_back({});
  if (which < item.follow_ups.size())
    add_text(page, {{"Interviewer: ", Style::strong}}, item.follow_ups[which], columns);
  else
    page.push_back({{"Your reply", Style::strong}});
  add_typed(page, question.reply, columns);
}

std::string scoring_words(const RoundQuestion& question) {
  const auto over = over_words(question);
  return fmt::format("{} · {} · {}{}", question.tier_name, question.topic_name, time_words(question),
                     over.empty() ? "" : ", " + over);
}

Page follow_up_page(const Round::View& view, int columns) {
  Page page;
  page.push_back({});
  add_text(page, {{"Interviewer: ", Style::strong}}, view.follow_up, columns);
  page.push_back({});
  return page;
}

Page predict_page(int columns) {
  Page page;
  add_keys(page, "How did that go?", mark_keys(), columns);
  return page;
}

Page scoring_page(const Bank& bank, const Round::View& view, const std::vector<Review>& earlier,
                  int columns) {
  Page page;
  if (!view.item) return page;
  const auto& item = bank.items[*view.item];
  page.push_back({});
  add_wrapped(page, {{fmt::format("{}/{}  ", view.number, view.total), Style::strong}},
              scoring_words(view.question), columns, Style::dim);
  page.push_back({});
  add_text(page, {{"  "}}, item.prompt, columns, Style::strong);
  add_own_words(page, item, view.question, columns);
  page.push_back({});
  for (auto& line : hint_page(item, columns)) page.push_back(std::move(line));
  add_pitfalls(page, item, columns);
  page.push_back({});
  for (auto& line : tick_page(bank, view, earlier.size(), columns)) page.push_back(std::move(line));
  return page;
}

Page tick_page(const Bank& bank, const Round::View& view, std::size_t earlier, int columns) {
  std::vector<Key> keys;
  if (view.item && !bank.items[*view.item].answer.empty()) keys.push_back({"a", "answer"});
  if (earlier > 0) keys.push_back({"e", fmt::format("your {}", counted(earlier, "earlier answer"))});
  if (view.allows(Round::Action::undo)) keys.push_back({"u", "undo"});
  if (view.allows(Round::Action::leave)) keys.push_back({"q", "later"});
  Page page;
  add_keys(page, view.question.points > 0 ? "Which points did you make? (1 2 4, all, none)" : "", keys,
           columns);
  return page;
}

Page paused_page(int columns) {
  Page page;
  add_keys(page, "Paused; the clock stands still. Enter goes on.", {{"q", "leave"}}, columns);
  return page;
}

Page scored_page(int columns) {
  Page page;
  add_keys(page, "All is scored. Enter shows the scorecard.", {{"u", "take the last mark back"}}, columns);
  return page;
}

std::string proposed_words(const Round::View& view) {
  if (!view.proposed) return "How did it go?";
  return points_words(view.question.ticked.size(), static_cast<std::size_t>(view.question.points),
                      mark_name(*view.proposed));
}

Page mark_page(const Round::View& view, int columns) {
  auto keys = mark_keys();
  if (view.allows(Round::Action::undo)) keys.push_back({"u", "undo"});
  Page page;
  add_keys(page, proposed_words(view) + (view.proposed ? " Enter to accept, or" : ""), keys, columns);
  return page;
}

Page earlier_page(const std::vector<Review>& earlier, Day today, int columns) {
  Page page;
  add_heading(page, "Your earlier answers");
  add_earlier(page, earlier, today, columns);
  page.push_back({});
  return page;
}

std::string describe_unfinished(const RoundState& round, Day today) {
  const auto where = is_asking(round.phase)
                         ? fmt::format("question {} of {}", round.current + 1, round.questions.size())
                         : std::string{"being scored"};
  return fmt::format("{}, {}, begun {}", round.name, where, describe_day(round.day, today));
}

}  // namespace viva
