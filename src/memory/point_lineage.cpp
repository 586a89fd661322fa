#include "viva/memory/point_lineage.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "viva/base/text.hpp"

namespace viva {
namespace {

constexpr double alike_enough = 0.45;   // share of common trigrams
constexpr double clearly_more = 0.1;    // than any other
constexpr std::size_t most_read = 600;  // bytes of a text
constexpr std::size_t most_compared = 64;

using Trigrams = std::vector<std::string>;  // sorted; one that comes twice is there twice

Trigrams trigrams_of(std::string_view text) {
  const auto folded = " " + fold_case(text.substr(0, most_read)) + " ";
  Trigrams trigrams;
  for (std::size_t i = 0; i + 3 <= folded.size(); ++i) trigrams.push_back(folded.substr(i, 3));
  std::ranges::sort(trigrams);
  return trigrams;
}

// Dice's coefficient, 0 to 1.
double likeness(const Trigrams& a, const Trigrams& b) {
  if (a.empty() || b.empty()) return 0;
  Trigrams common;
  std::ranges::set_intersection(a, b, std::back_inserter(common));
  return 2.0 * static_cast<double>(common.size()) / static_cast<double>(a.size() + b.size());
}

// What is known of a point, or of a key that is none: the lists it was asked in, and its wordings.
struct Known {
  std::set<std::size_t> lists;
  std::vector<Trigrams> texts;
};

bool asked_together(const Known& a, const Known& b) {
  return std::ranges::any_of(a.lists, [&](std::size_t list) { return b.lists.contains(list); });
}

double likeness(const Known& a, const Known& b) {
  double most = 0;
  if (asked_together(a, b)) return most;
  for (const auto& one : a.texts)
    for (const auto& other : b.texts) most = std::max(most, likeness(one, other));
  return most;
}

class Lineage {
 public:
  Lineage(const std::vector<Point>& points, const std::vector<const PointKeys*>& lists) : points_(points) {
    const auto keys = point_keys(points);
    for (std::size_t i = 0; i < keys.size(); ++i) index_.emplace(keys[i], i);
    now_.resize(points.size());
    for (std::size_t list = 0; list < lists.size(); ++list)
      for (const auto& key : *lists[list]) trace_of(key).lists.insert(list);
    follow_texts();
    follow_wordings();
  }

  std::size_t find(const std::string& key) const {
    const auto found = index_.find(key);
    return found == index_.end() ? no_point : found->second;
  }

 private:
  Known& trace_of(const std::string& key) {
    const auto found = index_.find(key);
    return found == index_.end() ? lost_[key] : now_[found->second];
  }

  void adopt(const std::string& key, std::size_t point) {
    auto trace = lost_.extract(key);
    index_.emplace(key, point);
    now_[point].lists.merge(trace.mapped().lists);
    std::ranges::move(trace.mapped().texts, std::back_inserter(now_[point].texts));
  }

  // A point that was given an id since is its text in older answers.
  void follow_texts() {
    for (std::size_t i = 0; i < points_.size(); ++i)
      if (const auto lost = lost_.find(points_[i].text);
          lost != lost_.end() && !asked_together(lost->second, now_[i]))
        adopt(points_[i].text, i);
  }

  void follow_wordings() {
    if (lost_.empty() || lost_.size() > most_compared || points_.size() > most_compared) return;
    for (auto& [key, trace] : lost_) trace.texts.push_back(trigrams_of(key));
    for (std::size_t i = 0; i < points_.size(); ++i) now_[i].texts.push_back(trigrams_of(points_[i].text));
    while (const auto pair = clearest()) adopt(pair->first, pair->second);
  }

  // The key and the point that are most alike, if it is clear that each is the other's nearest.
  std::optional<std::pair<std::string, std::size_t>> clearest() const {
    std::optional<std::pair<std::string, std::size_t>> best;
    double most = 0;
    for (const auto& [key, trace] : lost_)
      for (std::size_t i = 0; i < now_.size(); ++i) {
        const double alike = likeness(trace, now_[i]);
        if (alike < alike_enough || alike <= most || alike < rival(key, i) + clearly_more) continue;
        most = alike;
        best = {key, i};
      }
    return best;
  }

  // How much the key is like another point, or another key that was asked together with it like the point.
  double rival(const std::string& key, std::size_t point) const {
    double most = 0;
    const auto& trace = lost_.at(key);
    for (std::size_t i = 0; i < now_.size(); ++i)
      if (i != point) most = std::max(most, likeness(trace, now_[i]));
    for (const auto& [other, its] : lost_)
      if (other != key && asked_together(trace, its)) most = std::max(most, likeness(its, now_[point]));
    return most;
  }

  const std::vector<Point>& points_;
  std::map<std::string, std::size_t, std::less<>> index_;  // of every key that is known
  std::map<std::string, Known, std::less<>> lost_;         // keys that are no point yet
  std::vector<Known> now_;                                 // of each point
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
