// How long it takes to fit memory to a long history: 10,000 reviews of 7 points each.
#include <string>
#include <vector>

#include "catch.hpp"
#include "viva/base/random.hpp"
#include "viva/memory/fit.hpp"

using namespace viva;

namespace {

// 25 reviews a day; three points of four are made.
std::vector<PointTrials> history_over(std::size_t items) {
  constexpr std::size_t points = 7;
  Random random{1};
  std::vector<PointTrials> all(items * points);
  for (int review = 0; review < 10'000; ++review) {
    const auto item = static_cast<std::size_t>(below(random, items));
    for (std::size_t point = 0; point < points; ++point)
      all[item * points + point].push_back({Day{std::chrono::days{20'000 + review / 25}},
                                            below(random, 4) == 0 ? Rating::again : Rating::good});
  }
  return all;
}

}  // namespace

TEST_CASE("a fit to 10,000 reviews", "[fit]") {
  for (const std::size_t items : {150u, 1'500u}) {
    const auto history = history_over(items);
    BENCHMARK(std::to_string(items) + " items") { return fit_memory(history).gain; };
  }
}
