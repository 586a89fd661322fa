#include "viva/memory/progress.hpp"

#include "bank/sample_bank.hpp"
#include "catch.hpp"
#include "viva/base/random.hpp"

using namespace viva;
using namespace viva::sample;
using Catch::Matchers::WithinAbs;
using std::chrono::days;

namespace {

RatedAnswer answer(std::string bank, std::string item, Rating rating, Day day) {
  RatedAnswer made;
  made.bank = std::move(bank);
  made.item = std::move(item);
  made.at = Instant{day};
  made.day = day;
  made.rating = rating;
  return made;
}

RatedAnswer answer(std::string item, Rating rating, Day day) {
  return answer("sample", std::move(item), rating, day);
}

Progress replayed(const Bank& bank, std::vector<RatedAnswer> answers) {
  return replay(bank, AnswerLog{std::move(answers), {}});
}

// Points long known, all equally well, of which the first `made` were made when they were asked on Monday.
ItemProgress long_known(std::size_t made, std::size_t points) {
  ItemProgress item{points};
  for (std::size_t i = 0; i < points; ++i) item.points[i] = {{100, 5}, monday, i < made, true, 3};
  item.last = monday;
  item.rating = Rating::good;
  item.answers = 3;
  return item;
}

int days_until(Day due, Day from) { return static_cast<int>((due - from).count()); }

}  // namespace

TEST_CASE("without a history nothing was asked") {
  CHECK(replayed(bank({item("a"), item("b")}), {}) == Progress{std::nullopt, std::nullopt});
  CHECK(replayed(bank({}), {answer("a", Rating::good, monday)}).empty());
}

TEST_CASE("replay gives each item its reviews, in order, and the study days between them") {
  const auto progress =
      replayed(bank({item("a"), item("b"), item("c")}),
               {answer("a", Rating::good, monday), answer("b", Rating::again, monday),
                answer("a", Rating::hard, monday + days{3}), answer("b", Rating::easy, monday + days{1})});
  REQUIRE(progress.size() == 3);
  auto a = rated(Rating::good, monday), b = rated(Rating::again, monday);
  add(a, Rating::hard, monday + days{3});
  add(b, Rating::easy, monday + days{1});
  CHECK(progress == Progress{a, b, std::nullopt});
  CHECK(a.points[0].memory == fsrs::after(fsrs::first(Rating::good), Rating::hard, 3));
  CHECK(a.last == monday + days{3});
  CHECK(a.rating == Rating::hard);
  CHECK(a.answers == 2);
}

TEST_CASE("answers to items that the bank does not have are passed over") {
  CHECK(replayed(bank({item("a")}), {answer("gone", Rating::good, monday), answer("A", Rating::good, monday),
                                     answer("", Rating::good, monday)}) == Progress{std::nullopt});
}

TEST_CASE("of banks with the same item ids each has its own progress") {
  auto foreign = item("a");
  foreign.bank = "other";
  const auto both = bank({item("a"), foreign});
  CHECK(replayed(both,
                 {answer("other", "a", Rating::easy, monday), answer("third", "a", Rating::again, monday)}) ==
        Progress{std::nullopt, rated(Rating::easy, monday)});
  CHECK(replayed(both, {answer("a", Rating::hard, monday), answer("other", "a", Rating::good, tuesday)}) ==
        Progress{rated(Rating::hard, monday), rated(Rating::good, tuesday)});
}

TEST_CASE("a day before the last review counts as the same day, and the last day stays") {
  auto moved = rated(Rating::good, tuesday), stayed = rated(Rating::good, tuesday);
  add(moved, Rating::hard, monday);
  add(stayed, Rating::hard, tuesday);
  CHECK(moved == stayed);
  CHECK(moved.last == tuesday);
  CHECK(replayed(bank({item("a")}), {answer("a", Rating::good, tuesday),
                                     answer("a", Rating::hard, monday)}) == Progress{stayed});
}

TEST_CASE("an item without points is one point of FSRS-6, and what was failed is back the next day") {
  Random random{1};
  for (int history = 0; history < 200; ++history) {
    ItemProgress progress;
    fsrs::Memory memory;
    Day day = monday;
    for (int i = 0; i < 12; ++i) {
      const auto rating = static_cast<Rating>(1 + below(random, 4));
      const auto waited = static_cast<int>(below(random, 60));
      memory = i == 0 ? fsrs::first(rating) : fsrs::after(memory, rating, waited);
      day += days{i == 0 ? 0 : waited};
      add(progress, rating, day);
      REQUIRE(progress.points.size() == 1);
      REQUIRE(progress.points[0].memory == memory);
      const bool failed = !progress.points[0].made;
      REQUIRE(due(progress) == day + days{failed ? 1 : fsrs::interval(memory.stability)});
    }
  }
}

TEST_CASE("first intervals after Again, Hard, Good and Easy are 1, 1, 2 and 8 days") {
  CHECK(due(rated(Rating::again, monday)) == monday + days{1});
  CHECK(due(rated(Rating::hard, monday)) == monday + days{1});
  CHECK(due(rated(Rating::good, monday)) == monday + days{2});
  CHECK(due(rated(Rating::easy, monday)) == monday + days{8});
  for (const std::size_t points : {1u, 4u, 7u}) {
    std::vector<int> all(points);
    std::iota(all.begin(), all.end(), 1);
    CHECK(due(ticked(all, points, monday)) == due(rated(Rating::good, monday)));
  }
}

TEST_CASE("an item is never due again on the day it was rated, nor beyond a hundred years") {
  auto often = rated(Rating::again, monday);
  for (int i = 0; i < 20; ++i) add(often, Rating::again, monday);
  CHECK(due(often) == tuesday);
  auto seldom = rated(Rating::easy, monday);
  for (int i = 0; i < 20; ++i) add(seldom, Rating::easy, due(seldom));
  CHECK(due(seldom) == seldom.last + days{36500});
}

// The first finding: four of seven points ticked each time, the proposal accepted. Item-level memory took
// Hard for a pass and asked again after 1, 4, 10, 18 and 29 days.
TEST_CASE("half an answer does not count as a whole one") {
  const bool repeated_at_once =
      GENERATE(false, true);  // as a drill does: the missed ones made a minute later
  const auto bank = sample::bank({item("a", 7)});
  const auto keys = point_keys(bank.items[0].points);
  std::vector<Review> reviews;
  const auto asked = [&](Day day, PointKeys keys_asked, std::vector<int> ticks) {
    auto& review = reviews.emplace_back();
    review.bank = "sample";
    review.item = "a";
    review.at = Instant{day} + 18h;
    review.day = day;
    review.points = static_cast<int>(keys_asked.size());
    review.asked = std::move(keys_asked);
    review.rating = propose_rating(static_cast<int>(ticks.size()), review.points);
    review.ticked = std::move(ticks);
  };
  const Day first = std::chrono::sys_days{std::chrono::year{2026} / 12 / 1};
  for (const int later : {0, 2, 7, 19, 45}) {  // 1, 3, 8 and 20 December, 15 January
    const auto day = first + days{later};
    CAPTURE(later, repeated_at_once);
    asked(day, keys, {1, 2, 3, 4});
    CHECK(reviews.back().rating == Rating::hard);
    if (repeated_at_once) asked(day, {keys[4], keys[5], keys[6]}, {1, 2, 3});

    const auto progress = replay(bank, log_of(reviews)).at(0).value();
    CHECK(days_until(due(progress), day) >= 1);
    CHECK(days_until(due(progress), day) <= days_after_gaps);
    CHECK(share_made(progress) == 57);
    CHECK(is_weak(progress, day));
    for (std::size_t point = 0; point < 7; ++point)
      for (int since = 1; since <= 30; ++since) {
        const auto chance = recall(progress.points[point], day + days{since}, default_model());
        CAPTURE(point, since);
        if (point < 4)
          CHECK(chance > 0.6);
        else
          CHECK(chance < 0.5);
      }
  }
}

TEST_CASE("what was missed is back soon, however well the rest is known") {
  const auto back = [](std::size_t made, std::size_t points) {
    return days_until(due(long_known(made, points)), monday);
  };
  CHECK(back(7, 7) == 100);
  CHECK(back(6, 7) == 100);  // 85 %
  CHECK(back(4, 5) == 100);  // 80 %
  CHECK(back(5, 7) == 3);    // 71 %
  CHECK(back(4, 7) == 3);    // 57 %
  CHECK(back(3, 6) == 3);    // 50 %
  CHECK(back(3, 7) == 1);    // 42 %
  CHECK(back(0, 7) == 1);
}

TEST_CASE("an item is back when one of its points that was made is about to be lost") {
  auto item = long_known(7, 7);
  for (auto& point : item.points) point.memory.stability = 1000;
  item.points[2].memory.stability = 1;
  CHECK(days_until(due(item), monday) == fsrs::interval(1, lost_below));
  CHECK(fsrs::interval(1, lost_below) == 3);
  item.points[2].made = false;  // missed, and just read again: it is not lost, but not yet known
  CHECK(days_until(due(item), monday) > 100);
}

TEST_CASE("an item is back when its points have faded to 90 % on average") {
  auto item = long_known(4, 4);
  item.points[0].memory.stability = item.points[1].memory.stability = 30;
  const auto back = days_until(due(item), monday);
  const auto share = [](double passed) {
    return (fsrs::retrievability(passed, 30) + fsrs::retrievability(passed, 100)) / 2;
  };
  CHECK(share(back - 0.5) >= wanted_recall);
  CHECK(share(back + 0.5) < wanted_recall);
}

TEST_CASE("points asked on an earlier day have faded since, and those never asked do not call for a return") {
  auto item = long_known(2, 2);
  item.last = monday + days{40};
  item.points[1].last = item.last;
  const auto share = [](double passed) {
    return (fsrs::retrievability(40 + passed, 100) + fsrs::retrievability(passed, 100)) / 2;
  };
  const auto back = days_until(due(item), item.last);
  CHECK(share(back - 0.5) >= wanted_recall);
  CHECK(share(back + 0.5) < wanted_recall);
  item.points.resize(9);
  CHECK(days_until(due(item), item.last) == back);
  CHECK(share_made(item) == 100);
}

TEST_CASE("a point added later counts as not known, and the others keep what they have") {
  const auto before = sample::bank({item("a", 2)}), after = sample::bank({item("a", 3)});
  Review review;
  review.bank = "sample";
  review.item = "a";
  review.day = monday;
  review.rating = Rating::good;
  review.ticked = {1, 2};
  review.points = 2;
  review.asked = point_keys(before.items[0].points);
  const auto old = replay(before, log_of({review})).at(0).value();
  const auto now = replay(after, log_of({review})).at(0).value();
  REQUIRE(now.points.size() == 3);
  CHECK(now.points[0] == old.points[0]);
  CHECK(now.points[1] == old.points[1]);
  CHECK(now.points[2] == PointProgress{});
  CHECK(recall(now.points[2], tuesday, default_model()) == 0);
  CHECK_THAT(recall(now, tuesday), WithinAbs(recall(old, tuesday) * 2 / 3, 1e-12));
  CHECK(due(now) == due(old));
}

TEST_CASE("what comes again on the same day is no long-term memory") {
  constexpr PointGrade again{0, Rating::again, false}, good{0, Rating::good, true};
  PointProgress missed, made;
  missed.add(again, monday, default_model());
  missed.add(good, monday, default_model());
  CHECK_FALSE(missed.made);
  CHECK_FALSE(missed.known);
  CHECK(missed.times == 2);
  CHECK(missed.memory == fsrs::after(fsrs::first(Rating::again), Rating::good, 0));
  CHECK(recall(missed, tuesday, default_model()) <= default_model().credit);

  missed.add(good, tuesday, default_model());
  CHECK(missed.made);
  CHECK(missed.known);

  made.add(good, monday, default_model());
  made.add(again, monday, default_model());
  CHECK(made.made);
  CHECK(made.known);
}

TEST_CASE("what was once made on one's own stays known, though it is missed later") {
  constexpr PointGrade again{0, Rating::again, false}, good{0, Rating::good, true};
  PointProgress point;
  point.add(good, monday, default_model());
  point.add(again, wednesday, default_model());
  CHECK_FALSE(point.made);
  CHECK(point.known);
}

TEST_CASE("the rating of an item is that of its first answer on the day") {
  auto item = rated(Rating::again, monday);
  add(item, Rating::easy, monday);
  CHECK(item.rating == Rating::again);
  CHECK(item.answers == 2);
  add(item, Rating::easy, tuesday);
  CHECK(item.rating == Rating::easy);
}

TEST_CASE("recall is certain on the day, 90 % when the stability has passed, and falls on") {
  const auto item = rated(Rating::easy, monday);
  CHECK(recall(item, monday) == 1);
  CHECK(recall(item, monday - days{5}) == 1);
  CHECK_THAT(recall(item, monday + days{8}), WithinAbs(0.9, 0.005));
  CHECK(recall(item, monday + days{30}) < recall(item, monday + days{29}));
}

TEST_CASE("an item's recall is the expected share of its points") {
  const auto item = ticked({1, 2, 3}, 4, monday);
  const double made = fsrs::retrievability(2, fsrs::first(Rating::good).stability);
  const double missed = fsrs::retrievability(2, fsrs::first(Rating::again).stability);
  CHECK_THAT(recall(item, wednesday), WithinAbs((3 * made + default_model().credit * missed) / 4, 1e-12));
}

TEST_CASE("weak is what went badly last time, or is expected to be forgotten") {
  CHECK(is_weak(rated(Rating::again, monday), monday));
  CHECK(is_weak(rated(Rating::hard, monday), monday));
  CHECK_FALSE(is_weak(rated(Rating::good, monday), monday));
  CHECK_FALSE(is_weak(rated(Rating::easy, monday), monday));
  CHECK(is_weak(long_known(5, 7), monday));
  CHECK_FALSE(is_weak(long_known(4, 5), monday));
  auto doubted = long_known(7, 7);
  doubted.rating = Rating::hard;
  CHECK(is_weak(doubted, monday));

  auto mended = rated(Rating::again, monday);
  add(mended, Rating::good, tuesday);
  CHECK_FALSE(is_weak(mended, tuesday));

  const auto item = rated(Rating::good, monday);
  Day day = monday;
  while (recall(item, day) >= 0.7) ++day;
  CHECK_FALSE(is_weak(item, day - days{1}));
  CHECK(is_weak(item, day));
}

TEST_CASE("where one stands: what was known in the morning, and what is known now") {
  const auto two = sample::bank({item("a"), item("b")});
  const AnswerLog log{{answer("a", Rating::good, monday), answer("a", Rating::hard, tuesday),
                       answer("b", Rating::easy, tuesday)},
                      {}};
  const auto standing = stand(two, find_evidence(two, log), tuesday);
  CHECK(standing.morning == Progress{rated(Rating::good, monday), std::nullopt});
  CHECK(standing.now == replay(two, log));
  CHECK(stand(two, find_evidence(two, log), wednesday).morning == standing.now);
  CHECK(stand(two, find_evidence(two, log), monday).morning == Progress{std::nullopt, std::nullopt});
}
