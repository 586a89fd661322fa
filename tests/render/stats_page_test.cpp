#include "render/stats_page.hpp"

#include "catch.hpp"
#include "golden.hpp"
#include "render/sample_history.hpp"
#include "viva/base/text.hpp"

using namespace viva;
using namespace viva::sample;
using viva::test::check_golden;

namespace {

const NextStep drill{"viva drill", "2 due, 1 new"};

Page page_of(const Stats& stats, int columns) { return stats_page(studied_bank(), stats, drill, columns); }

}  // namespace

TEST_CASE("the statistics, wide and narrow") {
  check_golden("stats-80.txt", render(page_of(six_weeks_stats(), 80), {}));
  check_golden("stats-40.txt", render(page_of(six_weeks_stats(), 40), {}));
}

TEST_CASE("the statistics in ASCII") {
  const auto text = render(page_of(six_weeks_stats(), 78), {false, true});
  check_golden("stats-ascii.txt", text);
  CHECK_FALSE(says(text, "?"));
  check_golden("stats-ascii-40.txt", render(page_of(six_weeks_stats(), 38), {false, true}));
}

TEST_CASE("the statistics of a newcomer say how they begin") {
  const auto stats = make_stats(studied_bank(), {}, {}, monday);
  check_golden("stats-fresh.txt", render(page_of(stats, 80), {}));
}

TEST_CASE("the statistics after one answer have no chart of nothing that fails") {
  const auto bank = studied_bank();
  const auto stats = make_stats(bank, log_of({studied(bank.items[0], monday, 1)}), {}, monday);
  check_golden("stats-first.txt", render(page_of(stats, 80), {}));
}

TEST_CASE("no line of the statistics is wider than it may be") {
  for (int columns = 30; columns <= 120; columns += 7)
    for (const auto& line : page_of(six_weeks_stats(), columns)) {
      INFO(columns << ": " << render(line, {}));
      CHECK(width(render(line, {})) <= columns);
    }
}

TEST_CASE("a bank from strangers commands no terminal through its statistics") {
  auto bank = studied_bank();
  bank.title = hostile;
  for (auto& tier : bank.tiers) tier.name = hostile;
  for (auto& topic : bank.topics) topic.name = hostile;
  for (auto& item : bank.items) item.points.assign(5, Point{{}, hostile});
  auto round = finished_round();
  round.name = hostile;
  const auto stats = make_stats(bank, log_of(six_weeks(bank, monday)), {round}, monday);
  const auto text = render(stats_page(bank, stats, drill, 80), {});
  CHECK_FALSE(says(text, "\x1b"));
  CHECK_FALSE(says(text, "\u202E"));
}
