// Names typed by hand, and the entries of a bank that they mean.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace viva {

// An entry of a bank, by what can be typed for it. Neither is safe to print.
struct Named {
  std::string id, name;
};

// Of tiers, topics or round presets.
template <typename Entry>
std::vector<Named> names_of(const std::vector<Entry>& entries) {
  std::vector<Named> names;
  for (const auto& entry : entries) names.push_back({entry.id, entry.name});
  return names;
}

// What the entries are called in messages: "tier" and "tiers".
struct EntryKind {
  std::string_view one, all;
  std::string_view of_many{};  // what a message says instead of a list where there are more than twenty
};

inline constexpr EntryKind tier_kind{"tier", "tiers"}, topic_kind{"topic", "topics"},
    round_kind{"round", "rounds"}, question_kind{"question", "questions", "`viva list` shows all questions"};

// The entries that `typed` means, in any case: those whose id or name it is, which in merged banks may be
// several; else the only one whose id or name starts with it. Where it means nothing or too much, the result
// is empty, and `errors` says so with what there is; safe to print.
std::vector<std::size_t> match_name(std::string_view typed, const std::vector<Named>& names, EntryKind kind,
                                    std::vector<std::string>& errors);

// The entries that any of them means, in the order typed, once each.
std::vector<std::size_t> match_names(const std::vector<std::string>& typed, const std::vector<Named>& names,
                                     EntryKind kind, std::vector<std::string>& errors);

}  // namespace viva
