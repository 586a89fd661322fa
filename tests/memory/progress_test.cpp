#include "viva/memory/progress.hpp"

#include "bank/sample_bank.hpp"
#include "catch.hpp"

using namespace viva;
using namespace viva::sample;
using Catch::Matchers::WithinAbs;
using std::chrono::days;

namespace {

Answer answer(std::string bank, std::string item, Rating rating, Day day) {
  return {std::move(bank), std::move(item), Instant{day}, day, rating};
}

Answer answer(std::string item, Rating rating, Day day) {
  return answer("sample", std::move(item), rating, day);
}

}  // namespace

TEST_CASE("without a history nothing was asked") {
  CHECK(replay(bank({item("a"), item("b")}), {}) == Progress{std::nullopt, std::nullopt});
  CHECK(replay(bank({}), {answer("a", Rating::good, monday)}).empty());
}

TEST_CASE("replay gives each item its reviews, in order, and the study days between them") {
  const auto progress =
      replay(bank({item("a"), item("b"), item("c")}),
             {answer("a", Rating::good, monday), answer("b", Rating::again, monday),
              answer("a", Rating::hard, monday + days{3}), answer("b", Rating::easy, monday + days{1})});
  REQUIRE(progress.size() == 3);
  const ItemProgress a{fsrs::after(fsrs::first(Rating::good), Rating::hard, 3), monday + days{3},
                       Rating::hard, 2};
  const ItemProgress b{fsrs::after(fsrs::first(Rating::again), Rating::easy, 1), monday + days{1},
                       Rating::easy, 2};
  CHECK(progress[0] == a);
  CHECK(progress[1] == b);
  CHECK(progress[2] == std::nullopt);
}

TEST_CASE("answers to items that the bank does not have are passed over") {
  const auto progress =
      replay(bank({item("a")}), {answer("gone", Rating::good, monday), answer("A", Rating::good, monday),
                                 answer("", Rating::good, monday)});
  CHECK(progress == Progress{std::nullopt});
}

TEST_CASE("of banks with the same item ids each has its own progress") {
  auto foreign = item("a");
  foreign.bank = "other";
  const auto both = bank({item("a"), foreign});
  const auto progress =
      replay(both, {answer("other", "a", Rating::easy, monday), answer("third", "a", Rating::again, monday)});
  CHECK(progress == Progress{std::nullopt, rated(Rating::easy, monday)});
  CHECK(replay(both, {answer("a", Rating::hard, monday), answer("other", "a", Rating::good, tuesday)}) ==
        Progress{rated(Rating::hard, monday), rated(Rating::good, tuesday)});
}

TEST_CASE("a day before the last review counts as the same day, and the last day stays") {
  auto moved = rated(Rating::good, tuesday), stayed = rated(Rating::good, tuesday);
  moved.add(Rating::hard, monday);
  stayed.add(Rating::hard, tuesday);
  CHECK(moved == stayed);
  CHECK(moved.last == tuesday);
  CHECK(replay(bank({item("a")}), {answer("a", Rating::good, tuesday), answer("a", Rating::hard, monday)}) ==
        Progress{stayed});
}

TEST_CASE("first intervals after Again, Hard, Good and Easy are 1, 1, 2 and 8 days") {
  CHECK(due(rated(Rating::again, monday)) == monday + days{1});
  CHECK(due(rated(Rating::hard, monday)) == monday + days{1});
  CHECK(due(rated(Rating::good, monday)) == monday + days{2});
  CHECK(due(rated(Rating::easy, monday)) == monday + days{8});
}

TEST_CASE("an item is never due again on the day it was rated, nor beyond a hundred years") {
  auto often = rated(Rating::again, monday);
  for (int i = 0; i < 20; ++i) often.add(Rating::again, monday);
  CHECK(due(often) == tuesday);
  auto seldom = rated(Rating::easy, monday);
  for (int i = 0; i < 20; ++i) seldom.add(Rating::easy, due(seldom));
  CHECK(due(seldom) == seldom.last + days{36500});
}

TEST_CASE("recall is certain on the day, 90 % when the stability has passed, and falls on") {
  const auto item = rated(Rating::easy, monday);
  CHECK(recall(item, monday) == 1);
  CHECK(recall(item, monday - days{5}) == 1);
  CHECK_THAT(recall(item, monday + days{8}), WithinAbs(0.9, 0.005));
  CHECK(recall(item, monday + days{30}) < recall(item, monday + days{29}));
}

TEST_CASE("weak is what was last rated Again or Hard, or is expected to be forgotten") {
  CHECK(is_weak(rated(Rating::again, monday), monday));
  CHECK(is_weak(rated(Rating::hard, monday), monday));
  CHECK_FALSE(is_weak(rated(Rating::good, monday), monday));
  CHECK_FALSE(is_weak(rated(Rating::easy, monday), monday));

  auto mended = rated(Rating::again, monday);
  mended.add(Rating::good, tuesday);
  CHECK_FALSE(is_weak(mended, tuesday));

  const auto item = rated(Rating::good, monday);
  Day day = monday;
  while (recall(item, day) >= 0.7) ++day;
  CHECK_FALSE(is_weak(item, day - days{1}));
  CHECK(is_weak(item, day));
}
