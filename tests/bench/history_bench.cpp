// Opening a long history: how long until the answers are there to replay.
#include <chrono>
#include <filesystem>

#include "catch.hpp"
#include "store/history.hpp"
#include "store/scratch.hpp"

using namespace viva;
using namespace viva::test;
using Access = History::Access;

namespace {

// Ten years of thirty answers a day, every fourth with what was typed; one in a hundred was taken back.
History::Log long_log(int reviews) {
  History::Log log;
  for (int number = 1; number <= reviews; ++number) {
    auto next = review(number);
    next.item = "how-does-" + next.item + "-work";
    if (number % 4 == 0) next.answer.assign(300, 'x');
    if (number % 100 == 0) log.retractions.push_back({next.id, next.at});
    log.reviews.push_back(std::move(next));
  }
  return log;
}

}  // namespace

TEST_CASE("a history of 100,000 reviews") {
  const Scratch scratch;
  const auto file = scratch / "history.db";
  const auto log = long_log(100'000);
  History{file, Access::write}.merge(log);

  BENCHMARK("opening and answers") { return History{file, Access::read}.answers(); };
  BENCHMARK("reviews") { return History{file, Access::read}.reviews(); };
  BENCHMARK("verify") { return History{file, Access::read}.verify(); };
}

TEST_CASE("one more review") {
  const Scratch scratch;
  History history{scratch / "history.db", Access::write};
  int number = 0;
  BENCHMARK("append") { append(history, review(++number)); };
}
