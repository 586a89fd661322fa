#include "render/sheet/sheet.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "render/sheet/draft.hpp"
#include "viva/base/amount.hpp"
#include "viva/base/text.hpp"
#include "viva/memory/progress.hpp"
#include "viva/memory/score.hpp"

namespace viva {
namespace {

std::string_view subtitle_of(SheetKind kind) {
  switch (kind) {
    case SheetKind::study: return "Study sheet";
    case SheetKind::questions: return "Questions";
    case SheetKind::answers: return "Questions and answers";
    case SheetKind::interviewer: return "For the interviewer";
    case SheetKind::cards: return "Cards";
    case SheetKind::night_before: return "The night before";
  }
  return "";
}

std::vector<std::string> notes_of(SheetKind kind, const Bank& bank) {
  std::vector<std::string> notes;
  if (kind == SheetKind::interviewer)
    notes.emplace_back(
        "Read each question aloud, listen without helping, and tick the points as you hear them. Ask a "
        "follow-up where you want to know more, then ring a mark before you go on.");
  if (kind == SheetKind::cards)
    notes.emplace_back("Cut along the dashed lines, then fold between question and answer.");
  if (const auto day = parse_day(bank.reviewed))
    notes.push_back(fmt::format("The questions were last reviewed on {}.", long_date(*day)));
  return notes;
}

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
  std::string text;
  for (const auto& part : parts)
    if (!part.empty()) text += (text.empty() ? "" : std::string{between}) + part;
  return text;
}

// Of Order::plan, without a plan: due ones, then new ones, then the rest; those that the sheet has.
std::string plan_order_in_words(const std::vector<std::size_t>& items, const Progress& progress, Day today) {
  bool asked_back = false, fresh = false, rest = false;
  for (const auto i : items) (!progress[i] ? fresh : due(*progress[i]) <= today ? asked_back : rest) = true;
  if (!asked_back && !fresh) return "most forgotten first";
  if (!asked_back && !rest) return "new ones, in the bank's order";
  if (!fresh && !rest) return "due, most forgotten first";
  const std::string first = asked_back ? "due first" : "new first";
  return first + (asked_back && fresh ? ", then new" : "") + (rest ? ", then the rest" : "");
}

// How the items come, where that is not the bank's order.
std::string order_in_words(const std::vector<std::size_t>& items, const Filter& filter,
                           const Progress& progress, Day today) {
  const auto is_planned = [&](std::size_t i) { return std::ranges::count(filter.planned, i) > 0; };
  switch (filter.order) {
    case Order::bank: return "";
    case Order::plan:
      return std::ranges::any_of(items, is_planned) ? "in the plan's order"
                                                    : plan_order_in_words(items, progress, today);
    case Order::weakest: return "weakest first";
    case Order::random: return fmt::format("shuffled (seed {})", filter.seed);
  }
  return "";
}

std::string count_in_words(const Bank& bank, const std::vector<std::size_t>& items, SheetKind kind) {
  const auto questions = counted(items.size(), "question");
  if (kind == SheetKind::night_before) return "from " + questions;
  int time = 0;
  for (const auto i : items) time += bank.items[i].minutes;
  return fmt::format("{}, about {} min", questions, time);
}

std::string selection_in_words(const Bank& bank, const std::vector<std::size_t>& items, const Filter& filter,
                               SheetKind kind, const Progress& progress, Day today) {
  std::vector<std::string> words{count_in_words(bank, items, kind)};
  for (const auto& criterion : filter_criteria())
    if (!values_of(filter, criterion).empty()) words.push_back(criterion.heading(bank, items, filter));
  if (kind != SheetKind::night_before) words.push_back(order_in_words(items, filter, progress, today));
  return joined(words, " · ");
}

std::string label_of(const SheetDraft& draft, const Item& item) {
  using enum SheetPart;
  std::vector<std::string> parts;
  if (!draft.by_tier) parts.push_back(typeset_lines(draft.bank.tiers[item.tier].name));
  if (draft.shows(topic)) parts.push_back(typeset_lines(draft.bank.topics[item.topic].name));
  if (draft.shows(minutes)) parts.push_back(fmt::format("about {} min", item.minutes));
  return joined(parts, " · ");
}

// Room to write: for what is said in the item's minutes, or for a few notes.
int ruled_lines(SheetKind kind, const Item& item) {
  return kind == SheetKind::questions ? std::clamp(2 * item.minutes + 2, 6, 14) : 3;
}

std::vector<std::string> cleaned(const std::vector<std::string>& texts) {
  std::vector<std::string> out;
  out.reserve(texts.size());
  for (const auto& text : texts) out.push_back(typeset_lines(text));
  return out;
}

std::vector<std::string> mark_names() {
  std::vector<std::string> names;
  for (int mark = 1; mark <= 4; ++mark) names.push_back(fmt::format("{} {}", mark, mark_name(mark)));
  return names;
}

bool is_by_tier(const Bank& bank, const std::vector<std::size_t>& items) {
  return std::ranges::is_sorted(items, {}, [&](std::size_t i) { return bank.items[i].tier; });
}

void add_items(Sheet& sheet, const SheetDraft& draft, const std::vector<std::size_t>& items) {
  if (!draft.by_tier) sheet.sections.push_back({});
  std::optional<std::size_t> tier;
  int number = 0;
  for (const auto i : items) {
    const auto& item = draft.bank.items[i];
    if (draft.by_tier && tier != item.tier) {
      tier = item.tier;
      sheet.sections.push_back({typeset_lines(draft.bank.tiers[*tier].name), {}});
    }
    sheet.sections.back().items.push_back(make_item(draft, item, ++number));
  }
}

}  // namespace

std::set<SheetPart> usual_parts(SheetKind kind) {
  using enum SheetPart;
  switch (kind) {
    case SheetKind::study: return {topic, minutes, hint, points, pitfalls};
    case SheetKind::questions: return {topic, minutes, space};
    case SheetKind::answers: return {topic, minutes, hint, points, pitfalls, follow_ups, answer, references};
    case SheetKind::interviewer: return {topic, minutes, points, ticks, follow_ups, marks, space};
    case SheetKind::cards: return {topic, hint, points};
    case SheetKind::night_before: return {};
  }
  return {};
}

std::size_t Sheet::items() const {
  std::size_t count = 0;
  for (const auto& section : sections) count += section.items.size();
  return count;
}

SheetItem make_item(const SheetDraft& draft, const Item& item, int number) {
  using enum SheetPart;
  SheetItem made;
  made.number = number;
  made.bank = item.bank;
  made.id = item.id;
  made.tier = typeset_lines(draft.bank.tiers[item.tier].name);
  made.topic_id = draft.bank.topics[item.topic].id;
  made.label = label_of(draft, item);
  made.prompt = typeset_lines(item.prompt);
  if (draft.shows(hint)) made.hint = typeset_lines(item.hint);
  if (draft.shows(points)) made.points = cleaned(point_texts(item.points));
  if (draft.shows(pitfalls)) made.pitfalls = cleaned(item.pitfalls);
  if (draft.shows(follow_ups)) made.follow_ups = cleaned(item.follow_ups);
  if (draft.shows(answer)) made.answer = typeset_lines(item.answer);
  if (draft.shows(references))
    for (const auto& reference : item.references)
      made.references.push_back({typeset_lines(reference.title), typeset_lines(reference.url)});
  if (draft.shows(space)) made.space = ruled_lines(draft.kind, item);
  return made;
}

Sheet make_sheet(const Bank& bank, const std::vector<std::size_t>& items, const Filter& filter,
                 const SheetRequest& request, const SheetPast& past, Day today) {
  SheetDraft draft{bank,
                   request.kind,
                   usual_parts(request.kind),
                   request.page_lines,
                   request.page_columns,
                   is_by_tier(bank, items)};
  draft.parts.insert(request.show.begin(), request.show.end());
  for (const auto part : request.hide) draft.parts.erase(part);
  Sheet sheet;
  sheet.kind = request.kind;
  sheet.title = typeset_lines(request.title.empty() ? bank.title : request.title);
  sheet.subtitle = subtitle_of(request.kind);
  sheet.day = today;
  sheet.date = long_date(today);
  sheet.selection = selection_in_words(bank, items, filter, request.kind, past.progress, today);
  sheet.notes = notes_of(request.kind, bank);
  if (draft.shows(SheetPart::marks)) sheet.marks = mark_names();
  sheet.ticks = draft.shows(SheetPart::ticks);
  if (request.kind == SheetKind::night_before)
    add_night_before(sheet, draft, items, past, today);
  else
    add_items(sheet, draft, items);
  return sheet;
}

}  // namespace viva
