#include "bank/sample_bank.hpp"
#include "catch.hpp"
#include "viva/session/drill.hpp"

using namespace viva;
using namespace viva::sample;
using std::chrono::days;

namespace {

// n: new, d: due, e: due and more forgotten, a: ahead, w: ahead and weak.
Progress remembered(std::string_view states) {
  Progress progress;
  for (const char state : states) {
    if (state == 'n') progress.emplace_back();
    if (state == 'd') progress.emplace_back(rated(Rating::good, monday));
    if (state == 'e') progress.emplace_back(rated(Rating::good, monday - days{30}));
    if (state == 'a') progress.emplace_back(rated(Rating::easy, wednesday));
    if (state == 'w') progress.emplace_back(rated(Rating::again, wednesday));
  }
  return progress;
}

Filter planned() {
  Filter filter;
  filter.order = Order::plan;
  return filter;
}

// The items q0, q1 .. on Wednesday. Every other item is advanced.
DrillPlan plan(std::string_view states, const Filter& filter = planned()) {
  std::vector<Item> items;
  for (std::size_t i = 0; i < states.size(); ++i)
    items.push_back(item("q" + std::to_string(i), i % 2 == 0 ? beginner : advanced, npu));
  return plan_drill(bank(std::move(items)), remembered(states), filter, wednesday);
}

std::vector<std::size_t> asked(std::string_view states, const Filter& filter = planned()) {
  return plan(states, filter).selection.items;
}

using Items = std::vector<std::size_t>;

}  // namespace

TEST_CASE("a fresh history: the first ten, in the bank's order", "[drill]") {
  CHECK(asked("nnnnnnnnnnnn") == Items{0, 1, 2, 3, 4, 5, 6, 7, 8, 9});
  CHECK(asked("nnn") == Items{0, 1, 2});
  CHECK(plan("nnnnnnnnnnnn").counts.fresh == 10);
  CHECK(plan("nnnnnnnnnnnn").next_due == std::nullopt);
}

TEST_CASE("where today's work is done, what is due comes first, then new ones, then others, up to ten",
          "[drill]") {
  CHECK(asked("nadenn") == Items{3, 2, 0, 4, 5, 1});
  const auto full = plan("ddddnnnnnnnnna");
  CHECK(full.selection.items == Items{0, 1, 2, 3, 4, 5, 6, 7, 8, 9});
  CHECK(full.counts.due == 4);
  CHECK(full.counts.fresh == 6);
  CHECK(full.counts.ahead == 0);
  CHECK(full.counts.ready() == 10);
}

TEST_CASE("a backlog is not dumped on a drill, but a filter takes all of it", "[drill]") {
  CHECK(asked("ddddddddddddn") == Items{0, 1, 2, 3, 4, 5, 6, 7, 8, 9});
  auto filter = planned();
  filter.due = true;
  CHECK(asked("ddddddddddddn", filter).size() == 12);
}

TEST_CASE("where nothing is due or new, the ten most forgotten are offered, and when the first is due",
          "[drill]") {
  const auto offered = plan("aaaaaaaaaaaa");
  CHECK(offered.selection.items.size() == usual_practice);
  CHECK(offered.counts.ahead == usual_practice);
  CHECK(offered.next_due == wednesday + days{8});
  CHECK(plan("aaw").next_due == wednesday + days{1});
  CHECK(plan("aan").next_due == std::nullopt);
}

TEST_CASE("the first due day is of all that match, also where a count leaves it out", "[drill]") {
  auto filter = planned();
  filter.count = 1;
  const auto offered = plan("aw", filter);
  CHECK(offered.selection.items == Items{1});  // what was never made is half known at most
  CHECK(offered.next_due == wednesday + days{1});
}

TEST_CASE("a count is filled, with due, then new, then others", "[drill]") {
  auto filter = planned();
  filter.count = 4;
  CHECK(asked("andea", filter) == Items{3, 2, 1, 0});
  CHECK(plan("andea", filter).counts.ahead == 1);
  filter.count = 2;
  CHECK(asked("andea", filter) == Items{3, 2});
  filter.count = 100;
  CHECK(asked("andea", filter) == Items{3, 2, 1, 0, 4});
  filter.count = 11;
  CHECK(asked("nnnnnnnnnnnnn", filter).size() == 11);
}

TEST_CASE("a filter by tier, topic or words takes all that is due or new, without the cap", "[drill]") {
  auto filter = planned();
  filter.tiers = {"beginner"};
  CHECK(asked("nnnnnnnnnnnnnnnnnnnnnnnn", filter).size() == 12);
  CHECK(asked("nndaaa", filter) == Items{2, 0});
  filter = planned();
  filter.topics = {"npu"};
  CHECK(asked("andaa", filter) == Items{2, 1});
  filter = planned();
  filter.search = "q1";
  CHECK(asked("nana", filter) == Items{1});
}

TEST_CASE("a filter under which nothing is due or new takes the rest", "[drill]") {
  auto filter = planned();
  filter.tiers = {"beginner"};
  const auto ahead = plan("anaawd", filter);
  CHECK(ahead.selection.items == Items{4, 0, 2});
  CHECK(ahead.counts.ahead == 3);
  CHECK(ahead.next_due == wednesday + days{1});
}

TEST_CASE("questions named by id, and weak ones, are all asked, due or not", "[drill]") {
  auto filter = planned();
  filter.ids = {"q0", "q1", "q3"};
  CHECK(asked("anwd", filter) == Items{3, 1, 0});
  filter = planned();
  filter.weak = true;
  CHECK(asked("anwed", filter) == Items{3, 2});
}

TEST_CASE("due and new alone", "[drill]") {
  auto filter = planned();
  filter.due = true;
  CHECK(asked("nnnnnnnnnnnddea", filter) == Items{13, 11, 12});
  filter = planned();
  filter.fresh = true;
  CHECK(asked("dnnnnnnnnnnnn", filter).size() == 12);
}

TEST_CASE("another order asks the selection as it is", "[drill]") {
  auto filter = planned();
  filter.order = Order::bank;
  const auto all = plan("andaaaaaaaaaa", filter);
  CHECK(all.selection.items.size() == 13);
  CHECK(all.counts.due == 1);
  CHECK(all.counts.fresh == 1);
  CHECK(all.counts.ahead == 11);
  filter.count = 2;
  CHECK(asked("andaa", filter) == Items{0, 1});
  filter.order = Order::weakest;
  CHECK(asked("andae", filter) == Items{4, 2});
  CHECK(plan("aaa", filter).next_due == std::nullopt);
}

TEST_CASE("what select finds wrong is told, and nothing is asked", "[drill]") {
  auto filter = planned();
  filter.tiers = {"begginer"};
  CHECK(plan("nd", filter).selection.errors.size() == 1);
  CHECK(asked("nd", filter).empty());
  filter.tiers = {"scenario"};
  CHECK(plan("nd", filter).selection.why_empty == "none of the 2 questions matches --tier scenario");
  CHECK(plan("").selection.why_empty == "the bank has no questions");
  CHECK(plan("").next_due == std::nullopt);
}

TEST_CASE("a drill is what is left of today's work, and no more", "[drill]") {
  auto filter = planned();
  filter.planned = {3, 0, 2};
  CHECK(asked("nanwd", filter) == Items{3, 0, 2});
  CHECK(plan("aaaa", filter).next_due == std::nullopt);
  CHECK(plan("aaaa", filter).counts.ahead == 3);
}

TEST_CASE("with a count or a filter today's plan comes first, then the rest", "[drill]") {
  auto filter = planned();
  filter.planned = {3, 0};
  filter.count = 4;
  CHECK(asked("nnnwdn", filter) == Items{3, 0, 4, 1});
  filter.count = 1;
  CHECK(asked("nnnwdn", filter) == Items{3});
  filter.count.reset();
  filter.tiers = {"beginner"};
  CHECK(asked("nnnwdn", filter) == Items{0, 4, 2});
}
