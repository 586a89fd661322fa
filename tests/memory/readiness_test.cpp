#include "viva/memory/readiness.hpp"

#include "bank/sample_bank.hpp"
#include "catch.hpp"
#include "viva/memory/forecast.hpp"

using namespace viva;
using namespace viva::sample;
using Catch::Matchers::WithinAbs;
using std::chrono::days;

TEST_CASE("readiness is the mean recall, overall and of each tier, and the unseen count as 0",
          "[readiness]") {
  const auto three = bank({item("a"), item("b"), item("c", advanced, pruning)});
  const Progress progress{rated(Rating::good, monday), std::nullopt, rated(Rating::easy, monday)};
  const auto report = assess_readiness(three, progress, monday + days{2}, monday + days{9});

  const double good = fsrs::retrievability(9, 2.3065), easy = fsrs::retrievability(9, 8.2956);
  CHECK(report.all.items == 3);
  CHECK(report.all.seen == 2);
  CHECK_THAT(report.all.left_alone, WithinAbs((good + easy) / 3, 1e-9));
  CHECK_THAT(report.all.now,
             WithinAbs((fsrs::retrievability(2, 2.3065) + fsrs::retrievability(2, 8.2956)) / 3, 1e-9));
  REQUIRE(report.tiers.size() == 3);
  CHECK(report.tiers[beginner].items == 2);
  CHECK_THAT(report.tiers[beginner].left_alone, WithinAbs(good / 2, 1e-9));
  CHECK_THAT(report.tiers[advanced].left_alone, WithinAbs(easy, 1e-9));
  CHECK(report.tiers[scenario] == Readiness{});
}

TEST_CASE("readiness counts points: an item with many weighs more than one with none", "[readiness]") {
  const auto three = bank({item("a", 7), item("b"), item("c", 4)});
  const Progress progress{ticked({1, 2, 3, 4}, 7, monday), rated(Rating::easy, monday), std::nullopt};
  const auto report = assess_readiness(three, progress, monday + days{2}, monday + days{9});
  CHECK(report.all.items == 3);
  CHECK(report.all.seen == 2);
  CHECK(report.all.points == 12);
  const auto made = [](int since) { return fsrs::retrievability(since, 2.3065); };
  const auto missed = [](int since) { return default_model().credit * fsrs::retrievability(since, 0.212); };
  const auto easy = [](int since) { return fsrs::retrievability(since, 8.2956); };
  CHECK_THAT(report.all.now, WithinAbs((4 * made(2) + 3 * missed(2) + easy(2)) / 12, 1e-9));
  CHECK_THAT(report.all.left_alone, WithinAbs((4 * made(9) + 3 * missed(9) + easy(9)) / 12, 1e-9));
  CHECK(report.all.planned == report.all.left_alone);
  CHECK(report.tiers[beginner] == report.all);
}

TEST_CASE("of an empty bank readiness is 0", "[readiness]") {
  CHECK(assess_readiness(bank({}), {}, monday, tuesday).all == Readiness{});
}

TEST_CASE("an interview today asks for what was seen, not for more than certainty", "[readiness]") {
  const auto report = assess_readiness(bank({item("a")}), {rated(Rating::good, monday)}, monday, monday);
  CHECK(report.all.now == 1);
  CHECK_THAT(report.all.left_alone, WithinAbs(fsrs::retrievability(0.5, 2.3065), 1e-9));
}
