// Part of bank/draft.hpp: what is known only when the whole text has been read.
#include <fmt/format.h>

#include <algorithm>

#include "bank/draft.hpp"
#include "base/json_tokens.hpp"
#include "viva/base/suggest.hpp"

namespace viva {
namespace {

using Kind = Subject::Kind;

// Calls report(first, again) for each index whose key occurred before.
template <class Key, class Report>
void for_each_repeat(const std::vector<Key>& keys, Report report) {
  std::unordered_map<Key, std::size_t> first;
  first.reserve(keys.size());
  for (std::size_t i = 0; i < keys.size(); ++i)
    if (const auto [known, added] = first.try_emplace(keys[i], i); !added) report(known->second, i);
}

template <class Part>
std::vector<std::string> ids_of(const std::vector<Part>& parts) {
  std::vector<std::string> ids;
  for (const auto& part : parts) ids.push_back(part.id);
  return ids;
}

template <class Part>
void check_unique(Kind kind, const std::vector<Part>& parts, const Register& known, Faults& faults) {
  std::vector<std::string_view> ids;
  ids.reserve(parts.size());
  for (const auto& part : parts) ids.push_back(part.id);
  for_each_repeat(ids, [&](std::size_t first, std::size_t again) {
    if (ids[again].empty()) return;
    faults.add({.at = known.ids[again],
                .subject = {kind, again},
                .what = fmt::format("duplicate id {}, first on line", quote(ids[again])),
                .advice = "give one of them another id",
                .earlier = known.ids[first]});
  });
}

// Ids tell the points of an item apart. A text that comes twice is not wrong, but a candidate would tick it
// twice. `at` is where each point is.
void check_points(const std::vector<Point>& points, const std::size_t* at, const Subject& subject,
                  Faults& faults) {
  std::vector<std::string_view> ids, texts;
  for (const auto& point : points) {
    ids.push_back(point.id);
    texts.push_back(point.text);
  }
  for_each_repeat(ids, [&](std::size_t first, std::size_t again) {
    if (points[again].id.empty()) return;
    faults.add({.at = at[again],
                .subject = subject,
                .what = fmt::format("two points have the id {}, first on line", quote(points[again].id)),
                .advice = "give one of them another id",
                .earlier = at[first]});
  });
  for_each_repeat(texts, [&](std::size_t first, std::size_t again) {
    const auto& one = points[first];
    const auto& other = points[again];
    if (other.text.empty() || (!other.id.empty() && other.id == one.id)) return;
    faults.add({.at = at[again],
                .subject = subject,
                .what = "this point is there twice, first on line",
                .advice = "keep one of them",
                .earlier = at[first],
                .severity = Severity::warning});
  });
}

void check_points(const Draft& draft, Faults& faults) {
  const auto* at = draft.points.data();
  for (std::size_t i = 0; i < draft.bank.items.size(); ++i) {
    const auto& points = draft.bank.items[i].points;
    check_points(points, at, {Kind::item, i}, faults);
    at += points.size();
  }
}

// Finds tiers or topics by the names that items and rounds use.
class Resolver {
 public:
  Resolver(std::string_view noun, std::vector<std::string> ids, const Register& known)
      : noun_{noun}, ids_{std::move(ids)}, names_{known.names} {
    // Where some ids could not be read, a name that is not among the others may be right.
    trusted_ = known.complete && !ids_.empty() && std::ranges::find(ids_, "") == ids_.end();
    std::unordered_map<std::string_view, std::size_t> index;
    for (std::size_t i = 0; i < ids_.size(); ++i) index.try_emplace(ids_[i], i);
    for (std::size_t name = 0; name < names_.size(); ++name) {
      const auto found = index.find(names_[name]);
      resolved_.push_back(found == index.end() ? nowhere : found->second);
    }
    advice_.resize(names_.size());
  }

  // The index of the tier or topic; 0 where it does not exist, which is a fault.
  std::size_t find(std::size_t name, Subject subject, std::size_t at, Faults& faults) {
    if (resolved_[name] != nowhere) return resolved_[name];
    if (trusted_)
      faults.add({.at = at,
                  .subject = subject,
                  .what = fmt::format("unknown {} {}", noun_, quote(names_[name])),
                  .advice = advice(name)});
    return 0;
  }

 private:
  // The nearest id is searched for once for each name, and only so often in a hostile text.
  const std::string& advice(std::size_t name) {
    constexpr std::size_t names_at_most = 100, ids_at_most = 1000;
    auto& known = advice_[name];
    if (!known.empty()) return known;
    if (++advised_ <= names_at_most && ids_.size() <= ids_at_most)
      known = suggestion(names_[name], ids_).substr(2);
    else
      known = fmt::format("add it to \"{}s\", or use one from there", noun_);
    return known;
  }

  std::string_view noun_;
  std::vector<std::string> ids_;
  const Names& names_;
  bool trusted_ = false;
  std::vector<std::size_t> resolved_;  // by name
  std::vector<std::string> advice_;    // by name
  std::size_t advised_ = 0;
};

void resolve_items(Draft& draft, Kind kind, std::size_t Item::*member, Resolver& resolver, Faults& faults) {
  auto& uses = draft.of(kind).uses;
  auto& items = draft.bank.items;
  uses.resize(items.size(), nowhere);
  for (std::size_t i = 0; i < items.size(); ++i)
    if (uses[i] != nowhere)
      items[i].*member = resolver.find(items[i].*member, {Kind::item, i}, uses[i], faults);
}

void resolve_draws(Draft& draft, Resolver& tiers, Faults& faults) {
  const auto* at = draft.draws.data();
  for (std::size_t i = 0; i < draft.bank.rounds.size(); ++i) {
    auto& draw = draft.bank.rounds[i].draw;
    std::vector<std::size_t> names;
    for (const auto& [name, count] : draw) names.push_back(name);
    for_each_repeat(names, [&](std::size_t first, std::size_t again) {
      faults.add({.at = at[again],
                  .subject = {Kind::round, i},
                  .what = fmt::format("duplicate key {}, first on line",
                                      quote(draft.of(Kind::tier).names[names[again]])),
                  .advice = "keep one of them",
                  .earlier = at[first]});
    });
    for (auto& [tier, count] : draw) tier = tiers.find(tier, {Kind::round, i}, *at++, faults);
  }
}

}  // namespace

Bank resolve(Draft draft, Faults& faults) {
  auto& bank = draft.bank;
  check_unique(Kind::tier, bank.tiers, draft.of(Kind::tier), faults);
  check_unique(Kind::topic, bank.topics, draft.of(Kind::topic), faults);
  check_unique(Kind::round, bank.rounds, draft.of(Kind::round), faults);
  check_unique(Kind::item, bank.items, draft.of(Kind::item), faults);
  check_points(draft, faults);
  Resolver tiers{"tier", ids_of(bank.tiers), draft.of(Kind::tier)};
  Resolver topics{"topic", ids_of(bank.topics), draft.of(Kind::topic)};
  resolve_items(draft, Kind::tier, &Item::tier, tiers, faults);
  resolve_items(draft, Kind::topic, &Item::topic, topics, faults);
  resolve_draws(draft, tiers, faults);
  for (auto& item : bank.items) item.bank = bank.id;
  return std::move(bank);
}

}  // namespace viva
