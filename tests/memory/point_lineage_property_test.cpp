// What holds of any history of an item's versions, tried with random ones. The seed is fixed, so a failure
// can be repeated.
#include <map>
#include <set>

#include "catch.hpp"
#include "memory/changing_item.hpp"

using namespace viva;
using namespace viva::sample;

namespace {

std::vector<std::vector<std::size_t>> traced(const std::vector<Point>& points,
                                             const std::vector<PointKeys>& lists) {
  std::vector<const PointKeys*> pointers;
  for (const auto& list : lists) pointers.push_back(&list);
  return trace_points(points, pointers);
}

// Counts of the keys whose point is still there: all, and those that were found.
struct Survivors {
  int all = 0, found = 0;
};

void check(const ChangingItem& item, const std::vector<ChangingItem::Asked>& asked, Survivors& survivors) {
  std::vector<PointKeys> lists;
  for (const auto& list : asked) lists.push_back(list.keys);
  const auto points = item.points();
  const auto places = traced(points, lists);
  REQUIRE(places.size() == lists.size());
  for (std::size_t list = 0; list < lists.size(); ++list) {
    std::set<std::size_t> taken;
    REQUIRE(places[list].size() == lists[list].size());
    for (std::size_t i = 0; i < lists[list].size(); ++i) {
      const auto place = places[list][i];
      const auto truth = item.place_of(asked[list].who[i]);
      CAPTURE(lists[list][i]);
      if (place != no_point) REQUIRE(taken.insert(place).second);  // never two that were asked together
      if (place != no_point) REQUIRE(truth == place);              // never another point
      if (asked[list].by_id[i]) REQUIRE(truth == place);           // an id always finds its point
      if (truth == no_point) continue;
      ++survivors.all;
      if (place != no_point) ++survivors.found;
    }
  }
  auto backwards = lists;
  std::ranges::reverse(backwards);
  auto same = traced(points, backwards);
  std::ranges::reverse(same);
  REQUIRE(same == places);
}

}  // namespace

TEST_CASE("whatever becomes of an item, no point gets what was another's", "[lineage]") {
  Survivors survivors;
  for (std::uint64_t seed = 1; seed <= 400; ++seed) {
    CAPTURE(seed);
    Random random{seed};
    ChangingItem item{random};
    std::vector<ChangingItem::Asked> asked;
    for (auto versions = 1 + below(random, 5); versions > 0; --versions) {
      for (auto times = below(random, 3); times > 0; --times) asked.push_back(item.ask(random));
      item.change(random);
    }
    check(item, asked, survivors);
  }
  CHECK(survivors.all > 2000);
  CHECK(survivors.found > survivors.all * 95 / 100);
}
