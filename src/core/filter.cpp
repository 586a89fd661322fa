#include "viva/filter.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <iterator>
#include <numeric>

#include "viva/random.hpp"
#include "viva/suggest.hpp"
#include "viva/text.hpp"

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

std::string quoted_list(const std::vector<Name>& names, const std::vector<std::size_t>& which) {
  std::string list;
  for (const auto i : which) list += (list.empty() ? "" : ", ") + names[i].id;
  return list;
}

// What an option is called in messages: "tier" and "tiers".
struct Kind {
  std::string_view one, all;
};

std::string unknown(std::string_view value, const std::vector<Name>& names, Kind kind) {
  constexpr std::size_t worth_listing = 20;
  std::vector<std::string> spellings;
  for (const auto& name : names) {
    spellings.push_back(name.id);
    if (name.name != name.id) spellings.push_back(name.name);
  }
  auto message = fmt::format("there is no {} \"{}\"", kind.one, value);
  if (const auto near = nearest(value, spellings); !near.empty())
    message += fmt::format("; did you mean \"{}\"?", near);
  if (names.size() > worth_listing) return message + fmt::format("\n`viva list` shows all {}", kind.all);
  std::vector<std::size_t> all(names.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  return message + fmt::format("\nThe {} are: {}", kind.all, quoted_list(names, all));
}

// Every entry that `value` means: the ones it spells out, else the only one that begins so.
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
  if (begins.size() == 1 && !wanted.empty()) return begins;
  if (begins.empty() || wanted.empty())
    errors.push_back(unknown(value, names, kind));
  else
    errors.push_back(
        fmt::format("\"{}\" could be any of these {}: {}", value, kind.all, quoted_list(names, begins)));
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

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < text.size();) {
    const auto begin = text.find_first_not_of(" \t\n", at);
    if (begin == std::string_view::npos) break;
    at = std::min(text.find_first_of(" \t\n", begin), text.size());
    words.push_back(fold_case(text.substr(begin, at - begin)));
  }
  return words;
}

bool mentions(const Bank& bank, const Item& item, const std::vector<std::string>& words) {
  auto text = fmt::format("{}\n{}\n{}\n{}\n{}\n{}", item.id, bank.tiers[item.tier].name,
                          bank.topics[item.topic].name, item.prompt, item.hint, item.answer);
  for (const auto* list : {&item.points, &item.follow_ups, &item.pitfalls})
    for (const auto& entry : *list) text += '\n' + entry;
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
  for (const auto& value : values) text += fmt::format("{}{} {}", text.empty() ? "" : " ", option, value);
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
                   [ids = resolve_all(filter.ids, names_of(bank.items), {"question", "questions"}, errors)](
                       std::size_t i) { return contains(ids, i); }});
  if (!filter.tiers.empty())
    all.push_back(
        {typed("--tier", filter.tiers),
         [&bank, tiers = resolve_all(filter.tiers, names_of(bank.tiers), {"tier", "tiers"}, errors)](
             std::size_t i) { return contains(tiers, bank.items[i].tier); }});
  if (!filter.topics.empty())
    all.push_back(
        {typed("--topic", filter.topics),
         [&bank, topics = resolve_all(filter.topics, names_of(bank.topics), {"topic", "topics"}, errors)](
             std::size_t i) { return contains(topics, bank.items[i].topic); }});
  if (!filter.search.empty())
    all.push_back({fmt::format("--search \"{}\"", filter.search),
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

std::string count_of(std::size_t questions) {
  return fmt::format("{} question{}", questions, questions == 1 ? "" : "s");
}

std::string emptied_by(const Narrowing& last, const std::string& earlier, std::size_t left) {
  if (earlier.empty())
    return left == 0 ? std::string{"the bank has no questions"}
                     : fmt::format("none of the {} matches {}", count_of(left), last.option);
  return fmt::format("{} leaves {}, and {} matches {}", earlier, count_of(left),
                     left == 1 ? "it never" : "none", last.option);
}

void narrow(Selection& selection, const std::vector<Narrowing>& all) {
  std::string earlier;
  for (const auto& narrowing : all) {
    const auto left = selection.items.size();
    std::erase_if(selection.items, [&](std::size_t i) { return !narrowing.keeps(i); });
    if (selection.items.empty()) {
      selection.empty = emptied_by(narrowing, earlier, left);
      return;
    }
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
    shuffle(items, random);
    return;
  }
  struct Keyed {
    int rank;
    double recall;
    std::size_t item;
  };
  std::vector<Keyed> keyed;
  for (const auto i : items) {
    const int rank = filter.order == Order::plan ? plan_rank(progress[i], today) : progress[i] ? 0 : 1;
    keyed.push_back({rank, progress[i] ? recall(*progress[i], today) : 0, i});
  }
  std::ranges::stable_sort(keyed, [](const Keyed& a, const Keyed& b) {
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
  selection.items = resolve_all(ids, names_of(bank.items), {"question", "questions"}, selection.errors);
  return selection;
}

}  // namespace viva
