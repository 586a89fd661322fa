#include "viva/session/filter.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <iterator>
#include <numeric>

#include "viva/base/random.hpp"
#include "viva/base/suggest.hpp"
#include "viva/base/text.hpp"

namespace viva {
namespace {

struct Name {
  std::string id, name;
};

template <typename Named>
std::vector<Name> names_of(const std::vector<Named>& all) {
  std::vector<Name> names;
  for (const auto& one : all) names.push_back({one.id, one.name});
  return names;
}

std::vector<Name> names_of(const std::vector<Item>& items) {
  std::vector<Name> names;
  for (const auto& item : items) names.push_back({item.id, item.id});
  return names;
}

// What an option is called in messages: "tier" and "tiers".
struct Kind {
  std::string_view one, all;
};

constexpr Kind question{"question", "questions"}, tier{"tier", "tiers"}, topic{"topic", "topics"};
constexpr std::size_t worth_listing = 20;
constexpr int longest_shown = 64;

std::string listed(const std::vector<Name>& names, const std::vector<std::size_t>& which) {
  std::string list;
  for (std::size_t i = 0; i < std::min(which.size(), worth_listing); ++i)
    list += fmt::format("{}{}", i > 0 ? ", " : "", clip(names[which[i]].id, longest_shown));
  if (which.size() > worth_listing) list += fmt::format(" and {} more", which.size() - worth_listing);
  return list;
}

std::string unknown(std::string_view value, const std::vector<Name>& names, Kind kind) {
  std::vector<std::string> spellings;
  for (const auto& name : names) {
    spellings.push_back(name.id);
    if (name.name != name.id) spellings.push_back(name.name);
  }
  auto message = fmt::format("there is no {} \"{}\"", kind.one, clip(value, longest_shown));
  if (const auto near = nearest(value, spellings); !near.empty())
    message += fmt::format("; did you mean \"{}\"?", clip(near, longest_shown));
  if (kind.one == question.one && names.size() > worth_listing)
    return message + "\n`viva list` shows all questions";
  std::vector<std::size_t> all(names.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  return message + (all.empty() ? fmt::format("\nThe bank has no {}", kind.all)
                                : fmt::format("\nThe {} are: {}", kind.all, listed(names, all)));
}

// Every entry that `value` means: the ones it spells out, else the only id that begins so. Of merged banks
// several questions may have one id.
std::vector<std::size_t> resolve(std::string_view value, const std::vector<Name>& names, Kind kind,
                                 std::vector<std::string>& errors) {
  const auto wanted = fold_case(value);
  std::vector<std::size_t> exact, begins;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const auto id = fold_case(names[i].id), name = fold_case(names[i].name);
    if (id == wanted || name == wanted) exact.push_back(i);
    if (id.starts_with(wanted) || name.starts_with(wanted)) begins.push_back(i);
  }
  if (!exact.empty()) return exact;
  const auto one_id = [&](std::size_t i) { return names[i].id == names[begins.front()].id; };
  if (!wanted.empty() && !begins.empty() && std::ranges::all_of(begins, one_id)) return begins;
  if (begins.empty() || wanted.empty())
    errors.push_back(unknown(value, names, kind));
  else
    errors.push_back(fmt::format("\"{}\" could be any of these {}: {}", clip(value, longest_shown), kind.all,
                                 listed(names, begins)));
  return {};
}

std::vector<std::size_t> resolve_all(const std::vector<std::string>& values, const std::vector<Name>& names,
                                     Kind kind, std::vector<std::string>& errors) {
  std::vector<std::size_t> found;
  for (const auto& value : values)
    for (const auto i : resolve(value, names, kind, errors))
      if (std::ranges::find(found, i) == found.end()) found.push_back(i);
  return found;
}

// Folded first: that turns every kind of space into the plain one.
std::vector<std::string> words_of(std::string_view search) {
  constexpr std::string_view spaces = " \t\r\n";
  const auto text = fold_case(search);
  std::vector<std::string> words;
  for (auto begin = text.find_first_not_of(spaces); begin != std::string::npos;) {
    const auto end = std::min(text.find_first_of(spaces, begin), text.size());
    words.push_back(text.substr(begin, end - begin));
    begin = text.find_first_not_of(spaces, end);
  }
  return words;
}

bool mentions(const Bank& bank, const Item& item, const std::vector<std::string>& words) {
  auto text = fmt::format("{}\n{}\n{}\n{}\n{}\n{}", item.id, bank.tiers[item.tier].name,
                          bank.topics[item.topic].name, item.prompt, item.hint, item.answer);
  for (const auto* list : {&item.points, &item.follow_ups, &item.pitfalls})
    for (const auto& entry : *list) text += '\n' + entry;
  for (const auto& reference : item.references) text += '\n' + reference.title;
  const auto folded = fold_case(text);
  return std::ranges::all_of(words, [&](const auto& word) { return folded.find(word) != std::string::npos; });
}

// One narrowing option: how it was typed, and what it keeps.
struct Narrowing {
  std::string option;
  std::function<bool(std::size_t)> keeps;
};

std::string typed(std::string_view option, const std::vector<std::string>& values) {
  std::string text;
  for (const auto& value : values) {
    const bool one_word = !value.empty() && value.find(' ') == std::string::npos;
    const auto shown = clip(value, longest_shown);
    text += fmt::format("{}{} {}", text.empty() ? "" : " ", option, one_word ? shown : '"' + shown + '"');
  }
  return text;
}

bool contains(const std::vector<std::size_t>& values, std::size_t value) {
  return std::ranges::find(values, value) != values.end();
}

std::vector<Narrowing> narrowings(const Bank& bank, const Progress& progress, const Filter& filter, Day today,
                                  std::vector<std::string>& errors) {
  std::vector<Narrowing> all;
  if (!filter.ids.empty())
    all.push_back({typed("--id", filter.ids),
                   [ids = resolve_all(filter.ids, names_of(bank.items), question, errors)](std::size_t i) {
                     return contains(ids, i);
                   }});
  if (!filter.tiers.empty())
    all.push_back({typed("--tier", filter.tiers),
                   [&bank, tiers = resolve_all(filter.tiers, names_of(bank.tiers), tier, errors)](
                       std::size_t i) { return contains(tiers, bank.items[i].tier); }});
  if (!filter.topics.empty())
    all.push_back({typed("--topic", filter.topics),
                   [&bank, topics = resolve_all(filter.topics, names_of(bank.topics), topic, errors)](
                       std::size_t i) { return contains(topics, bank.items[i].topic); }});
  if (!filter.search.empty())
    all.push_back({fmt::format("--search \"{}\"", clip(filter.search, longest_shown)),
                   [&bank, words = words_of(filter.search)](std::size_t i) {
                     return mentions(bank, bank.items[i], words);
                   }});
  if (filter.fresh) all.push_back({"--new", [&](std::size_t i) { return !progress[i]; }});
  if (filter.due)
    all.push_back({"--due", [&, today](std::size_t i) { return progress[i] && due(*progress[i]) <= today; }});
  if (filter.weak)
    all.push_back(
        {"--weak", [&, today](std::size_t i) { return progress[i] && is_weak(*progress[i], today); }});
  return all;
}

// `left`: how many questions the filters before it kept, at least one.
std::string emptied_by(const Narrowing& last, const std::string& earlier, std::size_t left) {
  if (earlier.empty() && left == 1) return fmt::format("the only question does not match {}", last.option);
  if (earlier.empty()) return fmt::format("none of the {} questions matches {}", left, last.option);
  if (left == 1) return fmt::format("1 question matches {}, but it does not match {}", earlier, last.option);
  return fmt::format("{} questions match {}, but none of them matches {}", left, earlier, last.option);
}

void narrow(Selection& selection, const std::vector<Narrowing>& all) {
  if (selection.items.empty()) selection.empty = "the bank has no questions";
  std::string earlier;
  for (const auto& narrowing : all) {
    if (selection.items.empty()) return;
    const auto left = selection.items.size();
    std::erase_if(selection.items, [&](std::size_t i) { return !narrowing.keeps(i); });
    if (selection.items.empty()) selection.empty = emptied_by(narrowing, earlier, left);
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

bool Filter::narrows() const {
  return !tiers.empty() || !topics.empty() || !ids.empty() || !search.empty() || due || fresh || weak;
}

Selection select(const Bank& bank, const Progress& progress, const Filter& filter, Day today) {
  Selection selection;
  const auto all = narrowings(bank, progress, filter, today, selection.errors);
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
  selection.items = resolve_all(ids, names_of(bank.items), question, selection.errors);
  return selection;
}

}  // namespace viva
