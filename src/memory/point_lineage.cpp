#include "viva/memory/point_lineage.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "viva/base/text.hpp"

namespace viva {
namespace {

// Share of common trigrams. Two points of one item of the shipped bank have .44 at most, and a point of which
// a third of the words was replaced has about .65.
constexpr double alike_enough = 0.5;
constexpr double clearly_more = 0.1;    // than any other
constexpr std::size_t most_read = 600;  // bytes of a text
constexpr std::size_t most_compared = 64;

using Trigrams = std::vector<std::uint32_t>;  // sorted; one that comes twice is there twice
using Lists = std::set<std::size_t>;          // in which a point was asked

Trigrams trigrams_of(std::string_view text) {
  const auto folded = " " + fold_case(text.substr(0, most_read)) + " ";
  const auto byte = [&](std::size_t i) { return std::uint32_t{static_cast<unsigned char>(folded[i])}; };
  Trigrams trigrams;
  for (std::size_t i = 0; i + 3 <= folded.size(); ++i)
    trigrams.push_back(byte(i) << 16U | byte(i + 1) << 8U | byte(i + 2));
  std::ranges::sort(trigrams);
  return trigrams;
}

// Dice's coefficient, 0 to 1.
double likeness(const Trigrams& a, const Trigrams& b) {
  std::size_t common = 0;
  for (auto one = a.begin(), other = b.begin(); one != a.end() && other != b.end();) {
    if (*one == *other) ++common;
    const bool behind = *one <= *other, ahead = *other <= *one;
    if (behind) ++one;
    if (ahead) ++other;
  }
  return common == 0 ? 0 : 2.0 * static_cast<double>(common) / static_cast<double>(a.size() + b.size());
}

bool asked_together(const Lists& a, const Lists& b) {
  const auto& fewer = a.size() < b.size() ? a : b;
  const auto& more = a.size() < b.size() ? b : a;
  return std::ranges::any_of(fewer, [&](std::size_t list) { return more.contains(list); });
}

// What is an id is no wording: another id is another point.
bool could_be_id(std::string_view key) {
  constexpr std::size_t longest_id = 64;
  return key.size() <= longest_id && std::ranges::all_of(key, [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
         });
}

class Lineage {
 public:
  Lineage(const std::vector<Point>& points, const std::vector<const PointKeys*>& lists) : points_(points) {
    const auto keys = point_keys(points);
    for (std::size_t i = 0; i < keys.size(); ++i) index_.emplace(keys[i], i);
    now_.resize(points.size());
    for (std::size_t list = 0; list < lists.size(); ++list)
      for (const auto& key : *lists[list]) lists_of(key).insert(list);
    follow_texts();
    follow_wordings();
  }

  std::size_t find(const std::string& key) const {
    const auto found = index_.find(key);
    return found == index_.end() ? no_point : found->second;
  }

 private:
  // A key that is no point yet, and how much it is like each of them: 0 where both were asked together.
  struct Wording {
    std::string key;
    Trigrams trigrams;
    std::vector<double> alike{};
  };

  Lists& lists_of(const std::string& key) {
    const auto found = index_.find(key);
    return found == index_.end() ? lost_[key] : now_[found->second];
  }

  void adopt(const std::string& key, std::size_t point) {
    auto lists = lost_.extract(key);
    index_.emplace(key, point);
    now_[point].merge(lists.mapped());
  }

  // A point that was given an id since is its text in older answers.
  void follow_texts() {
    for (std::size_t i = 0; i < points_.size(); ++i)
      if (const auto lost = lost_.find(points_[i].text);
          lost != lost_.end() && !asked_together(lost->second, now_[i]))
        adopt(points_[i].text, i);
  }

  void follow_wordings() {
    if (lost_.size() > most_compared || points_.size() > most_compared) return;
    for (const auto& entry : lost_)
      if (!could_be_id(entry.first)) wordings_.push_back({entry.first, trigrams_of(entry.first)});
    if (wordings_.empty()) return;
    for (std::size_t i = 0; i < points_.size(); ++i) {
      const auto trigrams = trigrams_of(points_[i].text);
      for (auto& wording : wordings_) {
        wording.alike.push_back(0);
        compare(wording, i, trigrams);
      }
    }
    while (const auto pair = clearest()) follow(pair->first, pair->second);
  }

  // With one more wording of the point.
  void compare(Wording& wording, std::size_t point, const Trigrams& trigrams) const {
    auto& alike = wording.alike[point];
    const bool apart = asked_together(lost_.at(wording.key), now_[point]);
    alike = apart ? 0 : std::max(alike, likeness(wording.trigrams, trigrams));
  }

  void follow(std::size_t found, std::size_t point) {
    const auto wording = std::move(wordings_[found]);
    wordings_.erase(wordings_.begin() + static_cast<std::ptrdiff_t>(found));
    adopt(wording.key, point);
    for (auto& other : wordings_) compare(other, point, wording.trigrams);
  }

  // The wording and the point that are most alike, if it is clear that each is the other's nearest.
  std::optional<std::pair<std::size_t, std::size_t>> clearest() const {
    std::optional<std::pair<std::size_t, std::size_t>> best;
    double most = 0;
    for (std::size_t wording = 0; wording < wordings_.size(); ++wording)
      for (std::size_t point = 0; point < now_.size(); ++point) {
        const double alike = wordings_[wording].alike[point];
        if (alike < alike_enough || alike <= most || alike < rival(wording, point) + clearly_more) continue;
        most = alike;
        best = {wording, point};
      }
    return best;
  }

  // How much the wording is like another point, or another one that was asked together with it like the
  // point.
  double rival(std::size_t wording, std::size_t point) const {
    double most = 0;
    const auto& [key, trigrams, alike] = wordings_[wording];
    for (std::size_t i = 0; i < now_.size(); ++i)
      if (i != point) most = std::max(most, alike[i]);
    for (const auto& other : wordings_)
      if (other.key != key && other.alike[point] > most && asked_together(lost_.at(key), lost_.at(other.key)))
        most = other.alike[point];
    return most;
  }

  const std::vector<Point>& points_;
  std::map<std::string, std::size_t, std::less<>> index_;  // of every key that is known
  std::map<std::string, Lists, std::less<>> lost_;         // keys that are no point yet
  std::vector<Lists> now_;                                 // of each point
  std::vector<Wording> wordings_;                          // of those in lost_ that are texts
};

}  // namespace

std::vector<std::vector<std::size_t>> trace_points(const std::vector<Point>& points,
                                                   const std::vector<const PointKeys*>& lists) {
  const Lineage lineage{points, lists};
  std::vector<std::vector<std::size_t>> traced;
  for (const auto* list : lists) {
    auto& indexes = traced.emplace_back();
    for (const auto& key : *list) indexes.push_back(lineage.find(key));
  }
  return traced;
}

}  // namespace viva
