#include "viva/base/random.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <numeric>
#include <set>

#include "catch.hpp"

using namespace viva;

namespace {

// Sum of (seen - expected)^2 / expected over equally likely outcomes. By chance alone it exceeds
// freedom + 4 sqrt(2 freedom) about once in ten thousand seeds; the seeds here are fixed.
template <typename Counts>
double chi_square(const Counts& counts) {
  const double total = std::accumulate(counts.begin(), counts.end(), 0.0);
  const double expected = total / static_cast<double>(counts.size());
  double sum = 0;
  for (const auto seen : counts) sum += (seen - expected) * (seen - expected) / expected;
  return sum;
}

std::vector<int> one_to(int last) {
  std::vector<int> values(static_cast<std::size_t>(last));
  std::iota(values.begin(), values.end(), 1);
  return values;
}

}  // namespace

TEST_CASE("the engine is the standard's: its 10000th value is known") {
  Random random;
  random.discard(9999);
  CHECK(random() == 9981545732273789042u);
}

TEST_CASE("below stays below, and reaches every value") {
  Random random{1};
  for (const std::uint64_t bound : {1u, 2u, 3u, 7u, 50u}) {
    std::set<std::uint64_t> seen;
    for (int draw = 0; draw < 2000; ++draw) seen.insert(below(random, bound));
    CHECK(seen.size() == bound);
    CHECK(*seen.rbegin() == bound - 1);
  }
  const auto most = std::numeric_limits<std::uint64_t>::max();
  for (int draw = 0; draw < 100; ++draw) CHECK(below(random, most) < most);
}

TEST_CASE("below is the same for a seed wherever it is compiled") {
  Random random{7};
  std::vector<std::uint64_t> drawn;
  for (int draw = 0; draw < 8; ++draw) drawn.push_back(below(random, 50));
  CHECK(drawn == std::vector<std::uint64_t>{15, 0, 28, 46, 21, 28, 9, 18});
}

TEST_CASE("below is uniform") {
  for (const std::uint64_t seed : {1u, 2u, 3u}) {
    Random random{seed};
    std::array<double, 50> counts{};
    for (int draw = 0; draw < 50'000; ++draw) ++counts[below(random, counts.size())];
    CHECK(chi_square(counts) < 49 + 4 * 9.9);
  }
}

// A plain remainder would give the first third twice as often.
TEST_CASE("below is uniform where the bound does not divide the engine's range") {
  constexpr std::uint64_t third = std::uint64_t{1} << 62;
  Random random{4};
  std::array<double, 3> counts{};
  for (int draw = 0; draw < 30'000; ++draw) ++counts[below(random, 3 * third) / third];
  CHECK(chi_square(counts) < 2 + 4 * 2);
}

TEST_CASE("shuffle is a permutation, the same for a seed wherever it is compiled") {
  auto values = one_to(10);
  Random random{42};
  seeded_shuffle(values, random);
  CHECK(values == std::vector<int>{2, 8, 10, 1, 4, 9, 5, 3, 6, 7});
  std::ranges::sort(values);
  CHECK(values == one_to(10));
}

TEST_CASE("shuffle leaves none and one as they are, and draws nothing for them") {
  Random random{42};
  std::vector<int> none, one{5};
  seeded_shuffle(none, random);
  seeded_shuffle(one, random);
  CHECK(none.empty());
  CHECK(one == std::vector<int>{5});
  CHECK(random == Random{42});
}

TEST_CASE("every value is equally likely in every place") {
  constexpr std::size_t size = 8;
  Random random{5};
  std::array<std::array<double, size>, size> counts{};  // by place and value
  for (int round = 0; round < 16'000; ++round) {
    auto values = one_to(size);
    seeded_shuffle(values, random);
    for (std::size_t place = 0; place < size; ++place)
      ++counts[place][static_cast<std::size_t>(values[place] - 1)];
  }
  for (const auto& place : counts) CHECK(chi_square(place) < 7 + 4 * 3.8);
}

TEST_CASE("every order is equally likely") {
  std::map<std::vector<int>, double> orders;
  Random random{6};
  for (int round = 0; round < 24'000; ++round) {
    auto values = one_to(4);
    seeded_shuffle(values, random);
    ++orders[values];
  }
  std::vector<double> counts;
  for (const auto& entry : orders) counts.push_back(entry.second);
  REQUIRE(counts.size() == 24);
  CHECK(chi_square(counts) < 23 + 4 * 6.8);
}

TEST_CASE("an id is 32 hexadecimal digits, leading zeros kept, and no two are alike") {
  Random random{8};
  std::set<std::string> ids;
  for (int i = 0; i < 1000; ++i) {
    const auto id = random_id(random);
    REQUIRE(id.size() == 32);
    REQUIRE(id.find_first_not_of("0123456789abcdef") == std::string::npos);
    ids.insert(id);
  }
  CHECK(ids.size() == 1000);
  CHECK(std::ranges::any_of(ids, [](const auto& id) { return id.front() == '0'; }));
  Random again{8};
  CHECK(random_id(again) == "7bf0ad43d3052599eae84003b8eeef7a");
}
