#include "viva/session/match.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "viva/base/searchable.hpp"
#include "viva/base/suggest.hpp"
#include "viva/base/text.hpp"

namespace viva {
namespace {

constexpr std::size_t worth_listing = 20;
constexpr int longest_name_shown = 64;

std::string listed(const std::vector<Named>& names, const std::vector<std::size_t>& which) {
  std::string list;
  for (std::size_t i = 0; i < std::min(which.size(), worth_listing); ++i)
    list += fmt::format("{}{}", i > 0 ? ", " : "", clip(names[which[i]].id, longest_name_shown));
  if (which.size() > worth_listing) list += fmt::format(" and {} more", which.size() - worth_listing);
  return list;
}

std::string what_there_is(const std::vector<Named>& names, EntryKind kind) {
  if (names.empty()) return fmt::format("The bank has no {}", kind.all);
  if (names.size() > worth_listing && !kind.of_many.empty()) return std::string{kind.of_many};
  std::vector<std::size_t> all(names.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  return fmt::format("The {} are: {}", kind.all, listed(names, all));
}

std::string describe_unknown(std::string_view typed, const std::vector<Named>& names, EntryKind kind) {
  std::vector<std::string> spellings;
  for (const auto& name : names) {
    spellings.push_back(name.id);
    if (name.name != name.id) spellings.push_back(name.name);
  }
  auto message = fmt::format("there is no {} \"{}\"", kind.one, clip(typed, longest_name_shown));
  if (const auto near = nearest(typed, spellings); !near.empty())
    message += fmt::format("; did you mean \"{}\"?", clip(near, longest_name_shown));
  return message + '\n' + what_there_is(names, kind);
}

}  // namespace

std::vector<std::size_t> match_name(std::string_view typed, const std::vector<Named>& names, EntryKind kind,
                                    std::vector<std::string>& errors) {
  const auto wanted = searchable(typed);
  std::vector<std::size_t> exact, begins;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const auto id = searchable(names[i].id), name = searchable(names[i].name);
    if (id == wanted || name == wanted) exact.push_back(i);
    if (id.starts_with(wanted) || name.starts_with(wanted)) begins.push_back(i);
  }
  if (!exact.empty()) return exact;
  const auto one_id = [&](std::size_t i) { return names[i].id == names[begins.front()].id; };
  if (!wanted.empty() && !begins.empty() && std::ranges::all_of(begins, one_id)) return begins;
  if (begins.empty() || wanted.empty())
    errors.push_back(describe_unknown(typed, names, kind));
  else
    errors.push_back(fmt::format("\"{}\" could be any of these {}: {}", clip(typed, longest_name_shown),
                                 kind.all, listed(names, begins)));
  return {};
}

std::vector<std::size_t> match_names(const std::vector<std::string>& typed, const std::vector<Named>& names,
                                     EntryKind kind, std::vector<std::string>& errors) {
  std::vector<std::size_t> found;
  for (const auto& one : typed)
    for (const auto i : match_name(one, names, kind, errors))
      if (std::ranges::find(found, i) == found.end()) found.push_back(i);
  return found;
}

}  // namespace viva
