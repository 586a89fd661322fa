#include "render/drill_page.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "render/item_page.hpp"
#include "render/keys.hpp"
#include "render/rich_page.hpp"
#include "render/typed_page.hpp"
#include "viva/base/amount.hpp"
#include "viva/base/rich_text.hpp"
#include "viva/base/text.hpp"

namespace viva {
namespace {

constexpr std::size_t most_missed_lines = 5;

std::string proposal(const Drill::View& view) {
  if (!view.proposed) return "How did it go?";
  return points_words(view.ticked.size(), view.asked.size(), name(*view.proposed)) + " Enter to accept, or";
}

std::string invitation(const Drill::View& view) {
  const auto words = once_more_words(view);
  return words.empty() ? std::string{answer_aloud} : words + ", then press Enter.";
}

std::string_view which_points(const Drill::View& view) {
  return view.asked.size() == 1 ? "Did you make it? (1 or none)"
                                : "Which points did you make? (1 2 4, all, none)";
}

// "3 Good (2 d)": each rating with when the item would be back.
std::vector<Key> rating_keys(const Drill::View& view, Day today) {
  std::vector<Key> keys;
  for (int number = 1; number <= 4; ++number) {
    const auto rating = static_cast<Rating>(number);
    keys.push_back(
        {fmt::format("{}", number), fmt::format("{} ({})", name(rating), return_words(view, rating, today))});
  }
  return keys;
}

std::vector<Key> other_keys(const Drill::View& view) {
  std::vector<Key> keys;
  const auto add = [&](Drill::Action action, const char* key, const char* meaning) {
    if (view.allows(action)) keys.push_back({key, meaning});
  };
  add(Drill::Action::reveal, "e", "edit");
  add(Drill::Action::answer, "a", "answer");
  add(Drill::Action::follow_ups, "f", "follow-ups");
  add(Drill::Action::undo, "u", "undo");
  add(Drill::Action::skip, "s", "skip");
  add(Drill::Action::quit, "q", "stop");
  return keys;
}

std::string ratings(const Drill::Summary& summary) {
  std::string text;
  for (const auto& [rating, count] : summary.ratings)
    text += fmt::format("{}{} {}", text.empty() ? "" : ", ", count, name(rating));
  return text;
}

std::string time_taken(int seconds) {
  if (seconds < 60) return "under a minute";
  return counted(static_cast<std::size_t>((seconds + 30) / 60), "minute");
}

// A line each of what matters most.
void add_missed(Page& page, const Bank& bank, const Drill::Summary& summary, int columns) {
  if (summary.missed.empty()) return;
  const auto all = summary.missed.size(), shown = std::min(all, most_missed_lines);
  add_heading(page, all == shown ? std::string{"Missed"} : fmt::format("Missed, {} of {}", shown, all));
  int ids = 0;
  for (std::size_t i = 0; i < shown; ++i) ids = std::max(ids, width(bank.items[summary.missed[i].item].id));
  ids = std::min(ids, std::max(columns / 3, 8));
  for (std::size_t i = 0; i < shown; ++i) {
    const auto& item = bank.items[summary.missed[i].item];
    page.push_back({{fmt::format("  {}  ", fit(item.id, ids)), Style::accent},
                    {clip(one_line_of(item.points[summary.missed[i].point].text), columns - 4 - ids)}});
  }
  if (all > shown) add_wrapped(page, {{"  "}}, "viva show ID has all of them.", columns, Style::dim);
}

std::string describe_returns(const Drill::Summary& summary, Day today) {
  std::string text;
  for (const auto& [day, count] : summary.returns)
    if (day) text += fmt::format("{}{} {}", text.empty() ? "" : ", ", count, describe_day(*day, today));
  const auto never = summary.returns.find(std::nullopt);
  if (never == summary.returns.end()) return text;
  return fmt::format("{}{}not planned again before the interview", text,
                     text.empty() ? "" : fmt::format("; {} ", never->second));
}

}  // namespace

std::string describe_plan(const Bank& bank, const DrillPlan& plan) {
  int minutes = 0;
  for (const auto i : plan.selection.items) minutes += bank.items[i].minutes;
  std::string kinds;
  const auto add = [&](std::size_t count, std::string_view kind) {
    if (count > 0) kinds += fmt::format("{} {} {}", kinds.empty() ? ":" : ",", count, kind);
  };
  add(plan.counts.due, "due");
  add(plan.counts.fresh, "new");
  add(plan.counts.ahead, "ahead of time");
  return fmt::format("{}{}, about {} min", counted(plan.selection.items.size(), "question"), kinds, minutes);
}

std::string turn_words(const Drill::View& view) {
  if (view.repeated) return "once more";
  return view.mode == Mode::practice ? "ahead of time" : "";
}

std::string once_more_words(const Drill::View& view) {
  if (!view.repeated || view.asked.empty()) return "";
  const auto missed = view.asked.size();
  return fmt::format("Say the {} you missed", missed == 1 ? "point" : fmt::format("{} points", missed));
}

std::vector<std::string> asked_points(const Bank& bank, const Drill::View& view) {
  std::vector<std::string> texts;
  for (const auto point : view.asked) texts.push_back(bank.items[view.item].points[point].text);
  return texts;
}

Page question_page(const Bank& bank, const Drill::View& view, int columns) {
  const auto& item = bank.items[view.item];
  Page page;
  page.push_back({});
  auto about = describe_item(bank, item);
  if (const auto turn = turn_words(view); !turn.empty()) about += " · " + turn;
  add_wrapped(page, {{fmt::format("{}/{}  ", view.number, view.total), Style::strong}}, about, columns,
              Style::dim);
  page.push_back({});
  add_text(page, {{"  "}}, item.prompt, columns, Style::strong);
  page.push_back({});
  return page;
}

Page keys_page(const Drill::View& view, Day today, int columns) {
  Page page;
  if (view.phase != Drill::Phase::rating) {
    const bool question = view.phase == Drill::Phase::question;
    if (!question) page.push_back({});
    add_keys(page, question ? invitation(view) : which_points(view), other_keys(view), columns);
    return page;
  }
  if (!view.proposed) page.push_back({});
  add_keys(page, proposal(view), rating_keys(view, today), columns);
  add_keys(page, "", other_keys(view), columns);
  return page;
}

std::string return_words(const Drill::View& view, Rating rating, Day today) {
  const auto day = view.returns[static_cast<std::size_t>(rating) - 1];
  return day ? fmt::format("{} d", (*day - today).count()) : "not again";
}

std::string points_words(std::size_t ticked, std::size_t points, std::string_view proposed) {
  return fmt::format("{} of {}: {}.", ticked, counted(points, "point"), proposed);
}

Span rated_words(const Drill::Rated& rated, std::size_t waiting, Day today) {
  if (waiting > 0)
    return {fmt::format("NOT SAVED, but kept; {}. It is tried again with every answer.",
                        waiting == 1 ? "1 answer waits" : fmt::format("{} answers wait", waiting)),
            Style::bad};
  const auto back = rated.returns ? "back " + describe_day(*rated.returns, today)
                                  : std::string{"not planned again before the interview"};
  if (rated.once_more == 0) return {fmt::format("Saved, {}.", back), Style::good};
  return {fmt::format("Saved. What you missed comes once more before the end; {}.", back), Style::good};
}

Span undone_words(const Item& item) { return {fmt::format("Taken back: {}.", item.id), Style::good}; }

Page unrated_page(const std::vector<std::string>& answers, int columns) {
  Page page;
  if (answers.empty()) return page;
  add_wrapped(page, {}, "Typed, but not rated, and so not in your history:", columns, Style::warn);
  for (const auto& answer : answers) {
    page.push_back({});
    add_typed(page, answer, columns);
  }
  return page;
}

Page summary_page(const Bank& bank, const Drill::Summary& summary, const NextStep& next, Day today,
                  int columns) {
  Page page;
  page.push_back({});
  if (summary.items == 0) {
    add_wrapped(page, {}, "Nothing was rated, so there is nothing to keep.", columns);
  } else {
    add_wrapped(page, {},
                fmt::format("{} in {}: {}", counted(summary.items, "question"), time_taken(summary.seconds),
                            ratings(summary)),
                columns, Style::strong);
    if (summary.points > 0)
      add_wrapped(page, {},
                  fmt::format("Covered {} of {}", summary.points_made, counted(summary.points, "point")),
                  columns);
  }
  if (summary.skipped + summary.left > 0)
    add_wrapped(page, {}, fmt::format("{} skipped, {} not reached", summary.skipped, summary.left), columns,
                Style::dim);
  add_missed(page, bank, summary, columns);
  if (!summary.returns.empty()) {
    page.push_back({});
    add_wrapped(page, {{"Back   ", Style::strong}}, describe_returns(summary, today), columns);
  }
  page.push_back({});
  add_wrapped(page, {{"Next   ", Style::strong}}, next.command, columns, Style::accent);
  add_wrapped(page, {{"       "}}, next.reason, columns, Style::dim);
  return page;
}

std::string why_not(Drill::Action action, Drill::Phase phase) {
  if (action == Drill::Action::undo) return "there is nothing to take back yet";
  if (phase == Drill::Phase::question) return "answer first: Enter shows the hint, then there is more to see";
  return action == Drill::Action::answer ? "the bank has no model answer to this question"
                                         : "the bank has no follow-ups to this question";
}

}  // namespace viva
