// Two machines, each with its own version of a bank, and with an item that changes between answers. Whatever
// the order in which their histories meet, they end alike and remember alike.
#include "bank/sample_bank.hpp"
#include "catch.hpp"
#include "memory/changing_item.hpp"
#include "store/history.hpp"
#include "store/history_lines.hpp"
#include "store/scratch.hpp"

using namespace viva;
using namespace viva::sample;
using namespace viva::test;
using std::chrono::days;
using Access = History::Access;

namespace {

Bank bank_of(const ChangingItem& changing) {
  auto now = sample::item("a");
  now.points = changing.points();
  return sample::bank({now});
}

// A machine: its history, and the item as its bank has it.
class Machine {
 public:
  Machine(int first_id, ChangingItem item) : item_(std::move(item)), next_(first_id) {}

  History history{":memory:", Access::write};
  Bank bank() const { return bank_of(item_); }

  // Answers at this minute; one in five as a viva before format 4 had it, and now and then one is taken back.
  void answer(int minute, Random& random) {
    const auto asked = item_.ask(random);
    Review made;
    made.id = id(next_++);
    made.bank = "sample";
    made.item = "a";
    made.day = monday + days{minute / 10};
    made.at = Instant{made.day} + std::chrono::minutes{minute};
    made.points = static_cast<int>(asked.keys.size());
    for (int point = 1; point <= made.points; ++point)
      if (below(random, 2) == 0) made.ticked.push_back(point);
    made.rating = static_cast<Rating>(1 + below(random, 4));
    if (below(random, 5) > 0) made.asked = asked.keys;
    append(history, made);
    if (below(random, 8) == 0) history.merge({.retractions = {{made.id, made.at + std::chrono::seconds{9}}}});
  }

  void change(Random& random) { item_.change(random); }
  void name_points() { history.name_points(bank()); }

 private:
  ChangingItem item_;
  int next_;
};

History::Log through_lines(const History& history) {
  const auto read = read_lines(write_lines(history.log()), "log.jsonl");
  REQUIRE(read.ok());
  return read.log;
}

}  // namespace

TEST_CASE("histories of two machines with different banks merge and replay alike, in any order", "[store]") {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    CAPTURE(seed);
    Random random{seed};
    const ChangingItem common{random};
    Machine here{1, common};
    for (int minute = 0; minute < 4; ++minute) here.answer(3 * minute, random);
    Machine there{1001, common};
    there.history.merge(here.history.log());
    for (int minute = 12; minute < 60; minute += 3) {
      auto& machine = below(random, 2) == 0 ? here : there;
      machine.answer(minute, random);
      if (below(random, 3) == 0) machine.change(random);
      if (below(random, 6) == 0) machine.name_points();
    }
    const auto log_here = here.history.log(), log_there = there.history.log();

    History one{":memory:", Access::write}, other{":memory:", Access::write};
    one.merge(log_here);
    one.merge(through_lines(there.history));
    other.merge(log_there);
    other.merge(log_there);
    other.merge(log_here);
    here.history.merge(log_there);
    there.history.merge(through_lines(one));
    for (const auto* history : {&other, &here.history, &there.history}) REQUIRE(history->log() == one.log());

    for (const auto& bank : {here.bank(), there.bank()}) {
      const auto expected = replay(bank, one.answers());
      for (const auto* history : {&one, &other, &here.history, &there.history}) {
        REQUIRE(replay(bank, history->answers()) == expected);
        REQUIRE(replay(bank, log_of(history->reviews())) == expected);
      }
    }
    REQUIRE(one.verify().problems.empty());
  }
}
