// Banks as values, for tests: no file, no parsing. Items are in tier "beginner" and topic "quantization"
// unless a test says otherwise.
#pragma once

#include <numeric>
#include <string>
#include <utility>
#include <vector>

#include "viva/bank/bank.hpp"
#include "viva/memory/progress.hpp"
#include "viva/memory/score.hpp"

namespace viva::sample {

using namespace std::chrono_literals;

enum : std::size_t { beginner, advanced, scenario };  // tiers
enum : std::size_t { quantization, pruning, npu };    // topics

inline constexpr Day monday = std::chrono::sys_days{std::chrono::year{2026} / 11 / 23};
inline constexpr Day tuesday = monday + std::chrono::days{1};
inline constexpr Day wednesday = monday + std::chrono::days{2};

// An item with points "Point 1", "Point 2" and so on.
inline Item item(std::string id, int points = 0) {
  Item made;
  made.bank = "sample";
  made.prompt = "What about " + id + "?";
  made.hint = "Name it.";
  made.id = std::move(id);
  for (int i = 1; i <= points; ++i) made.points.push_back({{}, "Point " + std::to_string(i)});
  return made;
}

inline Item item(std::string id, std::size_t tier, std::size_t topic) {
  auto made = item(std::move(id));
  made.tier = tier;
  made.topic = topic;
  return made;
}

inline Bank bank(std::vector<Item> items) {
  Bank made;
  made.id = "sample";
  made.title = "Sample";
  made.tiers = {{"beginner", "Beginner"}, {"advanced", "Advanced"}, {"scenario", "Scenario-Based"}};
  made.topics = {{"quantization", "Quantization"}, {"pruning", "Pruning & Sparsity"}, {"npu", "NPUs"}};
  made.items = std::move(items);
  return made;
}

// Another answer to an item without points: the rating is all there is to know.
inline void add(ItemProgress& progress, Rating rating, Day day) {
  const PointGrade grade{0, rating, rating != Rating::again};
  progress.add(rating, day, {&grade, 1});
}

// What is remembered of an item without points after one review.
inline ItemProgress rated(Rating rating, Day day) {
  ItemProgress progress;
  add(progress, rating, day);
  return progress;
}

// What is remembered of an item with points after one answer: those ticked were made, and the rating is the
// one proposed.
inline ItemProgress ticked(std::vector<int> ticks, std::size_t points, Day day) {
  ItemProgress progress{points};
  std::vector<std::size_t> all(points);
  std::iota(all.begin(), all.end(), std::size_t{0});
  const auto rating = propose_rating(static_cast<int>(ticks.size()), static_cast<int>(points));
  std::vector<PointGrade> grades;
  grade_points(ticks, all, rating, Mode::drill, grades);
  progress.add(rating, day, grades);
  return progress;
}

}  // namespace viva::sample
