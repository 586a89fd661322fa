#include "viva/session/filter.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <numeric>

#include "viva/base/random.hpp"
#include "viva/base/rich_text.hpp"
#include "viva/base/text.hpp"
#include "viva/session/search.hpp"

namespace viva {
namespace {

constexpr int longest_shown = 64;

std::vector<Named> ids_of(const Bank& bank) {
  std::vector<Named> names;
  for (const auto& item : bank.items) names.push_back({item.id, item.id});
  return names;
}

bool contains(const std::vector<std::size_t>& values, std::size_t value) {
  return std::ranges::find(values, value) != values.end();
}

using Context = FilterCriterion::Context;
using Keeps = FilterCriterion::Keeps;

Keeps keep_ids(const Context& context) {
  return [items = match_names(context.filter.ids, ids_of(context.bank), question_kind, context.errors)](
             std::size_t i) { return contains(items, i); };
}

Keeps keep_tiers(const Context& context) {
  const auto& bank = context.bank;
  return [&bank, tiers = match_names(context.filter.tiers, names_of(bank.tiers), tier_kind, context.errors)](
             std::size_t i) { return contains(tiers, bank.items[i].tier); };
}

Keeps keep_topics(const Context& context) {
  const auto& bank = context.bank;
  return
      [&bank, topics = match_names(context.filter.topics, names_of(bank.topics), topic_kind, context.errors)](
          std::size_t i) { return contains(topics, bank.items[i].topic); };
}

Keeps keep_mentions(const Context& context) {
  return [&bank = context.bank, words = SearchWords{context.filter.search}](std::size_t i) {
    return SearchedText{bank, bank.items[i]}.has(words);
  };
}

Keeps keep_new(const Context& context) {
  return [&progress = context.progress](std::size_t i) { return !progress[i]; };
}

Keeps keep_due(const Context& context) {
  return [&progress = context.progress, today = context.today](std::size_t i) {
    return progress[i] && due(*progress[i]) <= today;
  };
}

Keeps keep_weak(const Context& context) {
  return [&progress = context.progress, today = context.today](std::size_t i) {
    return progress[i] && is_weak(*progress[i], today);
  };
}

using Items = std::vector<std::size_t>;

// The names of the tiers or topics that the items have, in the bank's order.
template <typename Entry>
std::string names_met(const std::vector<Entry>& all, const Bank& bank, const Items& items,
                      std::size_t Item::*which) {
  std::string names;
  for (std::size_t i = 0; i < all.size(); ++i)
    if (std::ranges::any_of(items, [&](std::size_t item) { return bank.items[item].*which == i; }))
      names += (names.empty() ? "" : ", ") + printable(all[i].name);
  return names;
}

constexpr std::array<FilterCriterion, 7> criteria{{
    {"--tier", "TIER", "Only this tier, by id, name or beginning (repeatable)", &Filter::tiers,
     [](const Bank& bank) { return names_of(bank.tiers); }, keep_tiers,
     [](const Bank& bank, const Items& items, const Filter&) {
       return names_met(bank.tiers, bank, items, &Item::tier);
     }},
    {"--topic", "TOPIC", "Only this topic (repeatable)", &Filter::topics,
     [](const Bank& bank) { return names_of(bank.topics); }, keep_topics,
     [](const Bank& bank, const Items& items, const Filter&) {
       return names_met(bank.topics, bank, items, &Item::topic);
     }},
    {"--id", "ID", "Only this question (repeatable)", &Filter::ids, ids_and_prompts, keep_ids,
     [](const auto&...) { return std::string{"chosen one by one"}; }},
    {"--search", "TEXT", "Only where every word occurs", &Filter::search, nullptr, keep_mentions,
     [](const Bank&, const Items&, const Filter& filter) {
       return fmt::format("“{}”", clip(filter.search, 40));
     }},
    {"--due", "", "Only what is due for review", &Filter::due, nullptr, keep_due,
     [](const auto&...) { return std::string{"due"}; }},
    {"--new", "", "Only what was never asked", &Filter::fresh, nullptr, keep_new,
     [](const auto&...) { return std::string{"new"}; }},
    {"--weak", "", "Only what went badly or is fading", &Filter::weak, nullptr, keep_weak,
     [](const auto&...) { return std::string{"weak"}; }},
}};

bool holds(const Filter& filter, const FilterCriterion& criterion) {
  return !values_of(filter, criterion).empty();
}

// As typed, cut where it is long, and safe to print: "--tier beginner", "--search "kv cache"".
std::string shown(const FilterCriterion& criterion, const Filter& filter) {
  if (std::holds_alternative<FilterCriterion::Flag>(criterion.sets)) return std::string{criterion.name};
  const bool is_text = std::holds_alternative<FilterCriterion::Text>(criterion.sets);
  std::string text;
  for (const auto& value : values_of(filter, criterion)) {
    const bool quoted = is_text || value.empty() || value.find(' ') != std::string::npos;
    const auto cut = clip(value, longest_shown);
    text += fmt::format("{}{} {}", text.empty() ? "" : " ", criterion.name, quoted ? '"' + cut + '"' : cut);
  }
  return text;
}

// `earlier`: the criteria before it, which left `left` questions, at least one.
std::string emptied_by(const std::string& last, const std::string& earlier, std::size_t left) {
  if (earlier.empty() && left == 1) return fmt::format("the only question does not match {}", last);
  if (earlier.empty()) return fmt::format("none of the {} questions matches {}", left, last);
  if (left == 1) return fmt::format("1 question matches {}, but it does not match {}", earlier, last);
  return fmt::format("{} questions match {}, but none of them matches {}", left, earlier, last);
}

// What one of the filter's criteria keeps.
struct Narrowing {
  std::string option;  // as typed
  Keeps keeps;
};

std::vector<Narrowing> narrowings(const Context& context) {
  std::vector<Narrowing> all;
  for (const auto& criterion : criteria)
    if (holds(context.filter, criterion))
      all.push_back({shown(criterion, context.filter), criterion.rule(context)});
  return all;
}

void narrow(Selection& selection, const std::vector<Narrowing>& all) {
  if (selection.items.empty()) selection.why_empty = "the bank has no questions";
  std::string earlier;
  for (const auto& narrowing : all) {
    if (selection.items.empty()) return;
    const auto left = selection.items.size();
    std::erase_if(selection.items, [&](std::size_t i) { return !narrowing.keeps(i); });
    if (selection.items.empty()) selection.why_empty = emptied_by(narrowing.option, earlier, left);
    earlier += (earlier.empty() ? "" : " ") + narrowing.option;
  }
}

// Lower is asked sooner: 0 due, 1 new, 2 the rest.
int plan_rank(const std::optional<ItemProgress>& item, Day today) {
  if (!item) return 1;
  return due(*item) <= today ? 0 : 2;
}

void put_in_order(std::vector<std::size_t>& items, const Progress& progress, const Filter& filter,
                  Day today) {
  if (filter.order == Order::bank) return;
  if (filter.order == Order::random) {
    Random random{filter.seed};
    seeded_shuffle(items, random);
    return;
  }
  std::vector<std::size_t> place(progress.size(), filter.planned.size());
  for (std::size_t i = 0; i < filter.planned.size(); ++i) place[filter.planned[i]] = i;
  struct Keyed {
    std::size_t place;  // in today's plan
    int rank;
    double recall;
    std::size_t item;
  };
  std::vector<Keyed> keyed;
  for (const auto i : items) {
    const bool by_plan = filter.order == Order::plan;
    const int rank = by_plan ? plan_rank(progress[i], today) : progress[i] ? 0 : 1;
    keyed.push_back({by_plan ? place[i] : 0, rank, progress[i] ? recall(*progress[i], today) : 0, i});
  }
  std::ranges::stable_sort(keyed, [](const Keyed& a, const Keyed& b) {
    if (a.place != b.place) return a.place < b.place;
    return a.rank != b.rank ? a.rank < b.rank : a.recall < b.recall;
  });
  std::ranges::transform(keyed, items.begin(), &Keyed::item);
}

}  // namespace

std::span<const FilterCriterion> filter_criteria() { return criteria; }

std::vector<std::string> values_of(const Filter& filter, const FilterCriterion& criterion) {
  if (const auto* texts = std::get_if<FilterCriterion::Texts>(&criterion.sets)) return filter.*(*texts);
  if (const auto* text = std::get_if<FilterCriterion::Text>(&criterion.sets);
      text && !(filter.*(*text)).empty())
    return {filter.*(*text)};
  if (const auto* flag = std::get_if<FilterCriterion::Flag>(&criterion.sets); flag && filter.*(*flag))
    return {""};
  return {};
}

std::vector<Named> ids_and_prompts(const Bank& bank) {
  std::vector<Named> names;
  for (const auto& item : bank.items) names.push_back({item.id, clip(one_line_of(item.prompt), 60)});
  return names;
}

bool Filter::narrows() const {
  return std::ranges::any_of(criteria, [&](const auto& criterion) { return holds(*this, criterion); });
}

Selection select(const Bank& bank, const Progress& progress, const Filter& filter, Day today) {
  Selection selection;
  const auto all = narrowings({bank, progress, filter, today, selection.errors});
  if (!selection.errors.empty()) return selection;
  selection.items.resize(bank.items.size());
  std::iota(selection.items.begin(), selection.items.end(), std::size_t{0});
  narrow(selection, all);
  put_in_order(selection.items, progress, filter, today);
  if (filter.count && static_cast<std::size_t>(*filter.count) < selection.items.size())
    selection.items.resize(static_cast<std::size_t>(*filter.count));
  return selection;
}

Selection find_items(const Bank& bank, const std::vector<std::string>& ids) {
  Selection selection;
  selection.items = match_names(ids, ids_of(bank), question_kind, selection.errors);
  return selection;
}

}  // namespace viva
