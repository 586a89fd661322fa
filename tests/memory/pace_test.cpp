#include "viva/memory/pace.hpp"

#include "bank/sample_bank.hpp"
#include "catch.hpp"

using namespace viva;
using namespace viva::sample;
using std::chrono::days;
using Seconds = std::vector<int>;

namespace {

Item takes(std::string id, int minutes) {
  auto made = item(std::move(id));
  made.minutes = minutes;
  return made;
}

RatedAnswer timing(std::string item, int day, int seconds) {
  RatedAnswer answer;
  answer.bank = "sample";
  answer.item = std::move(item);
  answer.day = monday + days{day};
  answer.seconds = seconds;
  return answer;
}

Seconds seconds(const Bank& bank, const std::vector<RatedAnswer>& timings) {
  return seconds_each(bank, timings, monday + days{30});
}

}  // namespace

TEST_CASE("without timings the bank says how long an item takes", "[pace]") {
  CHECK(seconds(bank({takes("a", 3), takes("b", 5)}), {}) == Seconds{180, 300});
  CHECK(seconds(bank({}), {}).empty());
}

TEST_CASE("an item with three days of timings takes their median", "[pace]") {
  const auto two = bank({takes("a", 3), takes("b", 5)});
  CHECK(seconds(two, {timing("a", 0, 100), timing("a", 1, 100)}) == Seconds{180, 300});
  CHECK(seconds(two, {timing("a", 0, 100), timing("a", 1, 80), timing("a", 5, 900)}) == Seconds{100, 300});
}

TEST_CASE("what an item took on one day counts together", "[pace]") {
  CHECK(seconds(bank({takes("a", 3)}), {timing("a", 0, 60), timing("a", 0, 30), timing("a", 1, 90),
                                        timing("a", 2, 40), timing("a", 2, 50)}) == Seconds{90});
}

TEST_CASE("with ten days in all the bank's minutes are scaled to one's own pace", "[pace]") {
  std::vector<Item> items{takes("unseen", 4)};
  std::vector<RatedAnswer> timings;
  for (int i = 0; i < 10; ++i) {
    items.push_back(takes("i" + std::to_string(i), 2));
    timings.push_back(timing("i" + std::to_string(i), i, 180));
  }
  CHECK(seconds(bank(items), timings)[0] == 360);
  timings.pop_back();
  CHECK(seconds(bank(items), timings)[0] == 240);
}

TEST_CASE("timings of today, without a time or of other items do not count", "[pace]") {
  const auto one = bank({takes("a", 3)});
  CHECK(seconds(one, {timing("a", 28, 60), timing("a", 29, 60), timing("a", 30, 60)}) == Seconds{180});
  CHECK(seconds(one, {timing("a", 1, 60), timing("a", 2, 60), timing("a", 3, 0)}) == Seconds{180});
  CHECK(seconds(one, {timing("b", 1, 60), timing("b", 2, 60), timing("b", 3, 60)}) == Seconds{180});
}

TEST_CASE("a pause does not make an item endless, nor a slip of the key free", "[pace]") {
  const auto one = bank({takes("a", 3)});
  CHECK(seconds(one, {timing("a", 0, 86400), timing("a", 1, 86400), timing("a", 2, 86400)}) == Seconds{1800});
  CHECK(seconds(one, {timing("a", 0, 1), timing("a", 1, 1), timing("a", 2, 1)}) == Seconds{15});
}
