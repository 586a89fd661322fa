#include "render/item_page.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "render/rich_page.hpp"
#include "viva/base/amount.hpp"
#include "viva/base/rich_text.hpp"
#include "viva/base/text.hpp"

namespace viva {
namespace {

void add_list(Page& page, std::string_view heading, const std::vector<std::string>& entries,
              std::string_view bullet, int columns) {
  if (entries.empty()) return;
  add_heading(page, heading);
  for (const auto& entry : entries) add_text(page, {{fmt::format("  {}", bullet)}}, entry, columns);
}

std::string describe_standing(const std::optional<ItemProgress>& item, std::string_view planned, Day today) {
  const auto comma = planned.empty() ? "" : ", ";
  if (!item) return fmt::format("not asked yet{}{}", comma, planned);
  const auto when = due(*item) <= today ? std::string{"now"} : describe_day(due(*item), today);
  return fmt::format("expected recall {}, due {}{}{}", percent(recall(*item, today)), when, comma, planned);
}

// "made 3 of 4 times, last Tue 1 Dec; 82 % now"
std::string describe_point(const std::vector<Asking>& askings, double likely, Day today) {
  const auto made = std::ranges::count(askings, true, &Asking::made);
  const auto last = std::ranges::find(askings.rbegin(), askings.rend(), true, &Asking::made);
  auto words = fmt::format("made {} of {}", made, counted(askings.size(), "time"));
  if (last != askings.rend()) words += ", last " + describe_day(last->day, today);
  return fmt::format("{}; {} now", words, percent(likely));
}

void add_points(Page& page, const Item& item, const std::optional<ItemProgress>& progress,
                const ItemPast& past, Day today, int columns) {
  if (item.points.empty()) return;
  add_heading(page, "Points");
  for (std::size_t i = 0; i < item.points.size(); ++i) {
    const bool made = progress && progress->points[i].times > 0 && progress->points[i].made;
    add_text(page, {{made ? "  [x] " : "  [ ] "}}, item.points[i].text, columns);
    if (!progress) continue;
    const auto likely = recall(progress->points[i], today, *progress->model);
    const auto words = progress->points[i].times == 0 ? std::string{"not asked yet"}
                       : past.points.empty()          ? percent(likely) + " now"
                                                      : describe_point(past.points[i], likely, today);
    add_wrapped(page, {{"      "}}, words, columns, Style::dim);
  }
}

// "Tue 1 Dec  Hard, 4 of 7 points, 2:10"
void add_last_answers(Page& page, const ItemPast& past, Day today, int columns) {
  constexpr std::size_t most = 5;
  if (past.answers.empty()) return;
  add_heading(page, "Your answers");
  const auto shown = std::min(most, past.answers.size());
  const std::vector<RatedAnswer> latest(past.answers.rbegin(),
                                        past.answers.rbegin() + static_cast<std::ptrdiff_t>(shown));
  int dates = 11;
  for (const auto& answer : latest) dates = std::max(dates, width(name_day(answer.day, today)));
  for (const auto& answer : latest) {
    std::string words{name(answer.rating)};
    if (answer.points > 0)
      words += fmt::format(", {} of {}", answer.ticked.size(),
                           counted(static_cast<std::size_t>(answer.points), "point"));
    if (answer.seconds > 0) words += fmt::format(", {} min", minutes_and_seconds(answer.seconds));
    if (answer.mode != Mode::drill) words += fmt::format(", {}", name(answer.mode));
    add_wrapped(page, {{fmt::format("  {}  ", fit(name_day(answer.day, today), dates)), Style::dim}}, words,
                columns);
  }
}

// Columns of the table; 0: left out.
struct ListColumns {
  int id, standing, topic, prompt;
};

ListColumns lay_out(const Bank& bank, const std::vector<std::size_t>& items, int columns) {
  int id = 0, topic = 0;
  for (const auto i : items) {
    id = std::max(id, width(printable(bank.items[i].id)));
    topic = std::max(topic, width(printable(bank.topics[bank.items[i].topic].name)));
  }
  constexpr int gap = 2, standing = 11, least_prompt = 24;
  ListColumns layout{std::min(id, std::max(columns * 2 / 5, 24)), standing, 0, 0};
  int left = columns - gap - layout.id - gap - standing;
  if (left < 0) {
    layout.id = std::max(columns - 2 * gap - standing, 8);
    return layout;
  }
  if (left - gap >= least_prompt) layout.prompt = left - gap;
  if (layout.prompt - gap - topic >= 2 * least_prompt) {
    layout.topic = topic;
    layout.prompt -= gap + topic;
  }
  return layout;
}

Line list_row(const Bank& bank, std::size_t i, const Progress& progress, Day today,
              const ListColumns& layout) {
  const auto& item = bank.items[i];
  auto state = standing(progress[i], today);
  state.text = fit(state.text, layout.standing);
  Line row{{fmt::format("  {}  ", fit(item.id, layout.id))}, std::move(state)};
  if (layout.topic > 0) row.push_back({"  " + fit(bank.topics[item.topic].name, layout.topic), Style::dim});
  if (layout.prompt > 0) row.push_back({"  " + clip(one_line_of(item.prompt), layout.prompt)});
  return row;
}

std::string total(const Bank& bank, const std::vector<std::size_t>& items, const Progress& progress,
                  Day today) {
  int minutes = 0;
  std::size_t fresh = 0, ready = 0;
  for (const auto i : items) {
    minutes += bank.items[i].minutes;
    if (!progress[i])
      ++fresh;
    else if (due(*progress[i]) <= today)
      ++ready;
  }
  return fmt::format("{}, about {} min: {} new, {} due", counted(items.size(), "question"), minutes, fresh,
                     ready);
}

}  // namespace

std::string describe_item(const Bank& bank, const Item& item) {
  return fmt::format("{} · {} · about {} min", bank.tiers[item.tier].name, bank.topics[item.topic].name,
                     item.minutes);
}

Span standing(const std::optional<ItemProgress>& item, Day today) {
  if (!item) return {"new", Style::dim};
  if (due(*item) <= today) return {"due", Style::warn};
  return {describe_day(due(*item), today), Style::good};
}

void add_follow_ups(Page& page, const Item& item, int columns) {
  add_list(page, "Follow-ups", item.follow_ups, "? ", columns);
}

void add_pitfalls(Page& page, const Item& item, int columns) {
  add_list(page, "Pitfalls", item.pitfalls, "! ", columns);
}

void add_answer(Page& page, const Item& item, int columns) {
  if (item.answer.empty()) return;
  add_heading(page, "Answer");
  add_text(page, {{"  "}}, item.answer, columns);
}

void add_references(Page& page, const Item& item, int columns) {
  if (item.references.empty()) return;
  add_heading(page, "References");
  for (const auto& reference : item.references) {
    add_wrapped(page, {{"  "}}, reference.title, columns);
    // Not wrapped: a broken address cannot be opened.
    page.push_back({{fmt::format("  {}", reference.url), Style::accent}});
  }
}

Page answer_page(const Item& item, int columns) {
  Page page;
  add_answer(page, item, columns);
  add_pitfalls(page, item, columns);
  add_references(page, item, columns);
  return page;
}

Page hint_page(const Item& item, const std::vector<std::size_t>& asked, int columns) {
  Page page;
  add_text(page, {{"Hint   ", Style::strong}}, item.hint, columns);
  if (asked.empty()) return page;
  page.push_back({});
  const int digits = asked.size() > 9 ? 2 : 1;
  for (std::size_t i = 0; i < asked.size(); ++i)
    add_text(page, {{fmt::format("  {:>{}}  ", i + 1, digits), Style::accent}}, item.points[asked[i]].text,
             columns);
  return page;
}

Page hint_page(const Item& item, int columns) {
  std::vector<std::size_t> all(item.points.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  return hint_page(item, all, columns);
}

Page show_item(const Bank& bank, std::size_t i, const Progress& progress, const ItemPast& past, Day today,
               int columns, std::string_view planned) {
  const auto& item = bank.items[i];
  Page page;
  page.push_back({{item.id, Style::strong}});
  add_wrapped(page, {}, describe_item(bank, item), columns, Style::dim);
  add_wrapped(page, {}, describe_standing(progress[i], planned, today), columns, Style::dim);
  page.push_back({});
  add_text(page, {{"  "}}, item.prompt, columns);
  add_heading(page, "Hint");
  add_text(page, {{"  "}}, item.hint, columns);
  add_points(page, item, progress[i], past, today, columns);
  add_last_answers(page, past, today, columns);
  add_pitfalls(page, item, columns);
  add_follow_ups(page, item, columns);
  add_answer(page, item, columns);
  add_references(page, item, columns);
  return page;
}

Page list_items(const Bank& bank, const std::vector<std::size_t>& items, const Progress& progress, Day today,
                int columns) {
  Page page;
  const auto layout = lay_out(bank, items, columns);
  const bool by_tier = std::ranges::is_sorted(items, {}, [&](std::size_t i) { return bank.items[i].tier; });
  std::optional<std::size_t> tier;
  for (const auto i : items) {
    if (by_tier && tier != bank.items[i].tier) {
      if (tier) page.push_back({});
      tier = bank.items[i].tier;
      page.push_back({{clip(bank.tiers[*tier].name, columns), Style::strong}});
    }
    page.push_back(list_row(bank, i, progress, today, layout));
  }
  page.push_back({});
  add_wrapped(page, {}, total(bank, items, progress, today), columns, Style::dim);
  return page;
}

}  // namespace viva
