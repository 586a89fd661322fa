// An item whose points are moved, inserted, removed and reworded, with or without ids; and which point is
// which through all of it.
#pragma once

#include <algorithm>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

#include "viva/bank/bank.hpp"
#include "viva/base/random.hpp"
#include "viva/memory/point_lineage.hpp"

namespace viva::sample {

class ChangingItem {
 public:
  // What was asked at one time: the keys, who each of them is, and whether it is known by an id.
  struct Asked {
    PointKeys keys;
    std::vector<int> who;
    std::vector<bool> by_id;
  };

  enum class Ids { some, all };

  explicit ChangingItem(Random& random, Ids ids = Ids::some) : ids_(ids) {
    for (auto points = 2 + below(random, 6); points > 0; --points) insert(random);
  }

  std::vector<Point> points() const {
    std::vector<Point> all;
    for (const auto& [who, point] : points_) all.push_back(point);
    return all;
  }

  // Whoever was a point of the item at any time.
  std::vector<int> everyone() const {
    std::vector<int> all(static_cast<std::size_t>(next_));
    std::iota(all.begin(), all.end(), 0);
    return all;
  }

  // Where that point is now, or no_point.
  std::size_t place_of(int who) const {
    const auto found = std::ranges::find(points_, who, &Known::who);
    return found == points_.end() ? no_point : static_cast<std::size_t>(found - points_.begin());
  }

  // All of its points, or some, as where those that were missed come once more.
  Asked ask(Random& random) const {
    const auto keys = point_keys(points());
    const bool whole = below(random, 2) == 0;
    Asked asked;
    for (std::size_t i = 0; i < keys.size(); ++i) {
      if (!whole && below(random, 2) == 0) continue;
      asked.keys.push_back(keys[i]);
      asked.who.push_back(points_[i].who);
      asked.by_id.push_back(!points_[i].point.id.empty());
    }
    return asked;
  }

  // A new version: one to three small changes.
  void change(Random& random) {
    for (auto changes = 1 + below(random, 3); changes > 0; --changes) change_once(random);
  }

 private:
  struct Known {
    int who;
    Point point;
  };

  static std::string word(Random& random) {
    static const std::vector<std::string> words{
        "weights",   "memory",   "precision", "latency",  "cache",   "tokens",    "gradient", "layers",
        "attention", "battery",  "thermal",   "compiler", "kernel",  "bandwidth", "sparse",   "outliers",
        "threads",   "schedule", "dataset",   "accuracy", "teacher", "student",   "vendor",   "driver",
        "pipeline",  "fallback", "operator",  "graph",    "export",  "benchmark", "release",  "privacy",
        "consent",   "network",  "download",  "storage",  "decoder", "prompt",    "sampling", "feedback"};
    return words[below(random, words.size())];
  }

  static std::string sentence(Random& random) {
    std::string text;
    for (auto words = 6 + below(random, 6); words > 0; --words) text += word(random) + (words > 1 ? " " : "");
    return text;
  }

  void insert(Random& random) {
    Known known{next_++, {"", sentence(random)}};
    if (ids_ == Ids::all || below(random, 3) == 0) known.point.id = "id-" + std::to_string(known.who);
    points_.insert(points_.begin() + static_cast<std::ptrdiff_t>(below(random, points_.size() + 1)), known);
  }

  void change_once(Random& random) {
    if (points_.empty()) return insert(random);
    const auto at = static_cast<std::ptrdiff_t>(below(random, points_.size()));
    auto& chosen = points_[static_cast<std::size_t>(at)];
    switch (below(random, 6)) {
      case 0: return insert(random);
      case 1: points_.erase(points_.begin() + at); return;
      case 2: std::rotate(points_.begin(), points_.begin() + at, points_.end()); return;
      case 3: chosen.point.text = word(random) + " " + chosen.point.text; return;
      case 4: chosen.point.text.erase(chosen.point.text.rfind(' ')); return;
      default:
        if (chosen.point.id.empty()) chosen.point.id = "id-" + std::to_string(chosen.who);
    }
  }

  std::vector<Known> points_;
  Ids ids_;
  int next_ = 0;
};

}  // namespace viva::sample
