#include "viva/memory/forecast.hpp"

#include "catch.hpp"

using namespace viva;
using Catch::Matchers::WithinAbs;

namespace {

const MemoryModel& model = default_model();
const PointMemory known{{2.3, 5}, true}, unknown{{2.3, 5}, false};

double kept(double days, const fsrs::Memory& memory) { return fsrs::retrievability(days, memory.stability); }

}  // namespace

TEST_CASE("a point never asked is expected to be made or missed, each half of the time", "[forecast]") {
  const double made = kept(18, fsrs::first(Rating::good)), missed = kept(18, fsrs::first(Rating::again));
  const double expected = 0.5 * made + 0.5 * model.credit * missed;
  CHECK_THAT(expected_first(18, model), WithinAbs(expected, 1e-12));
  CHECK_THAT(expected, WithinAbs(0.485, 0.001));
}

TEST_CASE("a review on the interview's day is half a day old, and later ones count for more", "[forecast]") {
  CHECK(recall_on_the_day(known, 0, model) == kept(0.5, known.memory));
  CHECK(recall_on_the_day(known, 1, model) == kept(1, known.memory));
  for (int days = 0; days < 400; ++days) CHECK(expected_first(days, model) > expected_first(days + 1, model));
}

TEST_CASE("what was never made on one's own counts by the model's credit", "[forecast]") {
  CHECK(recall_on_the_day(unknown, 3, model) == model.credit * recall_on_the_day(known, 3, model));
  CHECK(chance_made(unknown, 3, model) == model.credit * chance_made(known, 3, model));
  CHECK(chance_made(known, 3, model) == kept(3, known.memory));
}

TEST_CASE("another review is expected to be the average of making and missing the point", "[forecast]") {
  for (const auto& point : {known, unknown}) {
    const double chance = chance_made(point, 7, model);
    const double made = kept(10, fsrs::after(point.memory, Rating::good, 7));
    const double missed = kept(10, fsrs::after(point.memory, Rating::again, 7));
    const double expected = chance * made + (1 - chance) * (point.known ? 1 : model.credit) * missed;
    CHECK_THAT(expected_next(point, 7, 10, model), WithinAbs(expected, 1e-12));
    CHECK(expected > recall_on_the_day(point, 17, model));
  }
}

TEST_CASE("one memory stands for all outcomes: its recall on the day is the expected one", "[forecast]") {
  for (const int days : {0, 1, 18, 400}) {
    const PointMemory first{memory_for(expected_first(days, model), 5, days, model)};
    CHECK_THAT(recall_on_the_day(first, days, model), WithinAbs(expected_first(days, model), 1e-9));
    for (const auto& point : {known, unknown}) {
      const auto expected = expected_next(point, 7, days, model);
      const PointMemory next{memory_for(expected, expected_difficulty(point, 7, model), days, model)};
      CHECK_THAT(recall_on_the_day(next, days, model), WithinAbs(expected, 1e-9));
      CHECK(next.memory.difficulty > 1);
      CHECK(next.memory.difficulty < 10);
    }
  }
}
