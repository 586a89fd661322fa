// How fast memory is replayed. Each benchmark replays a million reviews: 100 ms are 10 million a second.
#include <array>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "catch.hpp"
#include "viva/base/random.hpp"
#include "viva/memory/fsrs.hpp"
#include "viva/memory/progress.hpp"

using namespace viva;

namespace {

constexpr std::size_t reviews = 1'000'000;

struct Step {
  std::uint32_t item;
  Rating rating;
  int days;  // since the item's last review; -1: it is the first
};

// Ratings as often as learners give them; one review in ten on the same day.
Rating any_rating(Random& random) {
  const auto percent = below(random, 100);
  if (percent < 15) return Rating::again;
  if (percent < 25) return Rating::hard;
  return percent < 90 ? Rating::good : Rating::easy;
}

int any_days(Random& random) { return below(random, 10) == 0 ? 0 : static_cast<int>(below(random, 60)) + 1; }

std::vector<Step> steps_over(std::uint32_t items) {
  Random random{1};
  std::vector<bool> seen(items);
  std::vector<Step> steps;
  for (std::size_t i = 0; i < reviews; ++i) {
    const auto item = static_cast<std::uint32_t>(below(random, items));
    const int days = any_days(random);
    steps.push_back({item, any_rating(random), seen[item] ? days : -1});
    seen[item] = true;
  }
  return steps;
}

double replay_steps(const std::vector<Step>& steps, std::vector<fsrs::Memory>& memories) {
  for (const auto& [item, rating, days] : steps)
    memories[item] = days < 0 ? fsrs::first(rating) : fsrs::after(memories[item], rating, days);
  return memories[0].stability;
}

// The same with ids and study days, as they come from a history.
std::pair<Bank, AnswerLog> history_over(std::uint32_t items) {
  Bank bank;
  for (std::uint32_t i = 0; i < items; ++i) {
    Item item;
    item.bank = "bench";
    item.id = "a-question-with-a-name-" + std::to_string(i);
    bank.items.push_back(std::move(item));
  }
  std::vector<Day> last(items);
  AnswerLog log;
  for (const auto& step : steps_over(items)) {
    if (step.days > 0) last[step.item] += std::chrono::days{step.days};
    auto& answer = log.answers.emplace_back();
    answer.bank = "bench";
    answer.item = bank.items[step.item].id;
    answer.day = last[step.item];
    answer.rating = step.rating;
  }
  return {std::move(bank), std::move(log)};
}

}  // namespace

TEST_CASE("memory from ratings and days", "[fsrs]") {
  for (const std::uint32_t items : {50u, 5'000u, 50'000u}) {
    const auto steps = steps_over(items);
    std::vector<fsrs::Memory> memories(items);
    BENCHMARK(std::to_string(items) + " items") { return replay_steps(steps, memories); };
  }
}

TEST_CASE("recall and interval, a million of each", "[fsrs]") {
  BENCHMARK("recall") {
    double sum = 0;
    for (std::size_t i = 0; i < reviews; ++i)
      sum += fsrs::retrievability(static_cast<double>(i % 60), 0.5 + static_cast<double>(i % 1000));
    return sum;
  };
  BENCHMARK("interval") {
    int sum = 0;
    for (std::size_t i = 0; i < reviews; ++i)
      sum += fsrs::interval(0.5 + static_cast<double>(i % 1000), 0.9) % 7;
    return sum;
  };
}

TEST_CASE("progress from answers with ids", "[fsrs]") {
  for (const std::uint32_t items : {50u, 5'000u}) {
    const auto history = history_over(items);
    BENCHMARK(std::to_string(items) + " items") { return replay(history.first, history.second).size(); };
  }
}
