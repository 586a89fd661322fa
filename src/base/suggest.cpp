#include "viva/base/suggest.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.hpp"
#include "viva/base/text.hpp"

namespace viva {
namespace {

// Nobody mistypes a name longer than this; comparing costs the product of the lengths.
constexpr std::size_t longest_name = 100;
constexpr std::size_t named_at_most = 8;

std::u32string code_points(std::string_view text) {
  std::u32string points;
  while (!text.empty()) {
    const auto next = utf8::decode(text, 0);
    points.push_back(next.code_point);
    text.remove_prefix(next.size);
  }
  return points;
}

// Insertions, deletions, replacements and swaps of neighbours that turn `a` into `b`.
std::size_t edits(std::u32string_view a, std::u32string_view b) {
  std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    before.swap(last);
    last.swap(row);
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const bool same = a[i - 1] == b[j - 1];
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1)});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
    }
  }
  return row[b.size()];
}

}  // namespace

std::string nearest(std::string_view text, const std::vector<std::string>& candidates) {
  if (text.size() > 4 * longest_name) return {};
  const auto wanted = code_points(fold_case(text));
  const std::string* best = nullptr;
  std::size_t fewest = longest_name;
  for (const auto& candidate : candidates) {
    if (candidate.size() > 4 * longest_name) continue;
    const auto known = code_points(fold_case(candidate));
    const auto [shorter, longer] = std::minmax({wanted.size(), known.size()});
    if (longer > longest_name || 3 * (longer - shorter) > longer) continue;
    const auto needed = edits(wanted, known);
    if (3 * needed > longer || needed >= fewest) continue;
    fewest = needed;
    best = &candidate;
  }
  return best ? *best : std::string{};
}

std::string suggestion(std::string_view text, const std::vector<std::string>& candidates) {
  if (candidates.empty()) return {};
  const auto near = nearest(text, candidates);
  if (!near.empty()) return fmt::format("; did you mean \"{}\"?", clip(near, 64));
  std::string listed = "; use ";
  if (candidates.size() > 1) listed += "one of ";
  for (std::size_t i = 0; i < std::min(candidates.size(), named_at_most); ++i)
    listed += fmt::format("{}\"{}\"", i > 0 ? ", " : "", clip(candidates[i], 64));
  if (candidates.size() > named_at_most)
    listed += fmt::format(" or {} more", candidates.size() - named_at_most);
  return listed;
}

}  // namespace viva
